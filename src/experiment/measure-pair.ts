/** One measure on two sides, in the same bins, so that one shape can be laid over the other. */
import { type Estimate, histogramOf, quantileSorted, wilson } from '../analysis/index.ts';
import type { Tally } from '../runner/index.ts';

export interface MeasureSide {
  /** Runs by bin. */
  readonly counts: readonly number[];
  readonly median: number | null;
  /** Where the measure is a yes or no: the share of runs that say yes. */
  readonly share: Estimate;
}

export interface MeasurePair {
  readonly low: number;
  readonly high: number;
  readonly before: MeasureSide;
  readonly now: MeasureSide;
}

/** Runs that shapes rest on: the eye sees no more, and a screen wants many shapes at once. */
export const SHAPE_RUNS = 10_000;
/** Enough of a side to see on which lattice its values lie (days, counts). */
const LOOKED_AT = 1_000;
const BINS = 20;

/**
 * A measure's shape on two sides, from the first SHAPE_RUNS runs of each. Null where no run of either has a value, or
 * a side has so many runs that their values were not kept.
 */
export function measurePair(before: Tally, now: Tally, measure: number): MeasurePair | null {
  const sides = [before, now].map((tally) => firstValues(tally, measure));
  const [first, second] = sides;
  if (first === undefined || second === undefined || first === null || second === null) return null;
  const sample = [...sampleOf(first), ...sampleOf(second)].sort((a, b) => a - b);
  const bins = histogramOf({ values: sample, counts: null }, BINS);
  if (bins === null) return null;
  const of = (values: Float64Array): MeasureSide => ({
    counts: counted(values, { ...bins, bins: bins.counts.length }),
    median: quantileSorted(values, 0.5),
    share: wilson(
      values.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0),
      values.length,
    ),
  });
  return { low: bins.low, high: bins.high, before: of(first), now: of(second) };
}

/** Values by the first block they stand in: a tally that goes on shares it, and what is sorted need not be again. */
const sorted = new WeakMap<object, Map<number, Float64Array>>();

/** The measure's values in the first runs, ascending; null where they were not kept. */
function firstValues({ values, moments }: Tally, measure: number): Float64Array | null {
  if (values.sketches !== null) return null;
  const { blocks } = values.kept;
  const [first] = blocks;
  if (first === undefined) return new Float64Array(0);
  const runs = Math.min(SHAPE_RUNS, values.kept.runs);
  const place = runs * moments.count.length + measure;
  const known = sorted.get(first) ?? new Map<number, Float64Array>();
  sorted.set(first, known);
  const found = known.get(place) ?? gathered(blocks, measure, runs);
  known.set(place, found);
  return found;
}

type Blocks = Tally['values']['kept']['blocks'];

function gathered(blocks: Blocks, measure: number, runs: number): Float64Array {
  const taken = new Float64Array(runs);
  let filled = 0;
  let seen = 0;
  for (const block of blocks) {
    const from = measure * block.runs;
    for (let run = 0; run < block.runs && seen < runs; run += 1) {
      const value = block.columns[from + run] as number;
      seen += 1;
      if (Number.isNaN(value)) continue;
      taken[filled] = value;
      filled += 1;
    }
    if (seen >= runs) break;
  }
  return taken.subarray(0, filled).sort();
}

/** Evenly over all of them, with the lowest and the highest. */
function sampleOf(values: Float64Array): readonly number[] {
  const last = values.length - 1;
  const count = Math.min(LOOKED_AT, values.length);
  return Array.from({ length: count }, (_, i) => values[Math.round((i * last) / Math.max(1, count - 1))]!);
}

function counted(
  values: Float64Array,
  { low, high, bins }: { readonly low: number; readonly high: number; readonly bins: number },
): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  const perUnit = high > low ? bins / (high - low) : 0;
  for (const value of values) {
    counts[Math.min(bins - 1, Math.max(0, Math.floor((value - low) * perUnit)))]! += 1;
  }
  return counts;
}
