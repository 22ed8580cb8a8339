/** What happened on the way: of 100 runs now and before, and the median day, those that changed most first. */
import {
  atLeft,
  atRight,
  CANNOT_TELL,
  cell,
  clean,
  dateText,
  FAINT,
  gap,
  heading,
  ofHundred,
  type Row,
  STRONG,
} from '../../../report/index.ts';
import { comparedWith, happeningsOf } from '../figures.ts';
import type { LabState } from '../state.ts';
import type { PaneSize } from './list.ts';

const NUMBER = 5;
const DAY = 8;

export function happenedPane(state: LabState, { columns, rows }: PaneSize): readonly Row[] {
  const label = columns - 2 - 2 * (NUMBER + 1) - DAY - 1;
  const head: Row = [
    gap(1),
    cell(atLeft(heading('What happened'), label), STRONG),
    cell(atRight('now', NUMBER + 1), STRONG),
    cell(atRight('was', NUMBER + 1), FAINT),
    cell(atRight('median', DAY + 1), FAINT),
  ];
  if (state.now === null) return [head];
  const before = comparedWith(state)?.picture ?? null;
  const old = before === null ? [] : happeningsOf(before);
  const lines = happeningsOf(state.now.picture)
    .map((happening) => {
      const was = old.find(({ path }) => path === happening.path)?.share ?? null;
      return { ...happening, was, change: was === null ? 0 : Math.abs(happening.share.value - was.value) };
    })
    .filter(({ share, was }) => share.value > 0 || (was?.value ?? 0) > 0)
    .sort((a, b) => b.change - a.change);
  return [
    head,
    ...lines.slice(0, rows - 1).map(({ label: words, share, was, median_day }): Row => {
      const day = median_day === null ? CANNOT_TELL : dateText(state.scenario.time.start, median_day);
      return [
        gap(1),
        cell(atLeft(clean(words), label)),
        cell(atRight(ofHundred(share), NUMBER + 1), STRONG),
        cell(atRight(was === null ? '' : ofHundred(was), NUMBER + 1), FAINT),
        cell(atRight(day, DAY + 1), FAINT),
      ];
    }),
  ];
}
