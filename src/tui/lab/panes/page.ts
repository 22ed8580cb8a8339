/** A page over the screen: rows that are read, and scrolled where they are too many. */
import { cell, EMPTY_ROW, FAINT, gap, type Row, STRONG, wrap } from '../../../report/index.ts';

/** Paragraphs of a page, wrapped to a width that reads well. */
export const WIDEST_TEXT = 92;

export const paragraph = (text: string, columns: number, style = {}): readonly Row[] =>
  wrap(text, Math.min(WIDEST_TEXT, columns - 2)).map((line) => [gap(1), cell(line, style)]);

export const titleRow = (text: string, more = ''): Row => [
  gap(1),
  cell(text, STRONG),
  ...(more === '' ? [] : [cell(`  ${more}`, FAINT)]),
];

/** Parts with a blank row between them. */
export const joinedParts = (parts: readonly (readonly Row[])[]): readonly Row[] =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [EMPTY_ROW, ...part]));
