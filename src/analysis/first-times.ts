/** When something first comes, in runs that are all followed to the same end. */
import type { Estimate } from './estimate.ts';
import { newcombePaired } from './newcombe-paired.ts';
import { quantileEstimate } from './quantile-estimate.ts';
import { wilson } from './wilson.ts';

/** `counts[k]`: runs in which it first came at time k; the others of `runs` never had it. */
export interface FirstTimes {
  readonly counts: ArrayLike<number>;
  readonly runs: number;
}

/**
 * By time k, the share of runs in which it has come: the cumulative incidence. Nothing is censored before the last
 * time, and what ends a run first is a competing risk, so that the estimate of Aalen and Johansen (1978) is this share
 * and its variance p(1 − p)/n; Wilson's interval keeps to it where a share is small. Intervals hold for each time alone.
 */
export function incidenceByTime({ counts, runs }: FirstTimes, level = 0.95): readonly Estimate[] {
  let come = 0;
  return Array.from(counts, (count) => {
    come += count;
    return wilson(come, runs, level);
  });
}

/** The median of the times at which it came, of those runs alone that have it. Null where none has. */
export function medianTime({ counts }: FirstTimes, level = 0.95): Estimate | null {
  const { count, at } = ranked(counts);
  return quantileEstimate(count, at, 0.5, level);
}

/**
 * The first time by which it has come in half of all runs or more: the median of the cumulative incidence, ∞ beyond the
 * last time. Runs that never have it count as later than any. The interval is that of order statistics (Conover 1999).
 */
export function halfTime({ counts, runs }: FirstTimes, level = 0.95): Estimate | null {
  const { count, at } = ranked(counts);
  const timeAt = (rank: number): number => (rank < count ? at(rank) : Infinity);
  const estimate = quantileEstimate(runs, timeAt, 0.5, level);
  return estimate === null ? null : { ...estimate, value: timeAt(Math.ceil(runs / 2) - 1) };
}

function ranked(counts: ArrayLike<number>): {
  readonly count: number;
  readonly at: (rank: number) => number;
} {
  const upTo: number[] = [];
  let count = 0;
  for (let k = 0; k < counts.length; k += 1) {
    count += counts[k] as number;
    upTo.push(count);
  }
  return { count, at: (rank) => upTo.findIndex((passed) => passed > rank) };
}

/** Pairs of runs with the same luck: which of two sides had it earlier, by the times between. */
export interface PairedFirstTimes {
  readonly pairs: number;
  /** `[k]`: pairs in which both sides have it from time k on. */
  readonly both: Float64Array;
  /** `[k]`: pairs in which at k the first side has had it and the second has not, as changes from k − 1; and the reverse. */
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** By time, the first side's incidence less the second's, with Newcombe's (1998) interval for pairs. */
export function incidenceDifference(times: PairedFirstTimes, level = 0.95): readonly Estimate[] {
  let [both, first, second] = [0, 0, 0];
  return Array.from(times.both, (more, k) => {
    both += more;
    first += times.first[k] as number;
    second += times.second[k] as number;
    return newcombePaired({ both, first, second, neither: times.pairs - both - first - second }, level);
  });
}
