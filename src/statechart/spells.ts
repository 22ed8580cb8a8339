/** The spells of a run: which leaf each region was in from which state to which. */
import type { Scenario } from '../scenario/index.ts';
import { activeLeaves } from './configuration.ts';
import type { RunContext } from './run-context.ts';

/**
 * @param run its place in the batch.
 * @param states of the run, from the first to the last.
 * @returns numbers in the shape and order of `RunRecords.spells`.
 */
export function spellsOf(scenario: Scenario, run: number, states: readonly RunContext[]): readonly number[] {
  const spells: number[] = [];
  const [first, ...others] = states as readonly [RunContext, ...RunContext[]];
  const leaves = activeLeaves(scenario, first.entered);
  const since = leaves.map(() => 0);
  let before = first.entered;
  for (const { entered, step } of others) {
    if (entered === before) continue;
    before = entered;
    activeLeaves(scenario, entered).forEach((leaf, region) => {
      if (entered[leaf] !== step) return;
      spells.push(run, leaves[region]!, leaf, since[region]!, step);
      leaves[region] = leaf;
      since[region] = step;
    });
  }
  const end = states.at(-1)!.step;
  leaves.forEach((leaf, region) => {
    if (since[region]! < end) spells.push(run, leaf, -1, since[region]!, end);
  });
  return spells;
}
