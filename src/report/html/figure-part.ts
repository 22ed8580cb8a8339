/** A drawn figure in a page: a picture that cannot run or load anything, with what it shows in words. */
import { type Html, html, trusted } from './escape.ts';
import { base64 } from './packed-bytes.ts';
import { details } from './pieces.ts';

export interface DrawnFigure {
  /** Letters, digits and `-`: a file's name without its ending. */
  readonly name: string;
  /** With its title and its description in it. */
  readonly svg: string;
}

export function figurePart({ name, svg }: DrawnFigure): Html {
  const title = elementOf(svg, 'title') ?? spaced(name);
  const told = elementOf(svg, 'desc');
  // Base64 is plain, and longer than any text of a scenario may be.
  const data = trusted(`data:image/svg+xml;base64,${base64(new TextEncoder().encode(svg))}`);
  return html`<figure><img src="${data}" alt="${title}"><figcaption>${spaced(name)}${told === null ? null : details('What it shows, in words', html`<p>${told}</p>`)}<span class="tools live"><button type="button" data-figure="svg" data-name="${name}" aria-label="${`${spaced(name)} as SVG`}">SVG</button><button type="button" data-figure="png" data-name="${name}" aria-label="${`${spaced(name)} as PNG`}">PNG</button></span></figcaption></figure>`;
}

const elementOf = (svg: string, name: 'title' | 'desc'): string | null => {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(svg);
  return found === null ? null : unescaped(found[1]!);
};

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of XML; it is escaped anew where it is written. */
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!);

/** `stages-crisis` as words: `Stages crisis`. */
export const spaced = (name: string): string => {
  const words = name.replace(/[-_]/g, ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
