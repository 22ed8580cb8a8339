/** Numbers in the cells of a grid, shaded by their size: nothing is said by the shade alone. */
import { asItIs, type PlainObject, rows, SAID } from './spec.ts';

export interface GridCell {
  /** One of the columns, one of the lines. */
  readonly across: string;
  readonly down: string;
  readonly value: number;
  readonly text: string;
  readonly says: string;
}

export interface GridOptions {
  readonly columns: readonly string[];
  /** From the top. */
  readonly lines: readonly string[];
  readonly x: PlainObject;
  readonly y: PlainObject;
  readonly legend: string;
  readonly shade: Shade;
}

interface Shade {
  readonly domain: readonly number[];
  readonly range: readonly string[];
  /** Values this far from 0 have dark cells, and their numbers are written in white. */
  readonly dark: number;
}

/** ColorBrewer's blues (Brewer 2003), from paper to ink: lightness alone tells them apart. */
export const OF_HUNDRED: Shade = {
  domain: [0, 25, 50, 75, 100],
  range: ['#f7fbff', '#c6dbef', '#6baed6', '#2171b5', '#08306b'],
  dark: 55,
};

/** ColorBrewer's purple and orange around white, for changes up to `most` either way; the sign says which. */
export const changeShade = (most: number): Shade => ({
  domain: [-most, -most / 2, 0, most / 2, most],
  range: ['#b35806', '#f1a340', '#ffffff', '#998ec3', '#542788'],
  dark: 0.65 * most,
});

const CELL_HEIGHT = 34;
const LEAST_WIDTH = 44;

export const gridHeight = (lines: number): number => CELL_HEIGHT * lines;
export const gridWidth = (columns: number, least: number): number => Math.max(least, LEAST_WIDTH * columns);

export function gridLayers(
  cells: readonly GridCell[],
  { columns, lines, x: xAxis, y: yAxis, legend, shade }: GridOptions,
): readonly PlainObject[] {
  const { domain, range, dark } = shade;
  const data = rows(
    cells.map(
      (cell): PlainObject => ({ ...cell, ink: Math.abs(cell.value) >= dark ? '#ffffff' : '#10151c' }),
    ),
  );
  const channel = (field: string, all: readonly string[], axis: PlainObject): PlainObject => ({
    field,
    type: 'ordinal',
    sort: null,
    scale: { domain: all },
    axis: { ticks: false, domain: false, ...axis },
  });
  const x = channel('across', columns, xAxis);
  const y = channel('down', lines, yAxis);
  return [
    {
      data,
      mark: { type: 'rect', style: 'edge' },
      encoding: {
        x,
        y,
        fill: {
          field: 'value',
          type: 'quantitative',
          scale: { domain, range, interpolate: 'lab', clamp: true },
          legend: { title: legend, orient: 'right', gradientLength: 120 },
        },
        description: SAID,
      },
    },
    {
      data,
      mark: { type: 'text', aria: false, fontSize: 12 },
      encoding: { x, y, text: { field: 'text', type: 'nominal' }, color: asItIs('ink') },
    },
  ];
}
