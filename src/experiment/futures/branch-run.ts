/** What one run tells of where it was decided. */
import type { Chart, StepRecord } from '../../statechart/index.ts';
import type { PairOfShares, SampledPath } from './inner-samples.ts';
import type { RunPath } from './run-path.ts';
import { noSwing, plusSwing, type SwingSum, swingBetween } from './settled.ts';

export interface BranchRun {
  readonly outcome: number;
  /** States whose futures were run. */
  readonly states: number;
  /** The outlook at the start of each day until the run's end; after that it stays the last. */
  readonly daily: readonly PairOfShares[];
  /** By path of a happening, by name of a decision that was asked, and by '' for steps in which nothing happened. */
  readonly swings: ReadonlyMap<string, SwingSum>;
}

export function branchRun(
  { scenario }: Chart,
  { records, outcome }: RunPath,
  sampled: SampledPath,
): BranchRun {
  const swings = new Map<string, SwingSum>();
  for (let at = 1; at < sampled.length; at += 1) {
    const [before, after] = [sampled[at - 1]!, sampled[at]!];
    const swing = swingBetween(before, after);
    // What happened stands in the record of the state it led to; longer stretches are quiet ones.
    for (const key of after.step === before.step + 1 ? keysOf(records[after.step]!) : ['']) {
      swings.set(key, plusSwing(swings.get(key) ?? noSwing(scenario.outcomes.length), swing));
    }
  }
  return { outcome, states: sampled.length - 1, daily: dailyOf(sampled, scenario.time.stepDays), swings };
}

function keysOf({ happenings, decisions }: StepRecord): readonly string[] {
  if (happenings.length === 0 && decisions.length === 0) return [''];
  return [...new Set([...happenings.map(({ path }) => path), ...decisions.map(({ path }) => path)])];
}

/** Steps between two looks at the outlook: a day, or one step where steps are longer. */
export const stepsADay = (stepDays: number): number => Math.max(1, Math.round(1 / stepDays));

/** The states that tell: the start of every day, and those before and after a step in which something happened. */
export function tellingSteps({ states, records }: RunPath, stepDays: number): readonly number[] {
  const every = stepsADay(stepDays);
  const isEvent = (step: number): boolean => step >= 1 && !keysOf(records[step]!).includes('');
  return states
    .map((_, step) => step)
    .filter((step) => step % every === 0 || isEvent(step) || isEvent(step + 1));
}

/** The start of every day; then the end. */
function dailyOf(sampled: SampledPath, stepDays: number): readonly PairOfShares[] {
  const every = stepsADay(stepDays);
  return [...sampled.slice(0, -1).filter(({ step }) => step % every === 0), sampled.at(-1)!];
}
