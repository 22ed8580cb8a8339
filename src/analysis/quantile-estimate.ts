/** An interval for a quantile, from order statistics alone: no assumption on the distribution. */
import { normalCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';
import { quantileByRank } from './quantile-sorted.ts';

/**
 * The quantile at `level` of n values given by ascending rank 0..n−1, and an interval between two of them: those
 * whose number of values below is within z·sqrt(n·level·(1 − level)) of n·level, rounded outwards (Conover 1999,
 * Practical Nonparametric Statistics, section 3.2). Where a rank falls outside the sample the end is ∓Infinity: too
 * few values to say. Null without values.
 */
export function quantileEstimate(
  n: number,
  valueAt: (rank: number) => number,
  level: number,
  confidence = 0.95,
): Estimate | null {
  if (n === 0) return null;
  const half = normalCritical(confidence) * Math.sqrt(n * level * (1 - level));
  const lower = Math.floor(n * level - half) - 1;
  const upper = -Math.floor(-(n * level + half));
  return {
    value: quantileByRank(n, level, valueAt),
    low: lower < 0 ? -Infinity : valueAt(lower),
    high: upper > n - 1 ? Infinity : valueAt(upper),
    level: confidence,
    n,
    method: 'order-statistics',
  };
}
