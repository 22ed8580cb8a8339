/** How many columns a text takes in a terminal. Texts are cleaned first (`clean.ts`): no escapes, no joiners. */
import { WIDE_RANGES } from './wide-ranges.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Latin letters, dashes, arrows, box drawing, blocks and shapes: each is one column and stands alone. */
const ALL_SINGLE = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2013\u2014\u2022\u2026\u2190-\u2199\u2500-\u25fc]*$/;
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Mn}\p{Me}\p{Surrogate}]$/u;
const SPACING_MARK = /^\p{Mc}$/u;

/** The characters as a reader counts them: a letter with its accents is one. */
export function graphemes(text: string): readonly string[] {
  if (ALL_SINGLE.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function isWide(codePoint: number): boolean {
  if (codePoint < WIDE_RANGES[0]!) return false;
  let low = 0;
  let high = WIDE_RANGES.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < WIDE_RANGES[2 * middle]!) high = middle - 1;
    else if (codePoint > WIDE_RANGES[2 * middle + 1]!) low = middle + 1;
    else return true;
  }
  return false;
}

const isRegionalIndicator = (codePoint: number) => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;

function graphemeWidth(grapheme: string): number {
  let width = 0;
  let indicators = 0;
  for (const character of grapheme) {
    const codePoint = character.codePointAt(0)!;
    if (INVISIBLE.test(character)) continue;
    if (isRegionalIndicator(codePoint)) indicators += 1;
    if (width === 0) width = isWide(codePoint) ? 2 : 1;
    // A vowel sign that stands beside its letter, and a half-width sound mark, take a column of their own.
    else if (SPACING_MARK.test(character)) width += 1;
    else if (codePoint >= 0xff00 && codePoint <= 0xffef) width += isWide(codePoint) ? 2 : 1;
  }
  return indicators === 2 ? 2 : width;
}

export function textWidth(text: string): number {
  if (ALL_SINGLE.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}
