/** The rows at the bottom: what the numbers rest on, the command that repeats them, and always last the keys. */
import {
  assumptionsLine,
  cell,
  clean,
  errorOf,
  errorText,
  FAINT,
  gap,
  grouped,
  type Row,
  spread,
  textWidth,
} from '../../report/index.ts';
import { KEYS } from '../keys.ts';
import type { State } from './state.ts';

export interface FootSize {
  readonly columns: number;
  readonly roomy: boolean;
  readonly hidden: { readonly above: number; readonly below: number };
}

export function footRows(state: State, { columns, roomy, hidden }: FootSize): readonly Row[] {
  const more = moreText(hidden);
  const status = spread(
    [gap(1), ...statusCells(state, columns - textWidth(more) - 3)],
    [gap(1), cell(more), gap(1)],
    columns,
  );
  const command: Row = [gap(1), cell(clean(state.result.manifest.command), FAINT)];
  const keys = keysRow(state, columns, hidden.above + hidden.below > 0);
  return roomy ? [status, command, keys] : [status, keys];
}

function moreText({ above, below }: FootSize['hidden']): string {
  const parts = [...(above > 0 ? [`↑ ${above}`] : []), ...(below > 0 ? [`↓ ${below} more`] : [])];
  return parts.join('  ');
}

/** As much as fits: the error of the shares first, then the seed, then how many assumptions vary. */
function statusCells(state: State, room: number): Row {
  const { result } = state;
  const faults = result.faults.length;
  if (faults > 0) {
    const words = faults === 1 ? '1 run had a fault' : `${grouped(faults)} runs had faults`;
    return [cell(`! ${words}: ${clean(result.faults[0]!.message)}`, { hue: 'vermillion', tone: 'strong' })];
  }
  const errors = result.outcomes.map(({ share }) => errorOf(share));
  const error = result.runs === 0 ? '' : ` ±${errorText(Math.max(0, ...errors))} of 100`;
  const runs = result.runs === 0 ? 'no runs yet' : `${grouped(result.runs)} runs${error}`;
  const seed = result.manifest.seed === '' ? [] : [`seed ${clean(result.manifest.seed)}`];
  const choices = [[runs, assumptionsLine(result.parameters), ...seed], [runs, ...seed], [runs]];
  const lines = choices.map((parts) => parts.join(' · '));
  return [cell(lines.find((line) => textWidth(line) <= room) ?? lines[lines.length - 1]!, FAINT)];
}

/** The keys that do something now; where there is no room for all, those that matter least are left out. */
function keysRow(state: State, columns: number, scrolls: boolean): Row {
  let entries = KEYS.filter(
    ({ rank, useful, word }) => rank > 0 && useful(state) && (scrolls || word !== 'scroll'),
  );
  const width = () => entries.reduce((sum, { sign, word }) => sum + textWidth(sign) + word.length + 3, 0);
  while (width() > columns && entries.length > 1) {
    const least = Math.min(...entries.map(({ rank }) => rank));
    entries = entries.filter(({ rank }) => rank !== least);
  }
  return [
    gap(1),
    ...entries.flatMap(({ sign, word }): Row => {
      const said = word === 'pause' && state.paused ? 'go on' : word;
      return [cell(sign, { tone: 'strong' }), cell(` ${said}  `, FAINT)];
    }),
  ];
}
