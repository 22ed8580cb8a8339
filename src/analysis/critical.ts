/** Critical values of two-sided intervals. */
import { normalQuantile, studentQuantile } from '../random/index.ts';

/** The z with P(|Z| ≤ z) = level: 1.96 for 0.95. */
export function normalCritical(level: number): number {
  return -normalQuantile((1 - level) / 2);
}

/** The same of Student's t with `freedom` degrees of freedom. */
export function studentCritical(freedom: number, level: number): number {
  return -studentQuantile(freedom, (1 - level) / 2);
}
