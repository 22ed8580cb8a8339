/** Wrapped lines of a page. */
import { cell, gap, type Row, type Style, wrap } from '../text/index.ts';

export const paragraph = (text: string, columns: number, style: Style = {}): readonly Row[] =>
  wrap(text, columns - 2).map((line): Row => [gap(1), cell(line, style)]);
