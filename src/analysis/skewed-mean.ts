/** The mean of few values that lie to one side, and its interval. */
import { power } from '../random/index.ts';
import { studentCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';
import { meanEstimate, sampleOf } from './mean.ts';

/** Skewness below this changes no digit of an interval, and the cube root loses its own. */
const STRAIGHT = 1e-6;

/**
 * The mean with Student's t interval on the scale on which the statistic is no longer skewed: Hall's (1992, JRSS B 54,
 * 221-228) transformation g(x) = x + γx²/3 + γ²x³/27 + γ/6n, undone by cube roots. Student's interval of few values
 * with a long tail lies too low as a whole; this one is longer towards the tail. Null without values.
 */
export function skewedMean(values: ArrayLike<number>, level = 0.95): Estimate | null {
  const sample = sampleOf(values);
  const plain = meanEstimate(sample, level);
  const { count: n, mean, variance } = sample;
  if (plain === null || n < 3 || !(variance > 0)) return plain;
  const skewness = skewnessOf(values, mean);
  if (Math.abs(skewness) < STRAIGHT) return plain;
  const critical = studentCritical(n - 1, level) / Math.sqrt(n);
  const deviation = Math.sqrt(variance);
  const back = (x: number): number =>
    (3 / skewness) * (cubeRoot(1 + skewness * (x - skewness / (6 * n))) - 1);
  const low = mean - deviation * back(critical);
  const high = mean - deviation * back(-critical);
  return { value: mean, low, high, level, n, method: 'hall-t' };
}

/** The third moment about the mean over the second to the power 3/2, both with divisor n. */
function skewnessOf(values: ArrayLike<number>, mean: number): number {
  let [squares, cubes] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    const off = (values[i] as number) - mean;
    squares += off * off;
    cubes += off * off * off;
  }
  const spread = squares / values.length;
  return cubes / values.length / (spread * Math.sqrt(spread));
}

const cubeRoot = (x: number): number => (x < 0 ? -power(-x, 1 / 3) : power(x, 1 / 3));
