/** Estimates in the JSON of experiments, in the shapes of `simulate --json`. */
import type { Estimate } from '../analysis/index.ts';
import type { Change } from '../experiment/index.ts';

/** `count` of the runs that no fault ended. */
export const shareJson = (id: string, label: string, share: Estimate) => ({
  id,
  label,
  count: Math.round(share.value * share.n),
  share: share.value,
  low: share.low,
  high: share.high,
});

/** Null where there is no estimate. */
export const valueJson = (estimate: Estimate | null) => ({
  value: estimate?.value ?? null,
  low: estimate?.low ?? null,
  high: estimate?.high ?? null,
});

/** Numbers that do not exist, or are infinite, are null. */
export const changeJson = ({ id, label, change, p, adjusted, saved }: Change) => ({
  id,
  label,
  change: change?.value ?? null,
  low: change?.low ?? null,
  high: change?.high ?? null,
  p,
  p_holm: adjusted,
  luck_saved: saved,
});
