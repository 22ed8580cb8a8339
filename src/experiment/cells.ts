/**
 * Values dealt into many equal cells, which answers for ranks and bins exactly and without sorting everything: a
 * screen asks for five quantiles and a histogram of a growing million many times a second.
 */

/** A multiple of the bins of a histogram. */
const CELLS = 4000;

export interface Cells {
  /** The values, cell by cell; in no order within a cell. */
  readonly grouped: Float64Array;
  /** `[CELLS + 1]`: how many values lie in the cells before each. */
  readonly starts: Int32Array;
}

/** Null where there are no cells to speak of: all values equal, or their span too small or too large. */
export function cellsOf(values: Float64Array, low: number, high: number): Cells | null {
  const scale = CELLS / (high - low);
  if (!Number.isFinite(scale) || scale === 0) return null;
  const count = values.length;
  const cellOf = new Uint16Array(count);
  const starts = new Int32Array(CELLS + 1);
  for (let i = 0; i < count; i += 1) {
    const cell = Math.min(CELLS - 1, Math.floor(((values[i] as number) - low) * scale));
    cellOf[i] = cell;
    starts[cell + 1] = (starts[cell + 1] as number) + 1;
  }
  for (let cell = 0; cell < CELLS; cell += 1) {
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  }
  const next = starts.slice();
  const grouped = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const cell = cellOf[i] as number;
    const place = next[cell] as number;
    grouped[place] = values[i] as number;
    next[cell] = place + 1;
  }
  return { grouped, starts };
}

/** The cell of the value at a rank: the last that starts at or before it and is not empty. */
function cellAtRank(starts: Int32Array, rank: number): number {
  let low = 0;
  let high = CELLS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] as number) > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Days, counts, yes or no: many cells hold one value many times, and sorting that is the dearest way to learn it. */
const ordered = (cell: Float64Array): Float64Array => {
  const [first] = cell;
  return cell.every((value) => value === first) ? cell : cell.sort();
};

/** The value of each ascending rank, 0 to count − 1. Only the cells that are asked for are sorted. */
export function byRank({ grouped, starts }: Cells): (rank: number) => number {
  const sorted = new Map<number, Float64Array>();
  return (rank) => {
    const cell = cellAtRank(starts, rank);
    const start = starts[cell] as number;
    const found = sorted.get(cell) ?? ordered(grouped.slice(start, starts[cell + 1]));
    sorted.set(cell, found);
    return found[rank - start] as number;
  };
}

/** The distinct values ascending and how often each comes, if no cell holds two; else null. */
export function distinctOf({ grouped, starts }: Cells): {
  readonly values: readonly number[];
  readonly counts: readonly number[];
} | null {
  const values: number[] = [];
  const counts: number[] = [];
  for (let cell = 0; cell < CELLS; cell += 1) {
    const from = starts[cell] as number;
    const to = starts[cell + 1] as number;
    if (from === to) continue;
    const first = grouped[from] as number;
    for (let i = from + 1; i < to; i += 1) if (grouped[i] !== first) return null;
    values.push(first);
    counts.push(to - from);
  }
  return { values, counts };
}

/** How many values lie in each of `bins` equal bins; `bins` divides CELLS. */
export function binned({ starts }: Cells, bins: number): readonly number[] {
  const width = CELLS / bins;
  return Array.from(
    { length: bins },
    (_, bin) => (starts[(bin + 1) * width] as number) - (starts[bin * width] as number),
  );
}
