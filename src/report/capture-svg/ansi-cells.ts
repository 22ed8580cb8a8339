/** Reads text with SGR escapes (as `tmux capture-pane -e` writes it) into styled runs of characters, line by line. */
import { graphemes, textWidth } from '../text/index.ts';

export type Rgb = readonly [number, number, number];

export interface TextStyle {
  /** null: the terminal's own. */
  readonly letters: Rgb | null;
  readonly ground: Rgb | null;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
}

export interface Glyph {
  readonly text: string;
  readonly column: number;
  readonly width: number;
  readonly style: TextStyle;
}

const PLAIN: TextStyle = {
  letters: null,
  ground: null,
  bold: false,
  faint: false,
  italic: false,
  underline: false,
  inverse: false,
};

/** The 16 named colours as a dark terminal shows them. */
const NAMED: readonly Rgb[] = [
  [40, 44, 52],
  [213, 94, 0],
  [0, 158, 115],
  [230, 159, 0],
  [86, 156, 214],
  [204, 121, 167],
  [86, 180, 233],
  [200, 204, 212],
  [128, 134, 145],
  [240, 113, 60],
  [62, 201, 158],
  [240, 228, 66],
  [120, 180, 235],
  [225, 155, 195],
  [130, 205, 245],
  [255, 255, 255],
];
const CUBE = [0, 95, 135, 175, 215, 255];

/** A colour of the 256: 16 named, a 6×6×6 cube, 24 greys. */
function indexed(index: number): Rgb {
  if (index < 16) return NAMED[index] ?? NAMED[7]!;
  if (index < 232) {
    const at = index - 16;
    return [CUBE[Math.floor(at / 36)]!, CUBE[Math.floor(at / 6) % 6]!, CUBE[at % 6]!];
  }
  const grey = 8 + 10 * (index - 232);
  return [grey, grey, grey];
}

/** The colour after 38 or 48, and how many parameters it took. */
function longColour(codes: readonly number[], at: number): readonly [Rgb | null, number] {
  if (codes[at] === 5) return [indexed(codes[at + 1] ?? 7), 2];
  if (codes[at] === 2) return [[codes[at + 1] ?? 0, codes[at + 2] ?? 0, codes[at + 3] ?? 0], 4];
  return [null, 0];
}

function applied(style: TextStyle, parameters: string): TextStyle {
  const codes = parameters.split(/[;:]/).map((code) => Number(code === '' ? 0 : code));
  let next = style;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at]!;
    if (code === 0) next = PLAIN;
    else if (code === 1) next = { ...next, bold: true };
    else if (code === 2) next = { ...next, faint: true };
    else if (code === 3) next = { ...next, italic: true };
    else if (code === 4) next = { ...next, underline: true };
    else if (code === 7) next = { ...next, inverse: true };
    else if (code === 22) next = { ...next, bold: false, faint: false };
    else if (code === 23) next = { ...next, italic: false };
    else if (code === 24) next = { ...next, underline: false };
    else if (code === 27) next = { ...next, inverse: false };
    else if (code === 39) next = { ...next, letters: null };
    else if (code === 49) next = { ...next, ground: null };
    else if (code >= 30 && code <= 37) next = { ...next, letters: indexed(code - 30) };
    else if (code >= 40 && code <= 47) next = { ...next, ground: indexed(code - 40) };
    else if (code >= 90 && code <= 97) next = { ...next, letters: indexed(code - 82) };
    else if (code >= 100 && code <= 107) next = { ...next, ground: indexed(code - 92) };
    else if (code === 38 || code === 48) {
      const [colour, taken] = longColour(codes, at + 1);
      if (colour !== null) next = code === 38 ? { ...next, letters: colour } : { ...next, ground: colour };
      at += taken;
    }
  }
  return next;
}

const ESCAPE = String.fromCharCode(0x1b);
const SEQUENCE = new RegExp(`${ESCAPE}(?:\\[([0-9;:]*)([@-~])|[^[])`, 'g');

/** Each line's glyphs; escapes other than colours and weights are dropped. A style goes on over line ends. */
export function ansiLines(text: string): readonly (readonly Glyph[])[] {
  let style = PLAIN;
  return text.split('\n').map((line) => {
    const glyphs: Glyph[] = [];
    let column = 0;
    let from = 0;
    const take = (part: string) => {
      for (const grapheme of graphemes(part)) {
        const width = textWidth(grapheme);
        if (width === 0) continue;
        glyphs.push({ text: grapheme, column, width, style });
        column += width;
      }
    };
    for (const match of line.matchAll(SEQUENCE)) {
      take(line.slice(from, match.index));
      if (match[2] === 'm') style = applied(style, match[1] ?? '');
      from = match.index + match[0].length;
    }
    take(line.slice(from));
    return glyphs;
  });
}
