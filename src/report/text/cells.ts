/** Rows of styled cells: what panels and screens are made of, until they are written as plain text or with escapes. */
import { type ColourDepth, type Hue, hueCode } from './colour.ts';
import { clip } from './fit.ts';
import { textWidth } from './width.ts';

export interface Style {
  /** `strong`: the answer and headings. `faint`: what only helps to read it. */
  readonly tone?: 'strong' | 'faint';
  readonly hue?: Hue;
  /** Colour behind the letters, which are then black. */
  readonly ground?: Hue;
  readonly inverse?: boolean;
}

export interface Cell {
  readonly text: string;
  readonly style: Style;
}

export type Row = readonly Cell[];

const UNSTYLED: Style = {};
export const FAINT: Style = { tone: 'faint' };
export const STRONG: Style = { tone: 'strong' };

export const cell = (text: string, style: Style = UNSTYLED): Cell => ({ text, style });
export const gap = (columns: number): Cell => cell(' '.repeat(Math.max(0, columns)));
export const EMPTY_ROW: Row = [];

export const rowText = (row: Row): string => row.map(({ text }) => text).join('');
export const rowWidth = (row: Row): number => row.reduce((sum, { text }) => sum + textWidth(text), 0);

/** The row, cut where it is wider than `columns`. */
export function cutRow(row: Row, columns: number): Row {
  if (rowWidth(row) <= columns) return row;
  const kept: Cell[] = [];
  let room = columns;
  for (const one of row) {
    if (room <= 0) break;
    const text = clip(one.text, room);
    kept.push({ ...one, text });
    room -= textWidth(text);
    if (text !== one.text) break;
  }
  return kept;
}

/** The row filled with blanks to exactly `columns`. */
export function padRow(row: Row, columns: number): Row {
  const cut = cutRow(row, columns);
  const missing = columns - rowWidth(cut);
  return missing > 0 ? [...cut, gap(missing)] : cut;
}

/** Left part, then the right part flush with the right edge; the left is cut where both do not fit. */
export function spread(left: Row, right: Row, columns: number): Row {
  const rightWidth = rowWidth(right);
  if (rightWidth >= columns) return cutRow(right, columns);
  return [...padRow(left, columns - rightWidth), ...right];
}

const sgr = (code: string | number) => `\u001b[${code}m`;
const INTENSITY_END = 22;

/** Codes that switch a style on, and those that switch it off, in the order they are written. */
function switches(style: Style, depth: ColourDepth): readonly [string, string] {
  const pairs: [string | number, number][] = [];
  if (style.tone === 'strong') pairs.push([1, INTENSITY_END]);
  if (style.tone === 'faint') pairs.push([2, INTENSITY_END]);
  const letters = style.hue === undefined ? null : hueCode(style.hue, depth, false);
  const ground = style.ground === undefined ? null : hueCode(style.ground, depth, true);
  if (letters !== null) pairs.push([letters, 39]);
  else if (ground !== null) pairs.push([depth === 24 ? '38;2;0;0;0' : depth === 8 ? '38;5;16' : 30, 39]);
  if (ground !== null) pairs.push([ground, 49]);
  if (style.inverse === true) pairs.push([7, 27]);
  const on = pairs.map(([code]) => sgr(code)).join('');
  const off = pairs
    .map(([, code]) => sgr(code))
    .reverse()
    .join('');
  return [on, off];
}

/** The row with escape sequences; blanks at its end that show nothing are left out. */
export function rowAnsi(row: Row, depth: ColourDepth): string {
  let written = '';
  let off = '';
  let on = '';
  for (const { text, style } of row) {
    if (text === '') continue;
    const [nextOn, nextOff] = switches(style, depth);
    if (nextOn !== on) {
      written += off + nextOn;
      on = nextOn;
      off = nextOff;
    }
    written += text;
  }
  return off === '' ? written.trimEnd() : written + off;
}
