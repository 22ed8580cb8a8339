/** An interval for a mean of values that are all the same. */
import { exp, log } from '../random/index.ts';
import type { Estimate } from './estimate.ts';

/**
 * The mean of n equal values. Their spread is 0, but that of values not seen need not be: after n equal ones, a share of
 * at most 1 − α^(1/n) of all runs differs, α = 1 − level (the rule of three: Hanley and Lippman-Hand 1983, JAMA 249,
 * 1743-1745). How far those lie off nobody knows; the interval lets them differ by as much as the value itself, and by at
 * least 1. Null without values.
 */
export function equalValuesMean(value: number, n: number, level = 0.95): Estimate | null {
  if (n === 0) return null;
  const differing = 1 - exp(log(1 - level) / n);
  const half = differing * Math.max(1, Math.abs(value));
  return { value, low: value - half, high: value + half, level, n, method: 'equal-values' };
}
