/** Luck or ignorance: what of an output's variance would stay if the factors were known. */
import { type RunBlock, varianceSplit } from '../../analysis/index.ts';
import type { Key } from '../../random/index.ts';
import { meanOf, pickRows, wholeRows } from './blocks.ts';
import type { LuckOutput } from './request.ts';

const RESAMPLES = 500;

/** A sentence instead where nothing can be said. @param block a row is a world, its runs each with luck of their own. */
export function luckOutput(
  block: RunBlock,
  { kind, id, label }: Pick<LuckOutput, 'kind' | 'id' | 'label'>,
  key: Key,
): LuckOutput | string {
  const rows = wholeRows([block]);
  if (block.replications < 2) return 'it takes at least two runs of each point';
  if (rows.length < block.rows / 2) return 'less than half of the points have a value in every run';
  const worlds = pickRows(block, rows);
  if (worlds.values.every((value) => value === worlds.values[0])) return 'it is the same in every run';
  const split = varianceSplit(worlds, { key, resamples: RESAMPLES });
  return { method: 'luck', kind, id, label, mean: meanOf(worlds.values), ...split };
}
