/** How it ends, now against before, and the change of one outcome in words. */
import {
  cell,
  changesPanel,
  clean,
  FAINT,
  gap,
  ofHundredRuns,
  pairedChangeWords,
  type Row,
  STRONG,
  wrap,
} from '../../../report/index.ts';
import { changeLines, comparedWith, focusOf, outcomeChanges, outcomesOf } from '../figures.ts';
import type { LabState } from '../state.ts';

export const endsPane = (state: LabState, columns: number): readonly Row[] =>
  changesPanel(changeLines(state), columns);

/** A sentence, at most `rows` rows. */
export function sentencePane(
  state: LabState,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): readonly Row[] {
  const { text, isAnswer } = sentence(state);
  return wrap(text, columns - 2)
    .slice(0, rows)
    .map((line) => [gap(1), cell(line, isAnswer ? STRONG : FAINT)]);
}

function sentence(state: LabState): { readonly text: string; readonly isAnswer: boolean } {
  if (state.broken !== null) return { text: `! ${clean(state.broken)}`, isAnswer: true };
  const { now } = state;
  if (now === null) return { text: 'The first runs are under way.', isAnswer: false };
  const focus = focusOf(state);
  const label = clean(state.scenario.outcomes[focus]?.label ?? '');
  const change = outcomeChanges(now, comparedWith(state))?.[focus];
  if (change === undefined) {
    const share = outcomesOf(now.picture)[focus]?.share;
    const says = share === undefined ? '' : `${label}: ${ofHundredRuns(share)}. `;
    return { text: `${says}Move an assumption with ← → and see what changes.`, isAnswer: false };
  }
  return { text: `${label}: ${pairedChangeWords(change)}. Same luck in both.`, isAnswer: true };
}
