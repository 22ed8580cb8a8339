/** The source line of a span with carets under it. */
import type { SourceText, Span } from './diagnostic.ts';
import { type Glyph, glyphOf } from './harmless.ts';
import { clampOffset, lineBounds, positionAt } from './position.ts';

/** Columns of source text shown of one line, and how many of them may stand before the span. */
const COLUMNS = 100;
const BEFORE = 40;
const CUT = '…';

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  /** Blanks and carets, to stand under `text`. */
  readonly carets: string;
}

/** The lines of a span to show: its first and its last; `skipped` when others lie between. */
export interface Excerpt {
  readonly lines: readonly ExcerptLine[];
  readonly skipped: boolean;
}

/** Any span is taken: its ends are brought into the text and into order. */
export function excerpt(source: SourceText, span: Span): Excerpt {
  const start = clampOffset(source, span.start);
  const end = Math.max(start, clampOffset(source, span.end));
  const first = positionAt(source, start).line;
  const last = positionAt(source, lastCharacter(source.text, start, end)).line;
  if (first === last) return { lines: [excerptLine(source, first, start, end)], skipped: false };
  const lines = [excerptLine(source, first, start, end), excerptLine(source, last, start, end)];
  return { lines, skipped: last > first + 1 };
}

/** A span that ends with line breaks ends, for the eye, before them. */
function lastCharacter(text: string, start: number, end: number): number {
  let last = Math.max(start, end - 1);
  while (last > start && (text[last] === '\n' || text[last] === '\r')) last--;
  return last;
}

interface Cell extends Glyph {
  readonly marked: boolean;
}

function excerptLine(source: SourceText, number: number, start: number, end: number): ExcerptLine {
  const line = lineBounds(source, number);
  const from = Math.min(Math.max(start, line.start), line.end);
  const to = Math.max(from, Math.min(end, line.end));
  // Only what can come into view is taken apart: a line may be a whole file.
  const viewStart = wholeCharacter(source.text, Math.max(line.start, from - COLUMNS));
  const viewEnd = Math.min(line.end, from + 2 * COLUMNS);
  const inside = start < line.start ? firstInk(source.text, from, to) : from;
  const cells: Cell[] = [];
  let marker = 0;
  let offset = viewStart;
  for (const character of source.text.slice(viewStart, viewEnd)) {
    if (offset < inside) marker = cells.length + 1;
    cells.push({ ...glyphOf(character), marked: offset >= inside && offset < to });
    offset += character.length;
  }
  return {
    number,
    ...view(cells, marker, { before: viewStart > line.start, after: viewEnd < line.end }),
  };
}

/** The second half of a pair of surrogates is no place to begin. */
const wholeCharacter = (text: string, offset: number): number =>
  offset > 0 && /[\udc00-\udfff]/.test(text[offset] ?? '') && /[\ud800-\udbff]/.test(text[offset - 1] ?? '')
    ? offset - 1
    : offset;

function firstInk(text: string, from: number, to: number): number {
  let offset = from;
  while (offset < to && (text[offset] === ' ' || text[offset] === '\t')) offset++;
  return offset === to ? from : offset;
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0);

/** Cuts the cells to COLUMNS around the marker (the index of the cell the span begins at). */
function view(
  cells: readonly Cell[],
  marker: number,
  cut: { readonly before: boolean; readonly after: boolean },
): { readonly text: string; readonly carets: string } {
  let first = 0;
  if (widthOf(cells) > COLUMNS) {
    let room = Math.max(BEFORE, COLUMNS - widthOf(cells.slice(marker)));
    first = marker;
    while (first > 0 && room >= cells[first - 1]!.width) room -= cells[--first]!.width;
  }
  let last = first;
  let width = 0;
  while (last < cells.length && width + cells[last]!.width <= COLUMNS) width += cells[last++]!.width;
  const left = cut.before || first > 0 ? CUT : '';
  const right = cut.after || last < cells.length ? CUT : '';
  const shown = cells.slice(first, last);
  const before = ' '.repeat(left.length + widthOf(cells.slice(first, marker)));
  const marked = widthOf(shown.filter((cell) => cell.marked));
  return {
    text: left + shown.map((cell) => cell.shown).join('') + right,
    carets: before + '^'.repeat(Math.max(1, marked)),
  };
}
