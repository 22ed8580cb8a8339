/** An interval for a ratio of odds seen on the same runs (common random numbers). */
import { exp, log } from '../random/index.ts';
import { normalCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';
import type { PairedCounts } from './newcombe-paired.ts';

/** Added to each of the four counts, so that no count is 0 (Agresti and Min 2005, Statistics in Medicine 24, 729-740). */
const HALF = 0.5;

/** Runs with the outcome, and without, that a side needs before the normal distribution of its log-odds is trusted. */
const FEWEST = 10;

/**
 * Logarithm of the odds on the first side over the odds on the second: the marginal odds of the two, not those within
 * pairs. With a, b, c, d runs on both sides, the first only, the second only, neither, and margins x = a + b, y = c + d,
 * u = a + c, v = b + d, the delta method on the multinomial counts (Agresti 2013, Categorical Data Analysis, section
 * 16.1) gives log(xv/(yu)) the variance 1/x + 1/y + 1/u + 1/v − 2n(ad − bc)/(xyuv), which is
 * n·((a + d)(b + c) + 4bc)/(xyuv): only pairs whose sides differ make it uncertain. All with ½ added to each count, and in
 * the variance z²/4 to b and to c, or a handful of pairs that differ would look too sure (as Agresti and Coull 1998, The
 * American Statistician 52, 119-126, do for one share).
 *
 * Where a side has the outcome in fewer than ten runs, its odds may be smaller than any number; where it lacks it in fewer
 * than ten, larger: that end of the interval is infinite. Without pairs: NaN.
 */
export function pairedLogOdds(counts: PairedCounts, level = 0.95): Estimate {
  const pairs = counts.both + counts.first + counts.second + counts.neither;
  const estimate = { level, n: pairs, method: 'paired-log-odds' } as const;
  if (pairs === 0) return { ...estimate, value: NaN, low: -Infinity, high: Infinity };
  const [a, b] = [counts.both + HALF, counts.first + HALF];
  const [c, d] = [counts.second + HALF, counts.neither + HALF];
  const [x, y, u, v] = [a + b, c + d, a + c, b + d];
  const value = log((x * v) / (y * u));
  const z = normalCritical(level);
  const [onlyFirst, onlySecond] = [counts.first + (z * z) / 4, counts.second + (z * z) / 4];
  const spread = (a + d) * (onlyFirst + onlySecond) + 4 * onlyFirst * onlySecond;
  const half = z * Math.sqrt(((a + b + c + d) * spread) / (x * y * u * v));
  const isFew = (one: number, other: number): boolean => one + other < FEWEST;
  const { both, first, second, neither } = counts;
  const lowUnknown = isFew(both, first) || isFew(first, neither);
  const highUnknown = isFew(second, neither) || isFew(both, second);
  return {
    ...estimate,
    value,
    low: lowUnknown ? -Infinity : value - half,
    high: highUnknown ? Infinity : value + half,
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
