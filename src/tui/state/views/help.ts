/** The help over a view: the keys, and how to read what is shown. */
import {
  atLeft,
  cell,
  EMPTY_ROW,
  FAINT,
  gap,
  type Row,
  STRONG,
  textWidth,
  wrap,
} from '../../../report/index.ts';
import { KEYS } from '../../keys.ts';
import type { Body, BodySize } from './body.ts';

/** Signs of the screen and their words. */
const SIGNS: readonly (readonly [string, string])[] = [
  [
    'of 100 runs',
    'How many of a hundred simulated crises go so. It is what the assumptions imply, not a forecast.',
  ],
  [
    '██▓▓▌─┤',
    'Solid: at least so many. Half-tone and whisker: where the true share lies with 95 % certainty.',
  ],
  [
    '±1',
    'How far chance alone may move a share; more runs make it smaller. What is not known about the world (the assumptions that vary) it does not contain: that does not shrink.',
  ],
  ['~40  <1  ·', 'Few runs so far; fewer than one in a hundred; too few runs to tell.'],
  ['▁▃▅█', 'The share of runs in a stage, from none to all, day after day; a dot is a few.'],
  ['├━┿━─┤', 'From 5 to 95 of a hundred runs; heavy from 25 to 75; the cross is the median.'],
  ['~ =', 'An assumption that varies from run to run; one that is held.'],
];

export function helpBody({ columns }: BodySize): Body {
  const signs = KEYS.map(({ sign }) => textWidth(sign));
  const left = Math.max(...signs, ...SIGNS.map(([sign]) => textWidth(sign))) + 2;
  const entry = (sign: string, text: string): readonly Row[] =>
    wrap(text, Math.min(92, columns - left - 2)).map((line, index) => [
      gap(1),
      cell(atLeft(index === 0 ? sign : '', left), STRONG),
      cell(line),
    ]);
  return {
    pinned: [],
    rows: [
      [gap(1), cell('KEYS', STRONG)],
      ...KEYS.flatMap(({ sign, help }) => entry(sign, help)),
      EMPTY_ROW,
      [gap(1), cell('HOW TO READ IT', STRONG), cell('  ? closes this', FAINT)],
      ...SIGNS.flatMap(([sign, text]) => entry(sign, text)),
    ],
  };
}
