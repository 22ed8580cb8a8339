/** A captured terminal as a picture: crisp at any size, readable as text, drawn alike by every font. */
import { ansiLines, type Glyph, type Rgb, type TextStyle } from './ansi-cells.ts';
import { shapesOf } from './block-shapes.ts';

export interface TerminalPicture {
  readonly columns: number;
  readonly rows: number;
  /** Stands in the window's bar, and is what screen readers say. */
  readonly title: string;
}

const CELL_WIDTH = 8.4;
const CELL_HEIGHT = 17;
const FONT_SIZE = 14;
const BASELINE = 12.6;
const PADDING = 14;
const BAR = 30;
const GROUND: Rgb = [22, 24, 29];
const LETTERS: Rgb = [214, 217, 224];
const FRAME = '#2b2f38';
const FONTS =
  "ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";
const FAINT = 0.55;

const hex = (colour: Rgb) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const number = (value: number) => String(Number(value.toFixed(2)));
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const mixed = (over: Rgb, under: Rgb, share: number): Rgb => [
  Math.round(over[0] * share + under[0] * (1 - share)),
  Math.round(over[1] * share + under[1] * (1 - share)),
  Math.round(over[2] * share + under[2] * (1 - share)),
];

interface Paint {
  readonly letters: Rgb;
  /** null: the window's own. */
  readonly ground: Rgb | null;
}

/** What a style looks like once inverse and faint are worked in. */
function paintOf(style: TextStyle): Paint {
  const [letters, ground] = style.inverse
    ? [style.ground ?? GROUND, style.letters ?? LETTERS]
    : [style.letters ?? LETTERS, style.ground];
  return { letters: style.faint ? mixed(letters, ground ?? GROUND, FAINT) : letters, ground };
}

/** Cuts a line where `key` changes. */
function runs(line: readonly Glyph[], key: (glyph: Glyph) => string | null): readonly (readonly Glyph[])[] {
  const found: Glyph[][] = [];
  let before: string | null = null;
  for (const glyph of line) {
    const now = key(glyph);
    if (now !== null && now === before) found[found.length - 1]!.push(glyph);
    else if (now !== null) found.push([glyph]);
    before = now;
  }
  return found;
}

const left = (column: number) => PADDING + column * CELL_WIDTH;
const top = (row: number) => BAR + PADDING + row * CELL_HEIGHT;
const widthOf = (glyphs: readonly Glyph[]) => glyphs.reduce((sum, { width }) => sum + width, 0);

function box(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${fill}"/>`;
}

/** Colours behind the letters, one rectangle a stretch. */
function groundBoxes(line: readonly Glyph[], row: number): readonly string[] {
  const key = ({ style }: Glyph) => {
    const { ground } = paintOf(style);
    return ground === null ? null : hex(ground);
  };
  return runs(line, key).map((run) =>
    box(left(run[0]!.column), top(row), widthOf(run) * CELL_WIDTH, CELL_HEIGHT, key(run[0]!)!),
  );
}

/** Block and line characters; equal neighbours as wide as they stand. */
function shapeBoxes(line: readonly Glyph[], row: number): readonly string[] {
  const key = (glyph: Glyph) =>
    shapesOf(glyph.text) === null ? null : `${glyph.text}${JSON.stringify(paintOf(glyph.style))}`;
  return runs(line, key).flatMap((run) => {
    const { letters, ground } = paintOf(run[0]!.style);
    const shapes = shapesOf(run[0]!.text)!;
    const joins = shapes.every(({ x, width }) => x === 0 && width === 1);
    const spans = joins ? [run] : run.map((glyph) => [glyph]);
    return spans.flatMap((span) =>
      shapes.map(({ x, y, width, height, opacity }) => {
        const stretch = span.length;
        const fill = hex(mixed(letters, ground ?? GROUND, opacity));
        return box(
          left(span[0]!.column) + x * CELL_WIDTH,
          top(row) + y * CELL_HEIGHT,
          width * stretch * CELL_WIDTH,
          height * CELL_HEIGHT,
          fill,
        );
      }),
    );
  });
}

/** Cuts a run at wide gaps and leaves out spaces at its ends: viewers differ in what they make of those. */
function words(run: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const isSpace = (glyph: Glyph | undefined) => glyph === undefined || glyph.text === ' ';
  const key = (glyph: Glyph) => {
    const place = run.indexOf(glyph);
    const isGap = isSpace(glyph) && (isSpace(run[place - 1]) || isSpace(run[place + 1]));
    return isGap ? null : 'word';
  };
  return runs(run, key);
}

function texts(line: readonly Glyph[], row: number): readonly string[] {
  const key = (glyph: Glyph) => (shapesOf(glyph.text) === null ? JSON.stringify(glyph.style) : null);
  const stretches = runs(line, key).flatMap(words);
  return stretches.map((run): string => {
    const text = run.map((glyph) => glyph.text).join('');
    const { style, column } = run[0]!;
    const { letters } = paintOf(style);
    const attributes = [
      `x="${number(left(column))}"`,
      `y="${number(top(row) + BASELINE)}"`,
      // The grid holds whatever the font's own width is.
      `textLength="${number(widthOf(run) * CELL_WIDTH)}"`,
      `fill="${hex(letters)}"`,
      ...(style.bold ? ['font-weight="bold"'] : []),
      ...(style.italic ? ['font-style="italic"'] : []),
      ...(style.underline ? ['text-decoration="underline"'] : []),
    ];
    return `<text ${attributes.join(' ')}>${escaped(text)}</text>`;
  });
}

/** The bar on top, with the three dots that say: a window. */
function frame(width: number, height: number, title: string): readonly string[] {
  const dots = ['#d55e00', '#e69f00', '#009e73'].map(
    (colour, index) => `<circle cx="${18 + 18 * index}" cy="${BAR / 2}" r="5.5" fill="${colour}"/>`,
  );
  return [
    `<rect width="${number(width)}" height="${number(height)}" rx="8" fill="${FRAME}"/>`,
    `<path d="M0 ${BAR}H${number(width)}V${number(height - 8)}a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8z" fill="${hex(GROUND)}"/>`,
    ...dots,
    `<text x="${number(width / 2)}" y="${BAR / 2 + 4.5}" text-anchor="middle" fill="#9aa1ad" font-size="13">${escaped(title)}</text>`,
  ];
}

/** The SVG document, ending with a line feed. Lines and columns beyond the size are cut off. */
export function terminalSvg(ansiText: string, { columns, rows, title }: TerminalPicture): string {
  const width = 2 * PADDING + columns * CELL_WIDTH;
  const height = BAR + 2 * PADDING + rows * CELL_HEIGHT;
  const lines = ansiLines(ansiText)
    .slice(0, rows)
    .map((line) => line.filter((glyph) => glyph.column + glyph.width <= columns));
  const parts = lines.flatMap((line, row) => [
    ...groundBoxes(line, row),
    ...shapeBoxes(line, row),
    ...texts(line, row),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number(width)} ${number(height)}" width="${number(width)}" height="${number(height)}" role="img" aria-label="${escaped(title)}" font-family="${FONTS}" font-size="${FONT_SIZE}">`,
    `<title>${escaped(title)}</title>`,
    ...frame(width, height, title),
    `<g shape-rendering="crispEdges">`,
    ...parts.filter((part) => part.startsWith('<rect')),
    '</g>',
    ...parts.filter((part) => !part.startsWith('<rect')),
    '</svg>',
    '',
  ].join('\n');
}
