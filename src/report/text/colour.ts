/**
 * A palette that colour-blind readers can tell apart (Okabe and Ito 2008, "Color Universal Design"), and
 * how it is written for a terminal of each depth. Colour never stands alone: see `looks.ts` for its twins.
 */

export type Hue =
  | 'orange'
  | 'sky'
  | 'green'
  | 'yellow'
  | 'blue'
  | 'vermillion'
  | 'purple'
  | 'grey'
  // Quiet ones beside the palette, for what has no colour of its own where many things are shown.
  | 'silver'
  | 'sand'
  | 'slate';

/** Bits of colour a terminal knows: none, 16 colours, 256, or any. */
export type ColourDepth = 1 | 4 | 8 | 24;

interface Ink {
  readonly rgb: readonly [number, number, number];
  /** Nearest in the 256-colour cube. */
  readonly indexed: number;
  /** Nearest of the 16 the user has chosen, as a foreground code; background is 10 more. */
  readonly basic: number;
}

export const INKS: Readonly<Record<Hue, Ink>> = {
  orange: { rgb: [230, 159, 0], indexed: 214, basic: 33 },
  sky: { rgb: [86, 180, 233], indexed: 74, basic: 36 },
  green: { rgb: [0, 158, 115], indexed: 36, basic: 32 },
  yellow: { rgb: [240, 228, 66], indexed: 221, basic: 93 },
  blue: { rgb: [0, 114, 178], indexed: 31, basic: 34 },
  vermillion: { rgb: [213, 94, 0], indexed: 166, basic: 31 },
  purple: { rgb: [204, 121, 167], indexed: 175, basic: 35 },
  grey: { rgb: [153, 153, 153], indexed: 246, basic: 90 },
  silver: { rgb: [205, 208, 214], indexed: 252, basic: 37 },
  sand: { rgb: [204, 178, 138], indexed: 180, basic: 33 },
  slate: { rgb: [92, 112, 128], indexed: 66, basic: 34 },
};

/** Words a scenario may use for `colour`, each the palette's nearest. */
const NAMES: Readonly<Record<string, Hue>> = {
  orange: 'orange',
  brown: 'orange',
  sky: 'sky',
  cyan: 'sky',
  turquoise: 'sky',
  green: 'green',
  teal: 'green',
  yellow: 'yellow',
  gold: 'yellow',
  blue: 'blue',
  navy: 'blue',
  red: 'vermillion',
  vermillion: 'vermillion',
  purple: 'purple',
  violet: 'purple',
  magenta: 'purple',
  pink: 'purple',
  grey: 'grey',
  gray: 'grey',
  black: 'grey',
  white: 'grey',
};

/** null for a word that is no colour we know. */
export function hueNamed(name: string | null): Hue | null {
  const word = name?.trim().toLowerCase() ?? '';
  return Object.hasOwn(NAMES, word) ? NAMES[word]! : null;
}

/** SGR parameters that switch a hue on, for letters or (`ground`) for what is behind them. */
export function hueCode(hue: Hue, depth: ColourDepth, ground: boolean): string | null {
  const ink = INKS[hue];
  switch (depth) {
    case 1:
      return null;
    case 4:
      return String(ink.basic + (ground ? 10 : 0));
    case 8:
      return `${ground ? 48 : 38};5;${ink.indexed}`;
    case 24:
      return `${ground ? 48 : 38};2;${ink.rgb.join(';')}`;
  }
}
