/** Whether a measure differs between two sides on the same runs (Student 1908, Biometrika 6, 1-25). */
import { cumulative } from '../random/index.ts';
import type { Estimate } from './estimate.ts';
import { meanEstimate, type Sample, sampleOf, standardError } from './mean.ts';

export interface PairedT {
  /** Mean of the differences, with Student's t interval. */
  readonly difference: Estimate;
  /** Two-sided p-value of no difference; 1 where the differences are all 0, NaN for a single pair. */
  readonly p: number;
}

/** Of the differences, first side less second, of the pairs that both have a value. Null without pairs. */
export function pairedT(differences: ArrayLike<number>, level = 0.95): PairedT | null {
  return pairedTOf(sampleOf(differences), level);
}

/** The same from what is known of the differences. */
export function pairedTOf(sample: Sample, level = 0.95): PairedT | null {
  const difference = meanEstimate(sample, level);
  if (difference === null) return null;
  if (sample.variance === 0) return { difference, p: sample.mean === 0 ? 1 : 0 };
  return { difference, p: studentTwoSided(sample.mean / standardError(sample), sample.count - 1) };
}

/** P(|T| ≥ |t|) with `freedom` degrees of freedom: the beta distribution function at ν/(ν + t²). */
export function studentTwoSided(t: number, freedom: number): number {
  if (freedom < 1 || Number.isNaN(t)) return Number.NaN;
  return cumulative({ kind: 'beta', alpha: freedom / 2, beta: 0.5 }, freedom / (freedom + t * t));
}
