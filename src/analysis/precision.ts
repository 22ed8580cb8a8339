/** When a share is known well enough: a rule that looks, and looks again only where more runs are needed. */
import { normalCritical } from './critical.ts';
import { scoreInterval } from './wilson.ts';

/** A share as it stands: `count` of `n` runs, wanted to ± `half`. */
export interface WantedShare {
  readonly count: number;
  readonly n: number;
  readonly half: number;
}

/** Half the width of Wilson's interval; 0.5 without runs. */
export function halfWidth(count: number, n: number, level = 0.95): number {
  if (n === 0) return 0.5;
  const { low, high } = scoreInterval(count, n, normalCritical(level));
  return (high - low) / 2;
}

/**
 * Runs after which Wilson's interval is no wider than ± `half` if the share stays what it is:
 * z²·(p(1 − p) − 2h² + √((p(1 − p))² − 4h²·p(1 − p) + h²))/(2h²) (Piegorsch 2004, Computational Statistics & Data
 * Analysis 46, 309-316, equation 2.3). Rounds up. 0 < half < 0.5.
 */
export function runsForScore(share: number, half: number, level = 0.95): number {
  const z = normalCritical(level);
  const spread = share * (1 - share);
  const square = half * half;
  const root = Math.sqrt(spread * spread - 4 * square * spread + square);
  return Math.ceil((z * z * (spread - 2 * square + root)) / (2 * square) - 1e-9);
}

/** More runs than before at each look, at least; and so many times as many, at most, since an early share may mislead. */
const LEAST_MORE = 100;
const MOST_TIMES = 4;

/**
 * Runs in all at which to look next, or null where every share is known as wanted. `runs` were made so far; those that
 * faulted count in no share, and as many of the next are expected to.
 */
export function nextLook(shares: readonly WantedShare[], runs: number, level = 0.95): number | null {
  const open = shares.filter(({ count, n, half }) => halfWidth(count, n, level) > half);
  if (open.length === 0) return null;
  const wanted = open.map(({ count, n, half }) =>
    n === 0 ? Infinity : (runs * runsForScore(count / n, half, level)) / n,
  );
  const most = MOST_TIMES * runs;
  return Math.min(most, Math.max(runs + LEAST_MORE, Math.ceil(Math.max(...wanted))));
}
