/**
 * Block and line characters as geometry in a cell of 1 × 1: drawn as shapes they meet without gaps in every
 * font. Each shape is a rectangle, with an opacity for half-tones.
 */

export interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
}

const rectangle = (x: number, y: number, width: number, height: number, opacity = 1): Shape => ({
  x,
  y,
  width,
  height,
  opacity,
});

const LOWER = '▁▂▃▄▅▆▇█';
const LEFT = '▏▎▍▌▋▊▉';
const SHADES = '░▒▓';

/** Thickness of a line in cell widths; a cell is twice as high as wide, so halve it for the other direction. */
const THIN = 0.14;
const THICK = 0.3;

/** Arms of a line character: left, right, up, down, each a thickness (0 for none). */
const ARMS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  '╸': [THICK, 0, 0, 0],
  '│': [0, 0, THIN, THIN],
  '├': [0, THIN, THIN, THIN],
  '┤': [THIN, 0, THIN, THIN],
  '┬': [THIN, THIN, 0, THIN],
  '┴': [THIN, THIN, THIN, 0],
  '┼': [THIN, THIN, THIN, THIN],
  '┿': [THICK, THICK, THIN, THIN],
  '└': [0, THIN, THIN, 0],
  '┘': [THIN, 0, THIN, 0],
  '┌': [0, THIN, 0, THIN],
  '┐': [THIN, 0, 0, THIN],
};

/** Lines from edge to edge, so that neighbours can be drawn as one. */
const RULES: Readonly<Record<string, number>> = { '─': THIN, '━': THICK };

/** Height of a cell in its widths. */
const ASPECT = 2;

function armShapes([left, right, up, down]: readonly [number, number, number, number]): readonly Shape[] {
  const flat = (thickness: number) => thickness / ASPECT;
  const across = Math.max(up, down) / 2;
  const shapes: Shape[] = [];
  if (left > 0) shapes.push(rectangle(0, 0.5 - flat(left) / 2, 0.5 + across, flat(left)));
  if (right > 0) shapes.push(rectangle(0.5 - across, 0.5 - flat(right) / 2, 0.5 + across, flat(right)));
  if (up > 0) shapes.push(rectangle(0.5 - up / 2, 0, up, 0.5));
  if (down > 0) shapes.push(rectangle(0.5 - down / 2, 0.5, down, 0.5));
  return shapes;
}

/** null for a character that is for the font to draw. */
export function shapesOf(character: string): readonly Shape[] | null {
  const lower = LOWER.indexOf(character);
  if (lower >= 0) return [rectangle(0, 1 - (lower + 1) / 8, 1, (lower + 1) / 8)];
  const left = LEFT.indexOf(character);
  if (left >= 0) return [rectangle(0, 0, (left + 1) / 8, 1)];
  const shade = SHADES.indexOf(character);
  if (shade >= 0) return [rectangle(0, 0, 1, 1, (shade + 1) / 4)];
  const rule = RULES[character];
  if (rule !== undefined) return [rectangle(0, 0.5 - rule / ASPECT / 2, 1, rule / ASPECT)];
  const arms = ARMS[character];
  return arms === undefined ? null : armShapes(arms);
}
