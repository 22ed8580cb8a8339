/** One measure of a simulation: mean, spread, quantiles and shape. */
import { type Estimate, meanEstimate, quantileEstimate, standardError, wilson } from '../analysis/index.ts';
import { type MeasureTally, sketchOf, variance } from '../runner/index.ts';
import type { Measure } from '../scenario/index.ts';
import { histogram } from './histogram.ts';
import { byRank } from './order-statistics.ts';
import { type MeasureResult, QUANTILE_LEVELS } from './result.ts';

/** The measure's value at each ascending rank, over the runs that have one. */
export function valuesByRank({ values, sketch, moments }: MeasureTally): (rank: number) => number {
  return sketch === null ? byRank(values, moments) : sketchOf({ values, sketch }).byRank();
}

/**
 * The mean over the runs that have a value: by Student's t, or Wilson's share for a yes or no. Null without values.
 * @param level confidence of the interval.
 */
export function measureMean(measure: Measure, { moments }: MeasureTally, level: number): Estimate | null {
  const { count, mean } = moments;
  if (count === 0) return null;
  // The mean of zeros and ones is a count over n, but for rounding.
  if (measure.boolean) return wilson(Math.round(mean * count), count, level);
  return meanEstimate({ count, mean, variance: variance(moments) }, level);
}

export function measureResult(measure: Measure, tally: MeasureTally): MeasureResult {
  const { moments, missing, sketch } = tally;
  const { count, mean } = moments;
  const valueAt = valuesByRank(tally);
  // With confidence 0 this is the quantile alone.
  const quantile = (level: number): number | null =>
    quantileEstimate(count, valueAt, level, 0)?.value ?? null;
  return {
    id: measure.name,
    label: measure.label,
    unit: measure.unit,
    boolean: measure.boolean,
    mean: measureMean(measure, tally, 0.95),
    se: count < 2 ? null : standardError({ count, mean, variance: variance(moments) }),
    quantiles: QUANTILE_LEVELS.map(quantile),
    sketched: sketch !== null,
    missing,
    histogram: histogram(tally),
  };
}
