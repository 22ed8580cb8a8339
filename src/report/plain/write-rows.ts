/** Rows to text: no escape codes unless colour is asked for. */
import { cell, EMPTY_ROW, FAINT, gap, type Row, rowAnsi, rowText } from '../text/index.ts';

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

/** Parts with an empty row behind each, and last the command that gives the same again. Parts without rows are left out. */
export function writeAnswer(
  parts: readonly (readonly Row[])[],
  command: string,
  options: PlainOptions,
): string {
  const rows = parts.filter((part) => part.length > 0).flatMap((part) => [...part, EMPTY_ROW]);
  return writeRows([...rows, [gap(1), cell(command, FAINT)]], options);
}
