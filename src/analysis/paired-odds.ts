/** An interval for a ratio of odds seen on the same runs (common random numbers). */
import { exp, log } from '../random/index.ts';
import { normalCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';
import type { PairedCounts } from './newcombe-paired.ts';

/** Added to each of the four counts, so that no count is 0 (Agresti and Min 2005, Statistics in Medicine 24, 729-740). */
const HALF = 0.5;

/**
 * Logarithm of the odds on the first side over the odds on the second: the marginal odds of the two, not those within
 * pairs. With a, b, c, d runs on both sides, the first only, the second only, neither, and margins x = a + b, y = c + d,
 * u = a + c, v = b + d, the delta method on the multinomial counts (Agresti 2013, Categorical Data Analysis, section
 * 16.1) gives log(xv/(yu)) the variance 1/x + 1/y + 1/u + 1/v − 2n(ad − bc)/(xyuv), which is
 * n·((a + d)(b + c) + 4bc)/(xyuv): only pairs whose sides differ make it uncertain. All with ½ added to each count.
 *
 * Where a side has the outcome in no run, or in every one, nothing bounds its odds from there: that end of the interval
 * is infinite. Without pairs: NaN.
 */
export function pairedLogOdds(counts: PairedCounts, level = 0.95): Estimate {
  const pairs = counts.both + counts.first + counts.second + counts.neither;
  const estimate = { level, n: pairs, method: 'paired-log-odds' } as const;
  if (pairs === 0) return { ...estimate, value: NaN, low: -Infinity, high: Infinity };
  const [a, b] = [counts.both + HALF, counts.first + HALF];
  const [c, d] = [counts.second + HALF, counts.neither + HALF];
  const [x, y, u, v] = [a + b, c + d, a + c, b + d];
  const value = log((x * v) / (y * u));
  const variance = ((a + b + c + d) * ((a + d) * (b + c) + 4 * b * c)) / (x * y * u * v);
  const half = normalCritical(level) * Math.sqrt(variance);
  const neverFirst = counts.both + counts.first === 0;
  const alwaysFirst = counts.second + counts.neither === 0;
  const neverSecond = counts.both + counts.second === 0;
  const alwaysSecond = counts.first + counts.neither === 0;
  return {
    ...estimate,
    value,
    low: neverFirst || alwaysSecond ? -Infinity : value - half,
    high: alwaysFirst || neverSecond ? Infinity : value + half,
  };
}

/** Odds on the first side over odds on the second, with the interval of their logarithm. */
export function pairedOddsRatio(counts: PairedCounts, level = 0.95): Estimate {
  const { value, low, high, ...rest } = pairedLogOdds(counts, level);
  return { ...rest, value: exp(value), low: exp(low), high: exp(high), method: 'paired-odds-ratio' };
}

/**
 * Change of the log-odds per unit of what moved by `distance` from the first side to the second: the difference of the
 * second side's log-odds and the first's, over the distance (not 0).
 */
export function logOddsPerUnit(counts: PairedCounts, distance: number, level = 0.95): Estimate {
  const { value, low, high, ...rest } = pairedLogOdds(counts, level);
  const ends = [-low / distance, -high / distance] as const;
  return { ...rest, value: -value / distance, low: Math.min(...ends), high: Math.max(...ends) };
}
