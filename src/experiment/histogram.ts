/** A measure's histogram, from its values or their sketch. */
import { type Histogram, histogramOf, type Weighted } from '../analysis/index.ts';
import { type KeptValues, type MeasureTally, sketchOf } from '../runner/index.ts';

const BINS = 20;

/** As many distinct values are still told apart: days, counts, yes or no. */
const MOST_DISTINCT = 1024;

/** The distinct values ascending, and how often each comes; null where there are too many. */
function distinct(values: KeptValues): Weighted | null {
  const counts = new Map<number, number>();
  for (const block of values.blocks) {
    for (const value of block) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      if (counts.size > MOST_DISTINCT) return null;
    }
  }
  const pairs = [...counts].sort(([a], [b]) => a - b);
  return { values: pairs.map(([value]) => value), counts: pairs.map(([, count]) => count) };
}

function equalBins(values: KeptValues, low: number, high: number): Histogram {
  const counts = new Array<number>(BINS).fill(0);
  const perUnit = BINS / (high - low);
  for (const block of values.blocks) {
    for (const value of block) {
      const bin = Math.min(BINS - 1, Math.floor((value - low) * perUnit));
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  return { low, high, counts };
}

/** One value a bin where there are few, else equal bins from the lowest to the highest; null without values. */
export function histogram({ values, sketch, moments }: MeasureTally): Histogram | null {
  if (moments.count === 0) return null;
  const few = sketch === null ? distinct(values) : sketchOf({ values, sketch }).weighted();
  return few === null ? equalBins(values, moments.low, moments.high) : histogramOf(few, BINS);
}
