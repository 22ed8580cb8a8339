/** One measure of a simulation: mean, spread, quantiles and shape. */
import { type Estimate, meanEstimate, quantileEstimate, standardError, wilson } from '../analysis/index.ts';
import type { MeasureTally } from '../runner/index.ts';
import type { Measure } from '../scenario/index.ts';
import { orderedValues } from './measure-values.ts';
import { type MeasureResult, QUANTILE_LEVELS } from './result.ts';

/**
 * The mean over the runs that have a value: by Student's t, or Wilson's share for a yes or no. Null without values.
 * @param level confidence of the interval.
 */
export function measureMean(measure: Measure, tally: MeasureTally, level: number): Estimate | null {
  const { count, mean } = tally;
  if (count === 0) return null;
  // The mean of zeros and ones is a count over n, but for rounding.
  return measure.boolean ? wilson(Math.round(mean * count), count, level) : meanEstimate(tally, level);
}

export function measureResult(measure: Measure, tally: MeasureTally): MeasureResult {
  const { count, missing, sketch } = tally;
  const { valueAt, histogram } = orderedValues(tally);
  // With confidence 0 this is the quantile alone.
  const quantile = (level: number): number | null =>
    quantileEstimate(count, valueAt, level, 0)?.value ?? null;
  return {
    id: measure.name,
    label: measure.label,
    unit: measure.unit,
    boolean: measure.boolean,
    mean: measureMean(measure, tally, 0.95),
    se: count < 2 ? null : standardError(tally),
    quantiles: QUANTILE_LEVELS.map(quantile),
    sketched: sketch !== null,
    missing,
    histogram,
  };
}
