/**
 * Foreign text as something that is safe to print: scenario files are untrusted, and a terminal obeys escape
 * sequences, bidirectional overrides reorder a line, and invisible characters hide what is there.
 */

/**
 * Control and format characters, line separators, private use and lone surrogates. The two joiners are
 * letters' business in several scripts and harmless; a soft hyphen, a byte-order mark, tags and overrides are not.
 */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;
const JOINERS = /[\u200c\u200d]/;
const COMBINING = /\p{M}/u;

/** What stands for one character on the screen, and how many columns it takes. */
export interface Glyph {
  readonly shown: string;
  readonly width: number;
}

const TAB_WIDTH = 4;

/** Blocks that terminals draw two columns wide: East Asian Wide and Fullwidth, and emoji (Unicode 15, UAX #11). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x274c, 0x274c],
  [0x2753, 0x2757],
  [0x2795, 0x2797],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1b000, 0x1b2ff],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f200, 0x1f320],
  [0x1f32d, 0x1f335],
  [0x1f337, 0x1f37c],
  [0x1f37e, 0x1f393],
  [0x1f3a0, 0x1f3ca],
  [0x1f3e0, 0x1f3f0],
  [0x1f3f4, 0x1f3f4],
  [0x1f3f8, 0x1f43e],
  [0x1f440, 0x1f440],
  [0x1f442, 0x1f4fc],
  [0x1f4ff, 0x1f53d],
  [0x1f54b, 0x1f567],
  [0x1f5fb, 0x1f64f],
  [0x1f680, 0x1f6c5],
  [0x1f6cc, 0x1f6d2],
  [0x1f6d5, 0x1f6df],
  [0x1f6eb, 0x1f6ec],
  [0x1f6f4, 0x1f6fc],
  [0x1f7e0, 0x1f7f0],
  [0x1f90c, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
];

const isWide = (point: number): boolean =>
  point >= 0x1100 && WIDE.some(([first, last]) => point >= first && point <= last);

/** One code point, as shown inside a line. A tab is four blanks; what could do harm is written as its number. */
export function glyphOf(character: string): Glyph {
  if (character >= ' ' && character <= '~') return { shown: character, width: 1 };
  if (character === '\t') return { shown: ' '.repeat(TAB_WIDTH), width: TAB_WIDTH };
  if (JOINERS.test(character)) return { shown: character, width: 0 };
  const point = character.codePointAt(0) ?? 0;
  if (HARMFUL.test(character)) {
    const shown = `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
    return { shown, width: shown.length };
  }
  if (COMBINING.test(character)) return { shown: character, width: 0 };
  return { shown: character, width: isWide(point) ? 2 : 1 };
}

/** A sentence on one line: line breaks and tabs become blanks, anything that could do harm its number. */
export function harmless(text: string): string {
  let shown = '';
  for (const character of text.replace(/\r\n|[\n\r\t]/g, ' ')) shown += glyphOf(character).shown;
  return shown;
}
