/**
 * Values by their rank, exactly and without sorting everything: a screen asks for five quantiles of a growing million
 * many times a second.
 */
import { type KeptValues, together } from '../runner/index.ts';

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Fewer values than this are simply sorted. */
const SORTED_BELOW = 10_000;
const CELLS = 4096;

/** Cell of a value among CELLS equal ones; rises with the value, rounding and all. */
const cellOf = (value: number, low: number, scale: number): number =>
  Math.min(CELLS - 1, Math.floor((value - low) * scale));

/** `[CELLS + 1]`: how many values lie in the cells before each. */
function cellStarts(values: KeptValues, low: number, scale: number): Int32Array {
  const starts = new Int32Array(CELLS + 1);
  for (const block of values.blocks) {
    for (const value of block) {
      const next = cellOf(value, low, scale) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
  }
  for (let cell = 0; cell < CELLS; cell += 1)
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  return starts;
}

/** The `count` values of one cell, ascending. */
function sortedCell(values: KeptValues, count: number, isIn: (value: number) => boolean): Float64Array {
  const found = new Float64Array(count);
  let filled = 0;
  for (const block of values.blocks) {
    for (const value of block) {
      if (!isIn(value)) continue;
      found[filled] = value;
      filled += 1;
    }
  }
  return found.sort();
}

/** The last cell that starts at `rank` or before it and is not empty. */
function cellHolding(starts: Int32Array, rank: number): number {
  let low = 0;
  let high = CELLS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] as number) > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The value of each ascending rank, 0 to count − 1. Ranks near each other are found at no more cost than one.
 * @param ends the lowest and the highest of the values.
 */
export function byRank(values: KeptValues, { low, high }: Ends): (rank: number) => number {
  const scale = CELLS / (high - low);
  // All equal, or a span too small or too large for cells.
  const noCells = !Number.isFinite(scale) || scale === 0;
  if (values.count < SORTED_BELOW || noCells) {
    const sorted = together(values).sort();
    return (rank) => sorted[rank] as number;
  }
  const starts = cellStarts(values, low, scale);
  const found = new Map<number, Float64Array>();
  return (rank) => {
    const cell = cellHolding(starts, rank);
    const start = starts[cell] as number;
    const count = (starts[cell + 1] as number) - start;
    const sorted =
      found.get(cell) ?? sortedCell(values, count, (value) => cellOf(value, low, scale) === cell);
    found.set(cell, sorted);
    return sorted[rank - start] as number;
  };
}
