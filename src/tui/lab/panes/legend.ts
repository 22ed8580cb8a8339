/** Signs of outcomes with their labels, and how far a question is. */
import type { OutcomesAt } from '../../../experiment/index.ts';
import {
  type Cell,
  cell,
  clean,
  gap,
  grouped,
  type Look,
  type Row,
  textWidth,
} from '../../../report/index.ts';

export interface LegendEntry {
  readonly look: Look;
  readonly label: string;
}

/** As few rows as hold them. */
export function legendRows(entries: readonly LegendEntry[], columns: number, focus = -1): readonly Row[] {
  const rows: Cell[][] = [[gap(1)]];
  let used = 1;
  entries.forEach(({ look, label }, index) => {
    const words = clean(label);
    const width = textWidth(words) + 4;
    if (used + width > columns && used > 1) {
      rows.push([gap(1)]);
      used = 1;
    }
    rows[rows.length - 1]!.push(
      cell(look.sign, { hue: look.hue, tone: 'strong' }),
      cell(` ${words}  `, index === focus ? { tone: 'strong' } : {}),
    );
    used += width;
  });
  return rows;
}

/** `4,000 runs each`; with how many are to come. */
export function progressWords(at: OutcomesAt | null): string {
  if (at === null) return '';
  const { runs, wanted, faulted } = at;
  const done =
    runs < wanted ? `${grouped(runs)} of ${grouped(wanted)} runs each` : `${grouped(runs)} runs each`;
  return faulted === 0 ? done : `${done}, ${grouped(faulted)} could not go on`;
}
