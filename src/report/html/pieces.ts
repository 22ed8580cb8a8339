/** Pieces that the sections of a page are made of. */
import { clean, graphemes } from '../text/index.ts';
import { type Html, type HtmlPart, html } from './escape.ts';

/** A name is cut here in a table or a heading; the whole of it stands where it is explained. */
const LONGEST_NAME = 160;

/** A name of the scenario's, on its own reading direction. */
export function named(text: string): Html {
  const whole = clean(text);
  const letters = graphemes(whole);
  const short = letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : whole;
  return html`<bdi>${short}</bdi>`;
}

/** A paragraph of the scenario's words. */
export const said = (text: string): Html => html`<p dir="auto">${text}</p>`;

export interface SectionHead {
  /** Letters and hyphens: the anchor. */
  readonly id: string;
  readonly title: string;
  /** What the section answers; null for nothing. */
  readonly lead?: string;
}

export const section = ({ id, title, lead }: SectionHead, body: HtmlPart): Html =>
  html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${lead === undefined ? null : html`<p class="lead">${lead}</p>`}${body}</section>
`;

export interface TableHead {
  readonly words: HtmlPart;
  /** Numbers stand at the right. */
  readonly number?: boolean;
  /** Left out where the screen is narrow. */
  readonly wide?: boolean;
}

export interface TableParts {
  readonly caption: string;
  /** The caption is seen, not only read aloud. */
  readonly shown?: boolean;
  readonly head: readonly TableHead[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly HtmlPart[])[];
  readonly kind: string;
}

const lookOf = ({ number, wide }: TableHead): string =>
  [...(number ? ['number'] : []), ...(wide ? ['wide'] : [])].join(' ');

export function table({ caption, shown, head, rows, kind }: TableParts): Html {
  const cells = (row: readonly HtmlPart[]): readonly Html[] =>
    row.map((cell, column) => {
      const look = lookOf(head[column]!);
      return column === 0
        ? html`<th scope="row" class="${look}">${cell}</th>`
        : html`<td class="${look}">${cell}</td>`;
    });
  return html`<table class="${kind}"><caption${shown ? null : HIDDEN}>${caption}</caption><thead><tr>${head.map((one) => html`<th scope="col" class="${lookOf(one)}">${one.words}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table>`;
}

const HIDDEN = html` class="unseen"`;

/** What is wider than a small screen scrolls by itself, with the keyboard too. */
export const scrolling = (label: string, body: Html): Html =>
  html`<div class="scrolls" role="region" tabindex="0" aria-label="${label}">${body}</div>`;

export const details = (summary: HtmlPart, body: HtmlPart, kind = 'more', open = false): Html =>
  html`<details class="${kind}"${open ? html` open` : null}><summary>${summary}</summary>${body}</details>`;

/** For ears only. */
export const aloud = (words: string): Html => html`<span class="unseen">${words}</span>`;

/** Words for eyes and ears around a command that is there to be copied. */
export const command = (words: string): Html => html`<pre class="command"><code>${words}</code></pre>`;
