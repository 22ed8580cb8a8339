/**
 * The whole screen as rows of cells: head, body, foot. All layout, clipping and scrolling is here and in the
 * files beside it, without React. A frame is one row shorter than the terminal, and no row is wider.
 */
import { cell, cutRow, EMPTY_ROW, type Row, wrap } from '../../report/index.ts';
import { footRows } from './foot.ts';
import { headRows } from './head.ts';
import { type State, surfaceOf } from './state.ts';
import { bodyOf } from './views/index.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface Frame {
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  readonly foot: readonly Row[];
}

export const SMALLEST: Size = { columns: 60, rows: 15 };
/** From this height on there is room for a row of tabs and for the command. */
const ROOMY_ROWS = 20;
/** From this height on a blank row sets the body off. */
const AIRY_ROWS = 30;

interface Layout {
  readonly frame: Frame;
  readonly limit: number;
  readonly page: number;
}

const tooSmall = ({ columns, rows }: Size) => columns < SMALLEST.columns || rows < SMALLEST.rows;

function smallFrame({ columns, rows }: Size): Frame {
  const text =
    `This window is ${columns} columns by ${rows} rows; the screen needs ${SMALLEST.columns} by ${SMALLEST.rows}. ` +
    'Enlarge it, or press q: the answer is then printed as text.';
  const lines = wrap(text, Math.max(1, columns)).slice(0, Math.max(1, rows - 1));
  return { head: [], body: lines.map((line) => [cell(line)]), foot: [] };
}

function layout(state: State, size: Size): Layout {
  if (tooSmall(size)) return { frame: smallFrame(size), limit: 0, page: 1 };
  const { columns } = size;
  const roomy = size.rows >= ROOMY_ROWS;
  const head = headRows(state, { columns, roomy });
  const footHeight = roomy ? 3 : 2;
  const air = size.rows >= AIRY_ROWS ? 1 : 0;
  const height = size.rows - 1 - head.length - footHeight - 2 * air;
  const { pinned, rows } = bodyOf(state, { columns, rows: height });
  const window = Math.max(1, height - pinned.length);
  const limit = Math.max(0, rows.length - window);
  const from = Math.min(state.scroll[surfaceOf(state)], limit);
  const shown = [...pinned, ...rows.slice(from, from + window)];
  const blank = Array.from({ length: Math.max(0, height - shown.length) }, (): Row => []);
  const hidden = { above: from, below: Math.max(0, rows.length - window - from) };
  const foot = footRows(state, { columns, roomy, hidden });
  const cut = (part: readonly Row[]) => part.map((row) => cutRow(row, columns));
  return {
    frame: {
      head: [...cut(head), ...(air > 0 ? [EMPTY_ROW] : [])],
      body: cut([...shown, ...blank].slice(0, height)),
      foot: [...(air > 0 ? [EMPTY_ROW] : []), ...cut(foot)],
    },
    limit,
    page: Math.max(1, window - 1),
  };
}

export const frameOf = (state: State, size: Size): Frame => layout(state, size).frame;

/** How far the present surface can be scrolled, and rows of it that are seen at once. */
export function scrollRoom(state: State, size: Size): { readonly limit: number; readonly page: number } {
  const { limit, page } = layout(state, size);
  return { limit, page };
}

export const frameRows = ({ head, body, foot }: Frame): readonly Row[] => [...head, ...body, ...foot];
