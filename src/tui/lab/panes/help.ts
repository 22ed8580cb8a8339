/** The help: the keys, and how to read the screen. */
import { atLeft, cell, gap, type Row, STRONG, textWidth, wrap } from '../../../report/index.ts';
import { LAB_KEYS } from '../keys.ts';
import { joinedParts, titleRow, WIDEST_TEXT } from './page.ts';

/** Signs of the screen and their words. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['~0.50', 'Varies from run to run around this baseline. Without ~ it is held at the value.'],
  ['▁▃▇▃┼─●', 'The shape of what is assumed over its range; ┼ the baseline, ● where you hold it.'],
  ['▸ •', 'The assumption that keys move; one that you have moved.'],
  ['now was', 'Of 100 runs, how many end so: now, and under what is compared with (b marks it).'],
  ['██▓┤ ┆', 'Solid: at least so many; half-tone and whisker: the 95 % interval; ┆ where it was.'],
  [
    '▲13 ▼ 5',
    'So many more or fewer of 100 runs. Both sides have the same luck, run by run, so what changed is due to what you moved.',
  ],
  ['·', 'The runs cannot tell whether it changed.'],
  ['▁▃▅█ ▲', 'The share of runs in a stage, day by day; ▲ a day on which history had a turn.'],
  [
    '±1',
    'How far chance alone may move a share; it shrinks with more runs. What is not known of the world does not.',
  ],
];

export function helpPage(columns: number): readonly Row[] {
  const left =
    Math.max(...[...LAB_KEYS.map(({ sign }) => sign), ...SIGNS.map(([sign]) => sign)].map(textWidth)) + 2;
  const entry = (sign: string, text: string): readonly Row[] =>
    wrap(text, Math.min(WIDEST_TEXT, columns - left - 2)).map((line, index) => [
      gap(1),
      cell(atLeft(index === 0 ? sign : '', left), STRONG),
      cell(line),
    ]);
  return joinedParts([
    [titleRow('KEYS', '? closes this'), ...LAB_KEYS.flatMap(({ sign, help }) => entry(sign, help))],
    [titleRow('HOW TO READ IT'), ...SIGNS.flatMap(([sign, text]) => entry(sign, text))],
  ]);
}
