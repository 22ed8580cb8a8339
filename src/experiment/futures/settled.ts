/**
 * How much of the final uncertainty is settled, by what and by when, from two independent inner samples of each state.
 *
 * P_k = P(outcome | state k) is a martingale, so Var(1{outcome}) = Var(P_0) + Σ E[(P_k+1 − P_k)²]: the variance of the
 * outlook is settled step by step. The square of an estimated probability is inflated by its inner noise; the product of
 * two estimates from independent inner samples is not (the pairing of Sobol' 1993, Mathematical Modelling and
 * Computational Experiment 1, 407-414, equation 10; on the bias, and other ways to correct it, Sun, Apley and Staum
 * 2011, Operations Research 59, 998-1007). Sums are over the outcomes.
 */
import { type Estimate, meanEstimate, sampleOf } from '../../analysis/index.ts';
import type { PairOfShares } from './inner-samples.ts';

/** What one step, or several, did to the outlook of a run. */
export interface Swing {
  /** Σ (change in one sample) · (change in the other): unbiased for the sum of squared changes. */
  readonly square: number;
  /** Half the sum of absolute changes (total variation), the signs from one sample and the sizes from the other: in the mean never more than it is. */
  readonly size: number;
  /** By outcome: the change, the mean of both samples. */
  readonly change: Float64Array;
}

export function swingBetween(before: PairOfShares, after: PairOfShares): Swing {
  let square = 0;
  let size = 0;
  const change = before.one.map((share, outcome) => {
    const one = (after.one[outcome] as number) - share;
    const other = (after.other[outcome] as number) - (before.other[outcome] as number);
    square += one * other;
    size += (Math.sign(one) * other + Math.sign(other) * one) / 4;
    return (one + other) / 2;
  });
  return { square, size, change };
}

/** Swings of several steps of a run together. */
export interface SwingSum {
  readonly steps: number;
  readonly square: number;
  readonly size: number;
  readonly change: Float64Array;
}

export const noSwing = (outcomes: number): SwingSum => ({
  steps: 0,
  square: 0,
  size: 0,
  change: new Float64Array(outcomes),
});

export const plusSwing = (sum: SwingSum, swing: Swing): SwingSum => ({
  steps: sum.steps + 1,
  square: sum.square + swing.square,
  size: sum.size + swing.size,
  change: sum.change.map((value, outcome) => value + (swing.change[outcome] as number)),
});

/**
 * Σ numerators / Σ denominators over runs, with Student's t interval of its linearised values (Cochran 1977, Sampling
 * Techniques, equation 6.13). Null where the denominators sum to 0.
 */
export function ratioOfMeans(
  numerators: readonly number[],
  denominators: readonly number[],
): Estimate | null {
  const below = denominators.reduce((sum, value) => sum + value, 0) / denominators.length;
  if (!(below > 0)) return null;
  const value = numerators.reduce((sum, one) => sum + one, 0) / numerators.length / below;
  const linear = numerators.map((one, run) => (one - value * (denominators[run] as number)) / below);
  const around = meanEstimate(sampleOf(linear)) as Estimate;
  return {
    ...around,
    value,
    low: value + around.low - around.value,
    high: value + around.high - around.value,
  };
}

/** By run: Σ (1{outcome} − share)², whose mean is the uncertainty to be settled, Σ p (1 − p) (divisor runs − 1). */
export function spreads(outcomes: readonly number[], count: number): readonly number[] {
  const shares = new Float64Array(count);
  for (const outcome of outcomes) shares[outcome] = (shares[outcome] as number) + 1 / outcomes.length;
  const squares = shares.reduce((sum, share) => sum + share * share, 0);
  const unbiased = outcomes.length / Math.max(1, outcomes.length - 1);
  return outcomes.map((outcome) => (1 - 2 * (shares[outcome] as number) + squares) * unbiased);
}

/** By run: Σ (one − its mean) · (other − its mean), whose mean over runs is the sum of Var(P) (divisor runs − 1). */
export function covarianceParts(pairs: readonly PairOfShares[]): readonly number[] {
  const runs = pairs.length;
  const [first] = pairs;
  if (first === undefined || runs < 2) return pairs.map(() => 0);
  const meanOf = (side: 'one' | 'other'): Float64Array =>
    first.one.map(
      (_, outcome) => pairs.reduce((sum, pair) => sum + (pair[side][outcome] as number), 0) / runs,
    );
  const [one, other] = [meanOf('one'), meanOf('other')];
  return pairs.map((pair) => {
    let sum = 0;
    for (let outcome = 0; outcome < one.length; outcome += 1) {
      sum +=
        ((pair.one[outcome] as number) - (one[outcome] as number)) *
        ((pair.other[outcome] as number) - (other[outcome] as number));
    }
    return (sum * runs) / (runs - 1);
  });
}
