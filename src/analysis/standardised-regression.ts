/** A straight line through everything: how far one standard deviation of a factor moves the output. */
import { inverseOf } from './cholesky.ts';
import { correlationMatrix } from './correlation-matrix.ts';
import { studentCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';

export interface StandardisedRegression {
  /** By factor: standard deviations of the output for one of the factor. */
  readonly coefficients: readonly Estimate[];
  /** Share of the output's variance that the line explains; where it is low the coefficients mean little. */
  readonly explained: number;
}

/**
 * Standardised regression coefficients b = R⁻¹r by least squares, R the correlations of the factors and r theirs with
 * the output, with Student's t intervals from (1 − r·b)·(R⁻¹)ᵢᵢ/(n − k − 1) (Draper and Smith 1998, Applied Regression
 * Analysis, section 16.2). Null as for `partialCorrelations`.
 * @param factors `[factors][rows]`.
 */
export function standardisedRegression(
  factors: readonly ArrayLike<number>[],
  output: ArrayLike<number>,
  level = 0.95,
): StandardisedRegression | null {
  const n = output.length;
  const freedom = n - factors.length - 1;
  if (freedom < 1) return null;
  const all = correlationMatrix([...factors, output]);
  const towards = (all[factors.length] as number[]).slice(0, factors.length);
  const inverse = inverseOf(all.slice(0, factors.length).map((row) => row.slice(0, factors.length)));
  if (inverse === null || !towards.every(Number.isFinite)) return null;
  const values = inverse.map((row) => row.reduce((sum, entry, j) => sum + entry * (towards[j] as number), 0));
  const explained = values.reduce((sum, value, i) => sum + value * (towards[i] as number), 0);
  const t = studentCritical(freedom, level);
  const coefficients = values.map((value, i): Estimate => {
    const half = t * Math.sqrt((Math.max(0, 1 - explained) * (inverse[i]?.[i] as number)) / freedom);
    return { value, low: value - half, high: value + half, level, n, method: 't' };
  });
  return { coefficients, explained };
}
