/** HTML written by hand: what is put into it is text, and escaped, unless it is HTML of ours already. */
import { cleanParagraph } from '../text/index.ts';

/** A piece of markup that was made by `html` or `trusted`, and by nothing else. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What can stand in a piece of markup; null leaves a gap. */
export type HtmlPart = string | number | Html | readonly Html[] | null;

/** What XML 1.0 has no place for and cleaning leaves: an SVG inside the page must be sound, too. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

/** Cleaned text that cannot end what it stands in: an element, or an attribute in quotes. */
export const escapedHtml = (text: string): string =>
  cleanParagraph(text)
    .replace(NO_CHARACTERS, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

/**
 * A piece of markup: `` html`<p title="${words}">${words}</p>` ``. Attributes must stand in quotes. Not for what goes into
 * a script, a style sheet or an address.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const written = strings.map((text, index) => text + markupOf(parts[index] ?? null));
  return new Html(written.join(''));
}

/** Markup that holds nothing of a scenario or of a user: a style sheet, a picture that has escaped its own texts. */
export const trusted = (markup: string): Html => new Html(markup);

function markupOf(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' ? escapedHtml(part) : part.map(({ markup }) => markup).join('');
}
