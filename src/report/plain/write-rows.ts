/** Rows to text: no escape codes unless colour is asked for. */
import { type Row, rowAnsi, rowText } from '../text/index.ts';

export interface PlainOptions {
  /** Width of the page; lines are wrapped or cut to it, commands are not. */
  readonly columns: number;
  /** Write ANSI colours (of 256). */
  readonly colour: boolean;
}

const COLOURS = 8;

export function writeRows(rows: readonly Row[], { colour }: PlainOptions): string {
  return `${rows.map((row) => (colour ? rowAnsi(row, COLOURS) : rowText(row).trimEnd())).join('\n')}\n`;
}
