/** An interval for a proportion. */
import { normalCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';

/**
 * A share of `count` out of `n` with Wilson's score interval without continuity correction (Wilson 1927; method 3 of
 * Newcombe 1998, Statistics in Medicine 17, 857-872, whose table I the tests hold). `count` is 0..n. The lower end is
 * exactly 0 at 0 and the upper exactly 1 at n. Without runs (n = 0) nothing is known: NaN within [0, 1].
 */
export function wilson(count: number, n: number, level = 0.95): Estimate {
  if (n === 0) return { value: NaN, low: 0, high: 1, level, n, method: 'wilson' };
  const { low, high } = scoreInterval(count, n, normalCritical(level));
  return { value: count / n, low, high, level, n, method: 'wilson' };
}

/** Wilson's ends at the critical value z, for n > 0. */
export function scoreInterval(
  count: number,
  n: number,
  z: number,
): { readonly low: number; readonly high: number } {
  const q = z * z;
  const centre = 2 * count + q;
  const half = z * Math.sqrt(q + (4 * count * (n - count)) / n);
  const scale = 2 * (n + q);
  return { low: count === 0 ? 0 : (centre - half) / scale, high: count === n ? 1 : (centre + half) / scale };
}
