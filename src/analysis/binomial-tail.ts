/** Tails of the binomial distribution. */
import { cumulative } from '../random/index.ts';

/**
 * P(X ≥ k) of a binomial of n trials with chance p, as the beta distribution function (Abramowitz and Stegun 1964,
 * 26.5.24), to about 1e-12 of itself.
 */
export function binomialAtLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  return cumulative({ kind: 'beta', alpha: k, beta: n - k + 1 }, p);
}
