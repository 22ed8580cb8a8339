/** What one run tells of where it was decided. */
import type { Chart, StepRecord } from '../../statechart/index.ts';
import type { PairOfShares, Place, SampledPath, SampledState } from './inner-samples.ts';
import type { RunPath } from './run-path.ts';
import { noSwing, plusSwing, type SwingSum, swingBetween } from './settled.ts';

export interface BranchRun {
  readonly outcome: number;
  /** States whose futures were run. */
  readonly states: number;
  /** The outlook at the start of each day until the run's end; after that it stays the last. */
  readonly daily: readonly PairOfShares[];
  /**
   * By path of a happening, by name of a decision, and by '' where nothing happened. A step's happenings have what it
   * brings, decisions and their options what follows from there to the next step.
   */
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
    for (const key of keysBetween(records, before.place, after.place)) {
      swings.set(key, plusSwing(swings.get(key) ?? noSwing(scenario.outcomes.length), swing));
    }
  }
  return { outcome, states: sampled.length - 1, daily: dailyOf(sampled, scenario.time.stepDays), swings };
}

const QUIET: readonly string[] = [''];

/** What a stretch brought; '' where nothing did. What happens in a step stands in the record of the state it leads to. */
function keysBetween(records: readonly StepRecord[], before: Place, after: Place): readonly string[] {
  const { happenings, decisions } = records[before.step + 1]!;
  const pathsOf = (isOption: boolean): readonly string[] =>
    happenings.filter(({ kind }) => (kind === 'option') === isOption).map(({ path }) => path);
  const keys = (): readonly string[] => {
    if (after.moment === 'asked') return pathsOf(false);
    if (before.moment === 'asked') return [...decisions.map(({ path }) => path), ...pathsOf(true)];
    return after.step === before.step + 1 ? pathsOf(false) : [];
  };
  const found = keys();
  return found.length === 0 ? QUIET : [...new Set(found)];
}

/** Steps between two looks at the outlook: a day, or one step where steps are longer. */
export const stepsADay = (stepDays: number): number => Math.max(1, Math.round(1 / stepDays));

/**
 * The places that tell: the start of every day, those before and after a step in which something happened, and the
 * middle of steps in which something is decided, so that what was decided is told apart from what led to it.
 */
export function tellingPlaces({ states, records }: RunPath, stepDays: number): readonly Place[] {
  const every = stepsADay(stepDays);
  const isDecided = (step: number): boolean => records[step]!.decisions.length > 0;
  const isEvent = (step: number): boolean => records[step]!.happenings.length > 0 || isDecided(step);
  return states.flatMap((_, step): readonly Place[] => {
    const isTold = step % every === 0 || isEvent(step) || isEvent(step + 1);
    return [
      ...(isTold ? [{ step, moment: 'start' as const }] : []),
      ...(isDecided(step + 1) ? [{ step, moment: 'asked' as const }] : []),
    ];
  });
}

/** The start of every day; then the end. */
function dailyOf(sampled: SampledPath, stepDays: number): readonly PairOfShares[] {
  const every = stepsADay(stepDays);
  const isDay = ({ place: { step, moment } }: SampledState): boolean =>
    moment === 'start' && step % every === 0;
  return [...sampled.slice(0, -1).filter(isDay), sampled.at(-1)!];
}
