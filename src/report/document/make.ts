/** Short ways to make a document's parts. */
import { cleanParagraph } from '../text/index.ts';
import type { Block, Inline, Line, Table } from './blocks.ts';

type Part = Inline | Line | number;

const isLine = (part: Part): part is Line => Array.isArray(part);

/** A line from a template: its own words as they stand, and parts. `say` cleans nothing: `words` does. */
export function say(literals: TemplateStringsArray, ...parts: readonly Part[]): Line {
  return literals.flatMap((literal, index): Line => {
    const part = parts[index];
    const before: Line = literal === '' ? [] : [literal];
    if (part === undefined) return before;
    return [...before, ...(isLine(part) ? part : [typeof part === 'number' ? String(part) : part])];
  });
}

/** A name, a path or a formula as it stands in the file. */
export const code = (text: string): Inline => ({ kind: 'code', text: cleanParagraph(text) });

export const emphasis = (text: string): Inline => ({ kind: 'emphasis', text: cleanParagraph(text) });

export const strong = (text: string): Inline => ({ kind: 'strong', text: cleanParagraph(text) });

const CODE = /`([^`|\\]+)`/;

/** Words of a scenario: on one line, nothing that steers, and what stands between backticks as code. */
export const words = (text: string): Line =>
  cleanParagraph(text)
    .split(CODE)
    .flatMap((piece, index): Line => (piece === '' ? [] : [index % 2 === 1 ? code(piece) : piece]));

const ADDRESS = /(https?:\/\/[\w.~:/?#@!$&'*+,;=%-]*[\w/])/;

/** Words in which addresses of the web are links: for sources, which a reader wants to open. */
export const linked = (text: string): Line =>
  cleanParagraph(text)
    .split(ADDRESS)
    .flatMap((piece, index): Line => {
      if (piece === '') return [];
      return index % 2 === 1 ? [{ kind: 'link', url: piece }] : words(piece);
    });

/** The lines one after the other, with words between them. */
export const joined = (lines: readonly Line[], between: string): Line =>
  lines.flatMap((line, index) => (index === 0 ? line : [between, ...line]));

/** `a`, `a and b`, `a, b and c`. */
export function listed(lines: readonly Line[], last = 'and'): Line {
  if (lines.length < 2) return lines[0] ?? [];
  return [...joined(lines.slice(0, -1), ', '), ` ${last} `, ...lines.at(-1)!];
}

export const heading = (level: 1 | 2 | 3 | 4, line: Line): Block => ({ kind: 'heading', level, line });
export const paragraph = (line: Line): Block => ({ kind: 'paragraph', line });
export const bullets = (items: readonly Line[]): Block => ({ kind: 'list', ordered: false, items });
export const numbered = (items: readonly Line[]): Block => ({ kind: 'list', ordered: true, items });
export const formula = (tex: string): Block => ({ kind: 'formula', tex });

/** Titles that end in `>` are of columns of numbers, aligned at the right. */
export function table(caption: string, titles: readonly string[], rows: readonly (readonly Line[])[]): Table {
  const columns = titles.map((title) =>
    title.endsWith('>')
      ? ({ title: cleanParagraph(title.slice(0, -1)), align: 'right' } as const)
      : ({ title: cleanParagraph(title), align: 'left' } as const),
  );
  return { kind: 'table', caption: cleanParagraph(caption), columns, rows };
}
