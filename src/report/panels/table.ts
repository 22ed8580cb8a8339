/** The columns that every table of shares has: sign, label, bar, of 100 runs, share, and one more. */
import type { Estimate } from '../../analysis/index.ts';
import {
  atLeft,
  atRight,
  bar,
  type Cell,
  cell,
  clean,
  FAINT,
  gap,
  type Hue,
  ofHundred,
  padRow,
  perCent,
  type Row,
  STRONG,
  tableStep,
  textWidth,
} from '../text/index.ts';

/** Widest a table grows: beyond it the eye loses the line between label and number. */
const WIDEST_TABLE = 132;
const FREQUENCY = 4;
const SHARE = 7;
const LAST = 13;
const SIGN = 2;
const MARGIN = 1;

export interface ShareColumns {
  readonly label: number;
  readonly bar: number;
  /** Blanks between the columns of numbers. */
  readonly between: number;
  /** 0 where there is no room for the per cent column; the interval still says it. */
  readonly share: number;
  /** What the column of per cents is rounded to. */
  readonly step: number;
}

/** From this width on a page is roomy. */
const ROOMY = 72;

/** Shares the room out between labels and bars; labels get what they need, up to two thirds of it. */
export function shareColumns(
  columns: number,
  lines: readonly { readonly label: string; readonly share: Estimate }[],
): ShareColumns {
  const roomy = columns >= ROOMY;
  const between = roomy ? 2 : 1;
  const share = roomy ? SHARE : 0;
  const numbers = FREQUENCY + between + (roomy ? share + between : 0) + LAST + (roomy ? MARGIN : 0);
  const free = Math.max(12, Math.min(columns, WIDEST_TABLE) - MARGIN - SIGN - 2 - numbers);
  const widest = Math.max(8, ...lines.map(({ label }) => textWidth(clean(label))));
  const label = Math.min(widest, Math.floor(free * 0.66));
  return { label, bar: free - label, between, share, step: tableStep(lines.map((line) => line.share)) };
}

/** Columns before the bars. */
export const barColumn = ({ label }: ShareColumns): number => MARGIN + SIGN + label + 1;

export interface TableWords {
  readonly title: string;
  /** What a hundred is counted of. */
  readonly of: 'runs' | 'times';
  /** What stands in the last column. */
  readonly last: string;
}

/** The heading, and over the numbers what they are. */
export function shareHeading({ title, of, last }: TableWords, columns: ShareColumns): Row {
  const { bar: barWidth, between } = columns;
  const toNumbers = barColumn(columns) + barWidth + 1 + FREQUENCY;
  const ofHundred = ` of 100 ${of}`;
  return [
    gap(MARGIN),
    cell(atLeft(heading(title), toNumbers - ofHundred.length - MARGIN), STRONG),
    cell(ofHundred, FAINT),
    ...(columns.share === 0 ? [] : [gap(between), cell(atRight('share', columns.share), FAINT)]),
    gap(between),
    cell(atRight(last, LAST), FAINT),
  ];
}

export interface ShareLine {
  readonly label: string;
  readonly sign: Cell;
  readonly hue: Hue | null;
  readonly share: Estimate;
  /** What stands in the last column. */
  readonly last: string;
  /** Fraction that a full bar stands for. */
  readonly scale: number;
}

export function shareRow(line: ShareLine, columns: ShareColumns): Row {
  const { share, scale } = line;
  const span = { value: share.value / scale, low: share.low / scale, high: share.high / scale };
  const drawn =
    share.n === 0
      ? [cell('·'.repeat(columns.bar), FAINT)]
      : bar(span, columns.bar, line.hue === null ? {} : { hue: line.hue });
  return [
    gap(MARGIN),
    ...padRow([line.sign], SIGN),
    cell(atLeft(clean(line.label), columns.label)),
    gap(1),
    ...drawn,
    gap(1),
    cell(atRight(ofHundred(share), FREQUENCY), STRONG),
    ...(columns.share === 0
      ? []
      : [gap(columns.between), cell(atRight(perCent(share, columns.step), columns.share))]),
    gap(columns.between),
    cell(atRight(line.last, LAST), FAINT),
  ];
}

/** The scale under the bars: `0 ────── 25 ────── 50 %`. */
export function scaleRow(scale: number, columns: ShareColumns): Row {
  const { bar: width } = columns;
  const full = 100 * scale;
  const middle = String(full / 2);
  const at = Math.floor(width / 2) - 1;
  const wholeMiddle = Number.isInteger(full / 2) && width >= 16;
  const line = wholeMiddle ? `0${' '.repeat(Math.max(1, at - 1))}${middle}` : '0';
  const end = `${full} %`;
  return [gap(barColumn(columns)), cell(line + atRight(end, width - line.length), FAINT)];
}

/** `services` → `Services`: names of groups are written small in scenarios. */
export const capitalised = (text: string): string => {
  const words = clean(text);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** A heading's words; capitals stand for the bold that a pipe cannot carry. */
export const heading = (title: string): string => clean(title).toUpperCase();
