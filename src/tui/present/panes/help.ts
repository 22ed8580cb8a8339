/** The keys, and how to read the screen. */
import { atLeft, cell, EMPTY_ROW, FAINT, gap, type Row, STRONG, wrap } from '../../../report/index.ts';
import { PRESENT_KEYS } from '../keys.ts';

const READING = [
  'Numbers are of 100 futures: the run goes on many times from here, each time with luck of its own for what has not come yet.',
  'Options are compared with the same luck, so their differences are known better than the numbers themselves; the interval is of 95 %.',
  'It shows what the assumptions imply and predicts nothing.',
];

export function helpPage(columns: number): readonly Row[] {
  const width = Math.max(...PRESENT_KEYS.map(({ sign }) => sign.length));
  const keys = PRESENT_KEYS.flatMap(({ sign, help }) =>
    wrap(help, columns - width - 4).map(
      (line, at): Row => [gap(1), cell(atLeft(at === 0 ? sign : '', width), STRONG), gap(2), cell(line)],
    ),
  );
  const reading = READING.flatMap((text) =>
    wrap(text, columns - 2).map((line): Row => [gap(1), cell(line, FAINT)]),
  );
  return [...keys, EMPTY_ROW, ...reading];
}
