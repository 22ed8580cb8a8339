/** Whether an interval settles what was promised. */
import type { Estimate } from '../../analysis/index.ts';
import type { Bound } from '../../scenario/index.ts';

/** `open`: more runs may tell. */
export type Standing = 'holds' | 'fails' | 'open';

/** A bound may be missed by the rounding of a mean: this part of it (or this much, near zero). */
const ROUNDING = 1e-9;

const slack = (bound: number): number =>
  Number.isFinite(bound) ? ROUNDING * Math.max(1, Math.abs(bound)) : 0;

/**
 * `between`: holds when the interval lies inside, fails when it lies outside. `equals`: holds when the interval covers
 * the value and is narrower than ±within, fails when it does not cover it.
 */
export function standingOf(estimate: Estimate | null, bound: Bound): Standing {
  if (estimate === null || Number.isNaN(estimate.value)) return 'open';
  const { low, high } = estimate;
  const [from, to] = bound.kind === 'equals' ? [bound.value, bound.value] : [bound.low, bound.high];
  if (high < from - slack(from) || low > to + slack(to)) return 'fails';
  if (bound.kind === 'equals') return (high - low) / 2 < bound.within ? 'holds' : 'open';
  return low >= from - slack(from) && high <= to + slack(to) ? 'holds' : 'open';
}

/** A difference of shares, first side less second: strictly above or below zero. */
export function contrastStanding({ low, high }: Estimate, direction: 'more' | 'less'): Standing {
  if (low > 0) return direction === 'more' ? 'holds' : 'fails';
  if (high < 0) return direction === 'less' ? 'holds' : 'fails';
  return 'open';
}

/** All must hold; one that fails is enough to fail. Without any, nothing is settled. */
export function together(standings: readonly Standing[]): Standing {
  if (standings.includes('fails')) return 'fails';
  const all = standings.length > 0 && standings.every((standing) => standing === 'holds');
  return all ? 'holds' : 'open';
}
