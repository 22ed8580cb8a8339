/** How each factor goes with an output when the others are held: partial (rank) correlation. */
import { exp, log } from '../random/index.ts';
import { inverseOf } from './cholesky.ts';
import { correlationMatrix } from './correlation-matrix.ts';
import { normalCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';
import { ranksOf } from './ranks.ts';

/**
 * Partial correlation of each factor with the output, all other factors held: −Pᵢⱼ/√(Pᵢᵢ·Pⱼⱼ) of the inverse P of the
 * correlation matrix. The interval is Fisher's z with variance 1/(n − k − 3), k the factors held (Fisher 1924, Metron 3).
 * Null where a column does not vary, columns depend on each other, or there are too few rows.
 * @param factors `[factors][rows]`.
 */
export function partialCorrelations(
  factors: readonly ArrayLike<number>[],
  output: ArrayLike<number>,
  level = 0.95,
): readonly Estimate[] | null {
  const n = output.length;
  const freedom = n - (factors.length - 1) - 3;
  const inverse = freedom > 0 ? inverseOf(correlationMatrix([...factors, output])) : null;
  if (inverse === null) return null;
  const last = factors.length;
  const z = normalCritical(level) / Math.sqrt(freedom);
  return factors.map((_, i) => {
    const both = (inverse[i]?.[i] as number) * (inverse[last]?.[last] as number);
    const value = -(inverse[i]?.[last] as number) / Math.sqrt(both);
    const centre = fisher(value);
    return { value, low: tanh(centre - z), high: tanh(centre + z), level, n, method: 'fisher-z' };
  });
}

/** PRCC (Iman and Conover 1979; Marino et al. 2008, Journal of Theoretical Biology 254, 178-196): the same on ranks. */
export function partialRankCorrelations(
  factors: readonly ArrayLike<number>[],
  output: ArrayLike<number>,
  level = 0.95,
): readonly Estimate[] | null {
  return partialCorrelations(factors.map(ranksOf), ranksOf(output), level);
}

const fisher = (r: number): number => (log(1 + r) - log(1 - r)) / 2;

function tanh(x: number): number {
  const grown = exp(2 * Math.abs(x));
  const size = grown === Infinity ? 1 : (grown - 1) / (grown + 1);
  return x < 0 ? -size : size;
}
