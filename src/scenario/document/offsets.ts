/** Where in the source each character of a scalar stands: quotes, escapes, folding and indentation undone. */

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/** The source from which a scalar came, quotes or block header included. */
export interface ScalarSource {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
}

/**
 * A function from an index into the content to an offset in the source, found when first asked for. Exact for text that
 * stands as it is; a character that YAML made (a folded line end) maps to where it was made.
 */
export function offsetsOf(content: string, source: ScalarSource): (index: number) => number {
  let table: readonly number[] | null = null;
  return (index) => {
    table ??= align(content, source);
    return table[Math.max(0, Math.min(index, content.length))]!;
  };
}

function align(content: string, source: ScalarSource): readonly number[] {
  const table: number[] = [];
  let at = contentStart(source);
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (!isBlank(code)) at = nextPlaceOf(code, source, at);
    table.push(at);
    at += Math.max(0, takenBy(code, source, at));
  }
  table.push(Math.min(at, source.end));
  return table;
}

function contentStart({ text, start, end, style }: ScalarSource): number {
  if (style === 'plain') return start;
  if (style !== 'block') return Math.min(start + 1, end);
  const header = text.indexOf('\n', start);
  return header === -1 || header >= end ? end : header + 1;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09;
}

/** From here on the first place that makes this character: in between are only indentation and line ends. */
function nextPlaceOf(code: number, source: ScalarSource, from: number): number {
  for (let at = from; at < source.end; at++) if (takenBy(code, source, at) !== -1) return at;
  return from;
}

/** How many characters of the source at this place make the character; -1 when they do not. */
function takenBy(code: number, { text, style }: ScalarSource, at: number): number {
  if (style === 'double' && text[at] === '\\') return takenByEscape(code, text, at);
  if (text.charCodeAt(at) !== code) return -1;
  return style === 'single' && text.startsWith("''", at) ? 2 : 1;
}

const SIMPLE_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['0', 0x00],
  ['a', 0x07],
  ['b', 0x08],
  ['e', 0x1b],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
  ['N', 0x85],
  ['_', 0xa0],
  ['L', 0x2028],
  ['P', 0x2029],
]);
const ESCAPE_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

function takenByEscape(code: number, text: string, at: number): number {
  const letter = text[at + 1] ?? '';
  const digits = ESCAPE_DIGITS.get(letter);
  if (digits === undefined) return (SIMPLE_ESCAPES.get(letter) ?? letter.charCodeAt(0)) === code ? 2 : -1;
  const point = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  if (!(point <= 0x10ffff)) return -1;
  const made = String.fromCodePoint(point);
  if (made.length === 1) return made.charCodeAt(0) === code ? 2 + digits : -1;
  // Two units from one escape: the first takes no room, so that the second finds the escape again.
  if (made.charCodeAt(0) === code) return 0;
  return made.charCodeAt(1) === code ? 2 + digits : -1;
}
