/** A measure's values in order, and their shape, however they were kept. */
import { type Histogram, histogramOf } from '../analysis/index.ts';
import type { MeasureTally } from '../runner/index.ts';
import { binned, byRank, cellsOf, distinctOf } from './cells.ts';

const BINS = 20;

/** As many distinct values still count as few: days, counts, yes or no. */
const FEW = 1024;

export interface OrderedValues {
  /** The value at each ascending rank, 0 to count − 1. */
  readonly valueAt: (rank: number) => number;
  /** One value a bin where there are few, else equal bins from the lowest to the highest; null without values. */
  readonly histogram: Histogram | null;
}

export function orderedValues({ values, sketch, low, high }: MeasureTally): OrderedValues {
  if (sketch !== null) return { valueAt: sketch.byRank(), histogram: histogramOf(sketch.weighted(), BINS) };
  if (values === null) throw new Error('a measure has neither values nor a sketch');
  const cells = cellsOf(values, low, high);
  if (cells === null) {
    const sorted = values.slice().sort();
    const valueAt = (rank: number): number => sorted[rank] as number;
    return { valueAt, histogram: histogramOf({ values: sorted, counts: null }, BINS) };
  }
  const distinct = distinctOf(cells);
  const few = distinct !== null && distinct.values.length <= FEW;
  const histogram = few ? histogramOf(distinct, BINS) : { low, high, counts: binned(cells, BINS) };
  return { valueAt: byRank(cells), histogram };
}
