/** A stacked chart over time: the share of runs in each stage, the first on top, every column a stretch of days. */
import { type Cell, cell, type Look, type Row, resample } from '../../../report/index.ts';

export interface Band {
  readonly shares: readonly number[];
  readonly look: Look;
}

export interface StackSize {
  readonly columns: number;
  readonly rows: number;
  /** Colours are shown: bands are grounds, their edges drawn to an eighth of a row. */
  readonly colour: boolean;
}

const LOWER = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
/** In colour a letter stands every few columns only: enough to tell the bands apart, and calm. */
const LETTER_EVERY = 8;

/** Rows of exactly `columns` columns. Without colour, every column is the letter of the stage with most of it. */
export function stackRows(bands: readonly Band[], { columns, rows, colour }: StackSize): readonly Row[] {
  const shares = bands.map((band) => resample(band.shares, columns));
  const edges = Array.from({ length: columns }, (_, column) => edgesAt(shares, column, rows));
  return Array.from({ length: rows }, (_, row) =>
    joined(
      edges.map((edge, column) =>
        colour ? colourCell(bands, edge, { row, column }) : letterCell(bands, edge, row),
      ),
    ),
  );
}

/** Lower edges of the bands in a column, in eighths of a row from the top; the last is the chart's bottom. */
function edgesAt(shares: readonly (readonly number[])[], column: number, rows: number): readonly number[] {
  let sum = 0;
  return shares.map((one, index) => {
    sum += one[column]!;
    return index === shares.length - 1 ? rows * 8 : Math.min(rows * 8, Math.round(sum * rows * 8));
  });
}

/** Eighths of a row that each band has. */
function partsOf(edges: readonly number[], row: number): readonly number[] {
  const [top, bottom] = [row * 8, row * 8 + 8];
  return edges.map((edge, index) => {
    const from = Math.max(top, edges[index - 1] ?? 0);
    return Math.max(0, Math.min(bottom, edge) - from);
  });
}

const largest = (parts: readonly number[]) => parts.indexOf(Math.max(...parts));

/** The band that fills the row in a column, or -1 where an edge runs through it. */
function whole(edges: readonly number[], row: number): number {
  const band = edges.findIndex((edge) => edge > row * 8);
  return edges[band]! >= row * 8 + 8 ? band : -1;
}

function letterCell(bands: readonly Band[], edges: readonly number[], row: number): Cell {
  const filling = whole(edges, row);
  const { look } = bands[filling >= 0 ? filling : largest(partsOf(edges, row))]!;
  return cell(look.sign, { hue: look.hue });
}

function colourCell(
  bands: readonly Band[],
  edges: readonly number[],
  { row, column }: { readonly row: number; readonly column: number },
): Cell {
  const filling = whole(edges, row);
  if (filling >= 0) return groundCell(bands[filling]!, row, column);
  const parts = partsOf(edges, row);
  const main = largest(parts);
  const others = parts.map((part, index) => (index === main ? 0 : part));
  const second = largest(others);
  // A cell can show two bands; of three or more the two largest share it.
  const [upper, lower] = main < second ? [main, second] : [second, main];
  const eighths = Math.round((8 * parts[lower]!) / (parts[lower]! + parts[upper]!));
  if (others[second]! > 0 && eighths > 0 && eighths < 8) {
    const [above, below] = [bands[upper]!.look.hue, bands[lower]!.look.hue];
    return cell(LOWER[eighths - 1]!, { hue: below, ground: above });
  }
  return groundCell(bands[main]!, row, column);
}

function groundCell({ look }: Band, row: number, column: number): Cell {
  const lettered = (column + (LETTER_EVERY / 2) * (row % 2)) % LETTER_EVERY === 3;
  return cell(lettered ? look.sign : ' ', { ground: look.hue });
}

/** Neighbours of one style in one cell, so that a row is a few pieces and not one a column. */
function joined(cells: readonly Cell[]): Row {
  const row: Cell[] = [];
  for (const one of cells) {
    const last = row[row.length - 1];
    const same =
      last !== undefined && last.style.hue === one.style.hue && last.style.ground === one.style.ground;
    if (same) row[row.length - 1] = cell(last.text + one.text, last.style);
    else row.push(one);
  }
  return row;
}
