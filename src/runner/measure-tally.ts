/** What a simulation keeps of one measure: exact values up to a million runs, a sketch of them beyond. */
import { QuantileSketch } from '../analysis/index.ts';
import { append, type KeptValues, NO_VALUES } from './kept-values.ts';
import { type Moments, NO_MOMENTS, withValues } from './moments.ts';

/** Runs whose values are kept one by one. */
export const KEPT_RUNS = 1_000_000;

/** Values that gather beside the sketch before it takes them in: making a new sketch copies the old one. */
const GATHERED = 1 << 17;

export interface MeasureTally {
  /** Of the runs that have a value; exact however many there are. */
  readonly moments: Moments;
  /** Runs without a value. */
  readonly missing: number;
  /** Every value in run order; above KEPT_RUNS runs only those that the sketch has not yet. */
  readonly values: KeptValues;
  /** Never edited once it stands here; null up to KEPT_RUNS runs. */
  readonly sketch: QuantileSketch | null;
}

export const emptyMeasure = (): MeasureTally => ({
  moments: NO_MOMENTS,
  missing: 0,
  values: NO_VALUES,
  sketch: null,
});

/** All values in one sketch. It does not depend on how many of them were gathered. */
export function sketchOf({ sketch, values }: Pick<MeasureTally, 'sketch' | 'values'>): QuantileSketch {
  const whole = new QuantileSketch();
  if (sketch !== null) whole.merge(sketch);
  for (const block of values.blocks) for (const value of block) whole.add(value);
  return whole;
}

/**
 * @param batch the measure in the next runs; NaN where it has no value.
 * @param runs all runs so far, these too.
 */
export function withBatchValues(tally: MeasureTally, batch: Float64Array, runs: number): MeasureTally {
  const present = batch.filter((value) => !Number.isNaN(value));
  const moments = withValues(tally.moments, present);
  const missing = tally.missing + batch.length - present.length;
  const values = append(tally.values, present);
  const { sketch } = tally;
  const keep = runs <= KEPT_RUNS || (sketch !== null && values.count < GATHERED);
  return keep
    ? { moments, missing, values, sketch }
    : { moments, missing, values: NO_VALUES, sketch: sketchOf({ sketch, values }) };
}
