/** A whole picture: parts below each other, a title that is read aloud, and the rules that colour it. */
import { clean, cleanParagraph } from '../text/index.ts';
import type { Size } from './box-size.ts';
import { drawBox, drawGroup } from './draw-box.ts';
import { drawLink } from './draw-link.ts';
import type { LaidOut } from './graphviz.ts';
import { STYLE_SHEET } from './style-sheet.ts';
import { escaped, px, textElement } from './svg-text.ts';
import { cut, lineHeight, wrapped } from './text-size.ts';

/** A part of the page: where it stands is the page's to say. */
export interface Part {
  readonly size: Size;
  readonly svg: string;
}

const MARGIN = 20;
/** Between parts, and between panels. */
export const GAP = 14;

export const moved = (svg: string, { x, y }: { readonly x: number; readonly y: number }): string =>
  `<g transform="translate(${px(x)} ${px(y)})">${svg}</g>`;

/** Groups below, then lines, then boxes, so that no line runs over a word. */
export const figureSvg = ({ groups, links, boxes }: LaidOut): string =>
  [
    ...groups.map(drawGroup),
    ...links.map(({ link, points }) => drawLink(link, points)),
    ...boxes.map(drawBox),
  ].join('\n');

const MOST_LINES = 4;

/** Words in lines of at most `width` pixels. */
export function wordsPart(words: string, width: number, look: 'label' | 'faint'): Part {
  const lines = wrapped(words, width, look, MOST_LINES);
  const svg = lines.map((line, index) =>
    textElement(line, { x: 0, y: (index + 0.8) * lineHeight(look) }, look),
  );
  return { size: { width, height: lines.length * lineHeight(look) }, svg: svg.join('') };
}

/** The title, and words below it where there are any. */
export function headPart(title: string, words: string | null, width: number): Part {
  const head = textElement(cut(clean(title), width, 'title'), { x: 0, y: 20 }, 'title');
  if (words === null) return { size: { width, height: 28 }, svg: head };
  const below = wordsPart(words, width, 'label');
  return {
    size: { width, height: 30 + below.size.height },
    svg: `${head}${moved(below.svg, { x: 0, y: 30 })}`,
  };
}

/**
 * The SVG text.
 * @param more style rules besides the common ones; a description that no one sees, such as where the picture came from.
 */
export function page(
  title: string,
  width: number,
  parts: readonly Part[],
  { rules = '', description = '' }: { readonly rules?: string; readonly description?: string } = {},
): string {
  let y = MARGIN;
  const placed = parts.map(({ svg, size }) => {
    const part = moved(svg, { x: MARGIN, y });
    y += size.height + GAP;
    return part;
  });
  const size = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(y - GAP + MARGIN) };
  const name = escaped(clean(title));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    ...(description === '' ? [] : [`<desc>${escaped(cleanParagraph(description))}</desc>`]),
    `<style>${STYLE_SHEET}${rules}</style>`,
    `<rect class="page" width="${size.width}" height="${size.height}"/>`,
    ...placed,
    '</svg>',
    '',
  ].join('\n');
}
