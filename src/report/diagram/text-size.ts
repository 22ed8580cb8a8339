/** How much room text takes in a picture whose fonts are the reader's own: an estimate on the wide side. */
import { clean, cutToEms, emsOf } from '../text/index.ts';

/** `name` of a stage or decision, `label` of a link, `strong` a share, `faint` what explains. */
export type TextLook = 'title' | 'region' | 'name' | 'label' | 'strong' | 'faint';

/** Height of the letters, pixels. */
export const FONT_SIZES: Readonly<Record<TextLook, number>> = {
  title: 20,
  region: 14,
  name: 13,
  label: 11,
  strong: 11,
  faint: 10,
};

const LINE_HEIGHT = 1.28;
export const lineHeight = (look: TextLook): number => FONT_SIZES[look] * LINE_HEIGHT;

const BOLD: Readonly<Partial<Record<TextLook, number>>> = {
  title: 1.06,
  region: 1.06,
  name: 1.06,
  strong: 1.08,
};

/** Pixels a height of the look's letters is wide. */
const emOf = (look: TextLook): number => FONT_SIZES[look] * (BOLD[look] ?? 1);

/** Width of cleaned text, pixels. */
export const widthOf = (text: string, look: TextLook): number => emsOf(text) * emOf(look);

/** The text, or its beginning and `…` where it is wider than `width` pixels. */
export const cut = (text: string, width: number, look: TextLook): string =>
  cutToEms(text, width / emOf(look));

/** At most `most` lines of at most `width` pixels, broken at blanks; what does not fit ends in `…`. */
export function wrapped(text: string, width: number, look: TextLook, most: number): readonly string[] {
  const words = clean(text).split(' ');
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, look) <= width) {
      line = longer;
      continue;
    }
    if (line === '' || lines.length === most - 1) {
      const rest = [line, ...words.slice(index)].filter((part) => part !== '').join(' ');
      if (lines.length === most - 1) return [...lines, cut(rest, width, look)];
      lines.push(cut(word, width, look));
      line = '';
      continue;
    }
    lines.push(line);
    line = widthOf(word, look) <= width ? word : cut(word, width, look);
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}
