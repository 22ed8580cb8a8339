/** A document as Markdown: CommonMark with GitHub's tables; formulae in fences that GitHub and GitLab typeset. */
import type { Block, Document, Inline, Line, Table } from '../document/index.ts';
import { codeSpan, escapeMarkdown } from './escape.ts';

/** Ends with a line feed. One line a paragraph, so that no wrapped line begins a list. */
export const markdownOf = (document: Document): string => `${document.map(blockText).join('\n\n')}\n`;

interface Place {
  readonly inTable: boolean;
  /** It is a line of its own, whose beginning could mean something. */
  readonly isLine: boolean;
}

function lineText(line: Line, place: Place): string {
  let text = '';
  for (const part of merged(line)) text += inlineText(part, text === '' && place.isLine, place);
  return text.trim();
}

/** Neighbouring texts as one, so that no mark is made of two of them. */
function merged(line: Line): readonly Inline[] {
  const parts: Inline[] = [];
  for (const part of line) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}

function inlineText(part: Inline, isStart: boolean, { inTable }: Place): string {
  if (typeof part === 'string') return escapeMarkdown(part, isStart);
  switch (part.kind) {
    case 'code':
      return codeSpan(part.text, inTable);
    case 'emphasis':
      return marked('*', part.text);
    case 'strong':
      return marked('**', part.text);
    case 'link':
      return `<${part.url}>`;
    default:
      return part satisfies never;
  }
}

/** Emphasis does not open before a blank or close after one; of nothing there is none. */
function marked(mark: string, text: string): string {
  const inner = escapeMarkdown(text.trim(), false);
  return inner === '' ? '' : `${mark}${inner}${mark}`;
}

const OPEN: Place = { inTable: false, isLine: true };
const HEADING: Place = { inTable: false, isLine: false };
const CELL: Place = { inTable: true, isLine: false };

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineText(block.line, HEADING)}`;
    case 'paragraph':
      return lineText(block.line, OPEN);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${lineText(item, OPEN)}`)
        .join('\n');
    case 'table':
      return tableText(block);
    case 'formula':
      return fenced('math', block.tex);
    case 'verbatim':
      return fenced('text', block.text);
    case 'figure':
      return `![${escapeMarkdown(block.caption, false)}](<${addressOf(block.file)}>)\n\n*${escapeMarkdown(block.caption, false)}*`;
    default:
      return block satisfies never;
  }
}

const fenced = (language: string, text: string): string => {
  const runs = text.match(/`+/g)?.map((run) => run.length) ?? [];
  const fence = '`'.repeat(Math.max(2, ...runs) + 1);
  return `${fence}${language}\n${text}\n${fence}`;
};

/** A file beside the document, as an address. */
const addressOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

/** A table's caption stands over it as a paragraph, for Markdown's tables have none. */
function tableText({ caption, columns, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (line: Line): string => lineText(line, CELL);
  const lines = [
    row(columns.map(({ title }) => cell([title]))),
    row(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map(cell))),
  ];
  return `*${escapeMarkdown(caption, false)}*\n\n${lines.join('\n')}`;
}
