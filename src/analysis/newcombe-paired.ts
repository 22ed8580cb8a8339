/** An interval for the difference of two proportions seen on the same runs (common random numbers). */
import { normalCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';
import { scoreInterval } from './wilson.ts';

/** How many pairs of runs had the outcome on both sides, on the first only, on the second only, on neither. */
export interface PairedCounts {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/**
 * Share on the first side less share on the second, with method 10 of Newcombe (1998, Statistics in Medicine 17,
 * 2635-2650): Wilson's intervals of the two shares, combined as squares with the pairs' correlation φ, whose numerator
 * is brought nearer to 0 by n/2 when it is positive. Without pairs: NaN within [−1, 1].
 */
export function newcombePaired(counts: PairedCounts, level = 0.95): Estimate {
  const { both, first, second, neither } = counts;
  const n = both + first + second + neither;
  if (n === 0) return { value: NaN, low: -1, high: 1, level, n, method: 'newcombe-paired' };
  const z = normalCritical(level);
  const p = sideOf(both + first, n, z);
  const q = sideOf(both + second, n, z);
  const phi = correlation(counts, n);
  const value = (first - second) / n;
  const low = value - distance(p.down, q.up, phi);
  const high = value + distance(p.up, q.down, phi);
  return { value, low, high, level, n, method: 'newcombe-paired' };
}

/** How far Wilson's ends lie from the share. */
function sideOf(count: number, n: number, z: number): { readonly down: number; readonly up: number } {
  const { low, high } = scoreInterval(count, n, z);
  return { down: count / n - low, up: high - count / n };
}

function distance(own: number, other: number, phi: number): number {
  const square = own * own - 2 * phi * own * other + other * other;
  return square > 0 ? Math.sqrt(square) : 0;
}

function correlation({ both, first, second, neither }: PairedCounts, n: number): number {
  const margins = (both + first) * (second + neither) * (both + second) * (first + neither);
  if (margins === 0) return 0;
  const product = both * neither - first * second;
  const corrected = product > n / 2 ? product - n / 2 : product > 0 ? 0 : product;
  return corrected / Math.sqrt(margins);
}
