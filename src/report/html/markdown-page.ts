/** The little of Markdown that our own pages of methods use, as markup: headings, paragraphs, lists, indented code. */
import { type Html, html } from './escape.ts';
import { command } from './pieces.ts';

const marked = (text: string): Html =>
  html`${text.split(/(\*[^*]+\*|`[^`]+`)/).map((part) => {
    if (part.length > 2 && part.startsWith('*')) return html`<em>${part.slice(1, -1)}</em>`;
    if (part.length > 2 && part.startsWith('`')) return html`<code>${part.slice(1, -1)}</code>`;
    return html`${blank(part, /^\s/)}${part}${part.trim() === '' ? null : blank(part, /\s$/)}`;
  })}`;

/** The blank that cleaning takes from the end of a text. */
const blank = (text: string, where: RegExp): Html | null => (where.test(text) ? html` ` : null);

/** Blocks stand apart by empty lines. The first heading is left out: what the words stand in has one. */
export function markdownPart(text: string): Html {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== '');
  return html`${blocks.map((block, index) => blockOf(block, index === 0))}`;
}

function blockOf(block: string, isFirst: boolean): Html {
  const heading = /^#+ (.*)/.exec(block);
  if (heading !== null) return isFirst ? html`` : html`<h3>${heading[1]!}</h3>`;
  const lines = block.split('\n').filter((line) => line !== '');
  if (lines.every((line) => line.startsWith('    '))) return command(block);
  if (lines.every((line) => line.startsWith('- ')))
    return html`<ul>${lines.map((line) => html`<li>${marked(line.slice(2))}</li>`)}</ul>`;
  return html`<p>${marked(lines.join(' '))}</p>`;
}
