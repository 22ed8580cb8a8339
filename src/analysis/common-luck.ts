/** What running two sides with the same luck saves (common random numbers: Law 2015, Simulation Modeling and Analysis, section 11.2). */

import { sampleOf } from './mean.ts';
import type { PairedCounts } from './newcombe-paired.ts';

/**
 * How many times as many runs it would take to see the same difference as well with luck of its own on each side:
 * (p(1 − p) + q(1 − q)) over the variance of the paired difference. 1 means nothing saved; less, that the sides move
 * against each other; Infinity, that no pair differs. NaN where neither share varies.
 */
export function luckSavedOnShares({ both, first, second, neither }: PairedCounts): number {
  const n = both + first + second + neither;
  const [p, q] = [(both + first) / n, (both + second) / n];
  const paired = (first + second) / n - (p - q) * (p - q);
  const apart = p * (1 - p) + q * (1 - q);
  return apart === 0 ? Number.NaN : apart / paired;
}

/** The same for a measure: (s₁² + s₂²)/s² of the differences. The arrays hold the same runs. */
export function luckSavedOnMeans(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const differences = Float64Array.from(one, (value, i) => value - (other[i] as number));
  return luckSavedFromVariances(
    sampleOf(one).variance,
    sampleOf(other).variance,
    sampleOf(differences).variance,
  );
}

/** The same from the variances of both sides and of the differences. */
export function luckSavedFromVariances(one: number, other: number, difference: number): number {
  return one + other === 0 ? Number.NaN : (one + other) / difference;
}
