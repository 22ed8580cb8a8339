/** The page that lies over the screen. */
import { cell, EMPTY_ROW, gap, type Row, wrap } from '../../../report/index.ts';
import type { Answer } from '../questions.ts';
import type { LabState, Overlay } from '../state.ts';
import { comparePage } from './compare.ts';
import { curvePane } from './curve.ts';
import { draftPage } from './draft.ts';
import { drillPane } from './drill.ts';
import { fileFaultsPage } from './file-faults.ts';
import { futuresPane } from './futures.ts';
import { helpPage } from './help.ts';
import { infoPage } from './info.ts';
import type { PaneSize } from './list.ts';
import { mapPane } from './map.ts';
import { storyPage } from './story.ts';
import { tornadoPane } from './tornado.ts';
import { variantsPage } from './variants.ts';

export function overlayPage(state: LabState, size: PaneSize): readonly Row[] {
  const { overlay } = state;
  const { columns } = size;
  if (overlay === null) return [];
  switch (overlay.kind) {
    case 'help':
      return helpPage(columns);
    case 'info':
      return infoPage(state, columns);
    case 'compare':
      return comparePage(state, columns);
    case 'faults':
      return fileFaultsPage(overlay.lines);
    case 'draft':
      return draftPage(overlay.draft, columns);
    case 'variants':
      return variantsPage(state, overlay.place, size);
    case 'question':
      return questionPage(state, overlay, size);
    default:
      return overlay satisfies never;
  }
}

function questionPage(
  state: LabState,
  { question, answer, failed, entry }: Extract<Overlay, { kind: 'question' }>,
  size: PaneSize,
): readonly Row[] {
  if (failed !== null)
    return [EMPTY_ROW, ...wrap(`! ${failed}`, size.columns - 2).map((line): Row => [gap(1), cell(line)])];
  const at = answer !== null && 'at' in answer ? answer.at : null;
  switch (question.kind) {
    case 'curve':
      return curvePane(state, { question, at }, size);
    case 'map':
      return mapPane(state, { question, at }, size);
    case 'tornado':
      return tornadoPane(state, { question, at }, size.columns);
    case 'drill':
      return drillPane({ question, drill: answer?.kind === 'drill' ? answer.drill : null }, size);
    case 'story':
      return storyPage({ question, told: toldOf(answer), entry }, size.columns).rows;
    case 'futures':
      return futuresPane(
        state,
        { question, futures: answer?.kind === 'futures' ? answer.futures : null },
        size,
      );
    default:
      return question satisfies never;
  }
}

const toldOf = (answer: Answer | null) => (answer?.kind === 'story' ? answer.told : null);

/** Rows of the page that must stay in sight, from and to: the marked entry of a story; null where all are alike. */
export function markedRows({ overlay }: LabState, { columns }: PaneSize): readonly [number, number] | null {
  if (overlay?.kind !== 'question' || overlay.question.kind !== 'story') return null;
  const { question, answer, entry } = overlay;
  return storyPage({ question, told: toldOf(answer), entry }, columns).marked;
}
