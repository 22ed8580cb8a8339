/** How wide text is in a picture whose fonts are the reader's own: an estimate on the wide side, the same everywhere. */
import { graphemes, textWidth } from './width.ts';

/** Widths as parts of the letters' height, of the common system fonts the widest. */
const NARROW = /[ijl.,:;'|!()[\]ftI \-/]/;
const WIDE = /[mwMW@%—…→⇒]/;
const CAPITAL = /[A-Z0-9&#?=+<>~^*_$"]/;

function letterEms(letter: string): number {
  if (NARROW.test(letter)) return 0.4;
  if (WIDE.test(letter)) return 0.98;
  if (CAPITAL.test(letter)) return 0.7;
  return textWidth(letter) > 1 ? 1.05 : 0.62;
}

/** Width of cleaned text in heights of its letters. */
export const emsOf = (text: string): number =>
  graphemes(text).reduce((sum, letter) => sum + letterEms(letter), 0);

const ELLIPSIS = '…';

/** The cleaned text, or its beginning and `…` where it is wider than so many heights of its letters. */
export function cutToEms(text: string, most: number): string {
  if (emsOf(text) <= most) return text;
  let kept = '';
  let width = letterEms(ELLIPSIS);
  for (const letter of graphemes(text)) {
    width += letterEms(letter);
    if (width > most) break;
    kept += letter;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}
