/** A mean and its interval. */
import { studentCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';

/** What a mean needs to know of its values. */
export interface Sample {
  readonly count: number;
  readonly mean: number;
  /** With divisor count − 1. Whatever it is for fewer than two values, it is not read. */
  readonly variance: number;
}

/**
 * The mean with Student's t interval on count − 1 degrees of freedom. One value tells nothing of its spread: the
 * interval is then the whole line. Null without values. For a paired contrast give the differences.
 */
export function meanEstimate(sample: Sample, level = 0.95): Estimate | null {
  const { count, mean } = sample;
  if (count === 0) return null;
  const half = count < 2 ? Infinity : studentCritical(count - 1, level) * standardError(sample);
  return { value: mean, low: mean - half, high: mean + half, level, n: count, method: 't' };
}

/** Standard error of the mean: the root of variance/count. NaN for fewer than two values. */
export function standardError({ count, variance }: Sample): number {
  return count < 2 ? NaN : Math.sqrt(variance / count);
}

/** Mean and variance in two passes, in the order given. NaN values are the caller's to leave out. */
export function sampleOf(values: ArrayLike<number>): Sample {
  const count = values.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i] as number;
  const mean = count === 0 ? NaN : sum / count;
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < count; i++) {
    const off = (values[i] as number) - mean;
    squares += off * off;
    rest += off;
  }
  // The second term takes out what the rounded mean has left (Chan, Golub and LeVeque 1983, equation 1.7).
  return { count, mean, variance: count < 2 ? NaN : (squares - (rest * rest) / count) / (count - 1) };
}
