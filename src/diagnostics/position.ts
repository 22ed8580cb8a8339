/** Lines and columns of a source text. */
import type { SourceText } from './diagnostic.ts';

/** 1-based. A column counts characters (Unicode code points), a tab as one. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which the lines of a source start; texts do not change, so each is cut into lines once. */
const startsOf = new WeakMap<SourceText, readonly number[]>();

function lineStarts(source: SourceText): readonly number[] {
  const known = startsOf.get(source);
  if (known) return known;
  const starts = [0];
  for (const found of source.text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length);
  startsOf.set(source, starts);
  return starts;
}

/** An offset as a whole number within the text; nonsense counts as its start. */
export function clampOffset(source: SourceText, offset: number): number {
  if (!(offset > 0)) return 0;
  return Math.min(Math.floor(offset), source.text.length);
}

/** 0-based number of the line that holds the offset. */
function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where an offset lies; one outside the text counts as its nearest end. */
export function positionAt(source: SourceText, offset: number): Position {
  const starts = lineStarts(source);
  const place = clampOffset(source, offset);
  const index = lineIndex(starts, place);
  let column = 1;
  for (let at = starts[index]!; at < place; column++) at += source.text.codePointAt(at)! > 0xffff ? 2 : 1;
  return { line: index + 1, column };
}

/** Offsets of a line's text, without its line break. `line` is 1-based and must exist. */
export function lineBounds(
  source: SourceText,
  line: number,
): { readonly start: number; readonly end: number } {
  const starts = lineStarts(source);
  const start = starts[line - 1] ?? source.text.length;
  let end = starts[line] ?? source.text.length;
  while (end > start && (source.text[end - 1] === '\n' || source.text[end - 1] === '\r')) end--;
  return { start, end };
}
