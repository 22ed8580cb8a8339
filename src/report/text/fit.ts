/** Cuts, pads and wraps texts to columns. All take cleaned text or clean it themselves where they say so. */
import { cleanParagraph } from './clean.ts';
import { graphemes, textWidth } from './width.ts';

const ELLIPSIS = '…';

/** The text, or its beginning and `…` where it is wider than `width`. */
export function clip(text: string, width: number): string {
  if (width <= 0) return '';
  if (textWidth(text) <= width) return text;
  return `${beginning(text, width - 1).trimEnd()}${ELLIPSIS}`;
}

/** As much of the text as fits into `width`. */
function beginning(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    used += textWidth(grapheme);
    if (used > width) break;
    taken += grapheme;
  }
  return taken;
}

const blanks = (count: number) => ' '.repeat(Math.max(0, count));

/** Exactly `width` columns, the text at the left. */
export function atLeft(text: string, width: number): string {
  const clipped = clip(text, width);
  return clipped + blanks(width - textWidth(clipped));
}

/** Exactly `width` columns, the text at the right. */
export function atRight(text: string, width: number): string {
  const clipped = clip(text, width);
  return blanks(width - textWidth(clipped)) + clipped;
}

/** Lines of at most `width` columns, broken at blanks, and inside a word only where it is wider than a line. */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(1, width);
  const lines: string[] = [];
  let line = '';
  for (const word of cleanParagraph(text).split(' ')) {
    let rest = word;
    if (line !== '' && textWidth(line) + 1 + textWidth(rest) <= room) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (textWidth(rest) > room) {
      // A wide character in a column too narrow for it is taken all the same, so that the loop ends.
      const part = beginning(rest, room) || graphemes(rest)[0]!;
      lines.push(part);
      rest = rest.slice(part.length);
    }
    line = rest;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}
