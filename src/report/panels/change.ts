/** What changed between two sides with the same luck: bars now, numbers now and before, and the change in words. */
import type { Estimate } from '../../analysis/index.ts';
import {
  atLeft,
  atRight,
  barScale,
  CANNOT_TELL,
  type Cell,
  cell,
  changeBar,
  clean,
  FAINT,
  gap,
  type Hue,
  ofHundred,
  type Row,
  rounded,
  STRONG,
  textWidth,
} from '../text/index.ts';
import { capitalised, heading } from './table.ts';

export interface ChangeLine {
  readonly label: string;
  /** Stands in where the label is too long; the name, spaced. */
  readonly short: string;
  readonly hue: Hue;
  /** Null before the first runs. */
  readonly now: Estimate | null;
  readonly before: Estimate | null;
  /** Now less before, on the same luck; null where there are no pairs. */
  readonly change: Estimate | null;
  readonly isFocus: boolean;
}

const NUMBER = 4;
const CHANGE = 4;
const FIXED = 1 + 1 + 1 + NUMBER + 1 + NUMBER + 1 + CHANGE;
const LONG_OF = ' of 100 runs';
const LEAST_BAR = 8;
const WIDEST_BAR = 60;

/** `▲13`, `▼ 5`, `▲<1`; `·` where the runs cannot tell. */
export function changeSign(change: Estimate | null): string {
  if (change === null || change.n === 0) return '';
  const hundred = 100 * change.value;
  if (change.low <= 0 && change.high >= 0) return CANNOT_TELL;
  const size = Math.round(Math.abs(hundred));
  return `${hundred > 0 ? '▲' : '▼'}${atRight(size === 0 ? '<1' : String(size), 2)}`;
}

/** `13 more of 100 runs (11 to 15)`. */
export function pairedChangeWords(change: Estimate): string {
  const [value, low, high] = [change.value, change.low, change.high].map((part) => 100 * part) as [
    number,
    number,
    number,
  ];
  if (low <= 0 && high >= 0) {
    const most = rounded(Math.max(-low, high), 0.1);
    return `these runs cannot tell whether it changed (if it did, by less than ${most} of 100)`;
  }
  const way = value > 0 ? 'more' : 'fewer';
  const [from, to] = value > 0 ? [low, high] : [-high, -low];
  const isCoarse = Math.round(from) !== Math.round(to) && Math.abs(value) >= 1;
  const step = isCoarse ? 1 : 0.1;
  const size = Math.abs(value) >= 1 ? 1 : 0.1;
  return `${rounded(Math.abs(value), size)} ${way} of 100 runs (${rounded(from, step)} to ${rounded(to, step)})`;
}

export function changesPanel(lines: readonly ChangeLine[], columns: number): readonly Row[] {
  const free = columns - FIXED;
  const labels = lines.map(({ label, short }) => {
    const words = clean(label);
    return textWidth(words) <= free - LEAST_BAR ? words : capitalised(short);
  });
  const widest = Math.max(8, ...labels.map((label) => textWidth(label)));
  const label = Math.max(6, Math.min(widest, free - LEAST_BAR));
  const bar = Math.min(WIDEST_BAR, free - label);
  const highest = Math.max(0, ...lines.flatMap(({ now, before }) => [now?.value ?? 0, before?.value ?? 0]));
  const scale = barScale(highest);
  const title = heading('How it ends');
  const room = columns - 1 - NUMBER - 1 - NUMBER - 1 - CHANGE;
  // Where it is narrow the heading keeps its words, and what a hundred is counted of is known.
  const of = room >= title.length + LONG_OF.length + 1 ? LONG_OF : ' of 100';
  const head: Row = [
    gap(1),
    cell(atLeft(title, room - of.length), STRONG),
    cell(of, FAINT),
    cell(atRight('now', NUMBER), STRONG),
    cell(atRight('was', NUMBER + 1), FAINT),
  ];
  return [
    head,
    ...lines.map((line, index): Row => {
      const { now, before, change, hue, isFocus } = line;
      return [
        cell(isFocus ? '▸' : ' ', STRONG),
        cell(atLeft(labels[index]!, label), isFocus ? STRONG : {}),
        gap(1),
        ...changeBar({ now, before, scale }, bar, { hue }),
        gap(1),
        cell(atRight(now === null ? CANNOT_TELL : ofHundred(now), NUMBER), STRONG),
        gap(1),
        cell(atRight(before === null ? '' : ofHundred(before), NUMBER), FAINT),
        gap(1),
        changeCell(change),
      ];
    }),
  ];
}

function changeCell(change: Estimate | null): Cell {
  const sign = changeSign(change);
  if (sign === CANNOT_TELL) return cell(atRight(sign, 2), FAINT);
  return cell(atLeft(sign, CHANGE), STRONG);
}
