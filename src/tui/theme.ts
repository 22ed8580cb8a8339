/**
 * How rows of cells are coloured for one terminal. Styles name an outcome's or a stage's hue (looks.ts of report/
 * respects the scenario's own colours); what a colour says is always said by a sign, a letter or a glyph too.
 */
import { type ColourDepth, type Row, rowAnsi } from '../report/index.ts';

export interface Theme {
  readonly depth: ColourDepth;
  /** A row as a line with escape sequences. */
  readonly line: (row: Row) => string;
}

/** The colours a stream can show; none where the user wants none. */
export function depthOf(
  stdout: { readonly getColorDepth?: (() => number) | undefined },
  noColour: boolean,
): ColourDepth {
  if (noColour) return 1;
  const bits = stdout.getColorDepth?.() ?? 1;
  if (bits >= 24) return 24;
  if (bits >= 8) return 8;
  return bits >= 4 ? 4 : 1;
}

export const themeOf = (depth: ColourDepth): Theme => ({ depth, line: (row) => rowAnsi(row, depth) });
