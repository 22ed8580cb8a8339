/**
 * What is carried along with the probability of a state: everything that is asked of the runs and adds up over ways, so that
 * states need not be told apart by it.
 */
import type { Scenario } from '../../scenario/index.ts';
import type { Chart, RunContext, StepWay } from '../../statechart/index.ts';

/** Something that comes or does not: first in state k it has come with `firsts[k]`. */
export interface Watched {
  readonly isThere: (context: RunContext, happened: readonly number[]) => boolean;
  readonly firsts: Float64Array;
}

/** A sum along a run; its expectation is carried. `perState` is added at the start of a step, `perWay` for what it brings. */
export interface Summed {
  readonly perState: (context: RunContext) => number;
  readonly perWay: (happened: readonly number[]) => number;
}

/** Mass of a state: its probability, by thing watched the part of it in which that has not come, by sum its expectation. */
export interface Mass {
  readonly probability: number;
  readonly without: Float64Array;
  readonly sums: Float64Array;
}

export interface Carrying {
  readonly watched: readonly Watched[];
  readonly summed: readonly Summed[];
}

export const startMass = ({ watched, summed }: Carrying, probability: number, context: RunContext): Mass => ({
  probability,
  without: Float64Array.from(watched, ({ isThere, firsts }) => {
    const isIn = isThere(context, []);
    if (isIn) firsts[0] = (firsts[0] as number) + probability;
    return isIn ? 0 : probability;
  }),
  sums: new Float64Array(summed.length),
});

/** The mass with the sums that the step beginning in its state adds. */
export function withState({ summed }: Carrying, mass: Mass, context: RunContext): Mass {
  if (summed.length === 0) return mass;
  const sums = mass.sums.map((sum, i) => sum + mass.probability * summed[i]!.perState(context));
  return { ...mass, sums };
}

/** The part of a mass that goes one way; what comes in it is counted. */
export function along({ watched, summed }: Carrying, mass: Mass, way: StepWay, state: number): Mass {
  const { probability: share, snapshot, happened } = way;
  const probability = mass.probability * share;
  const without = mass.without.map((part, i) => {
    const { isThere, firsts } = watched[i]!;
    if (part === 0 || !isThere(snapshot.context, happened)) return part * share;
    firsts[state] = (firsts[state] as number) + part * share;
    return 0;
  });
  const sums = mass.sums.map((sum, i) => sum * share + probability * summed[i]!.perWay(happened));
  return { probability, without, sums };
}

export function together(one: Mass | undefined, other: Mass): Mass {
  if (one === undefined) return other;
  return {
    probability: one.probability + other.probability,
    without: one.without.map((part, i) => part + (other.without[i] as number)),
    sums: one.sums.map((sum, i) => sum + (other.sums[i] as number)),
  };
}

/** How a measure's mean follows from what is carried. */
export type MeasurePlan =
  | { readonly kind: 'final'; readonly measure: number }
  | { readonly kind: 'sum'; readonly sum: number; readonly of: 'run' | 'step'; readonly times: number }
  | { readonly kind: 'first_day'; readonly watched: number }
  | { readonly kind: 'ever'; readonly watched: number; readonly not: boolean }
  | { readonly kind: 'none' };

export interface CarryingPlan extends Carrying {
  /** Indexes of what is watched for every happening and every stage, in the scenario's order. */
  readonly happenings: readonly number[];
  readonly stages: readonly number[];
  /** By measure. */
  readonly measures: readonly MeasurePlan[];
}

/** @param measures whether the scenario's measures are carried. */
export function planCarrying({ scenario, program }: Chart, measures: boolean): CarryingPlan {
  const states = scenario.time.steps + 1;
  const watched: Watched[] = [];
  const summed: Summed[] = [];
  const watch = (isThere: Watched['isThere']): number =>
    watched.push({ isThere, firsts: new Float64Array(states) }) - 1;
  const sum = (perState: Summed['perState'], perWay: Summed['perWay'] = () => 0): number =>
    summed.push({ perState, perWay }) - 1;
  const happenings = scenario.happenings.map((_, index) => watch((_, happened) => happened.includes(index)));
  const stages = scenario.stages.map(({ index }) => watch(({ entered }) => entered[index]! >= 0));
  const planOf = ({ rule, boolean }: Scenario['measures'][number], index: number): MeasurePlan => {
    const read = program.measures[index]?.read ?? null;
    const value = (context: RunContext): number => read?.(context) ?? 0;
    switch (rule.kind) {
      case 'final':
        return { kind: 'final', measure: index };
      case 'total':
        return { kind: 'sum', sum: sum(value), of: 'run', times: scenario.time.stepDays };
      case 'mean':
        return { kind: 'sum', sum: sum(value), of: 'step', times: 1 };
      case 'total_days_in': {
        const days = sum(({ entered }) => (entered[rule.stage]! >= 0 ? 1 : 0));
        return { kind: 'sum', sum: days, of: 'run', times: scenario.time.stepDays };
      }
      case 'count': {
        const count = sum(
          () => 0,
          (happened) => (happened.includes(rule.happening) ? 1 : 0),
        );
        return { kind: 'sum', sum: count, of: 'run', times: 1 };
      }
      case 'first_day':
        if (rule.of.kind === 'happening')
          return { kind: 'first_day', watched: happenings[rule.of.happening] as number };
        if (rule.of.kind === 'stage') return { kind: 'first_day', watched: stages[rule.of.stage] as number };
        return { kind: 'first_day', watched: watch((context) => value(context) !== 0) };
      case 'max':
      case 'min': {
        if (!boolean) return { kind: 'none' };
        const wanted = rule.kind === 'max' ? 1 : 0;
        return { kind: 'ever', watched: watch((context) => value(context) === wanted), not: wanted === 0 };
      }
      case 'day_of_max':
      case 'last_day':
        return { kind: 'none' };
      default:
        throw new Error(`not a measure: ${JSON.stringify(rule satisfies never)}`);
    }
  };
  const plans = scenario.measures.map(
    (measure, index): MeasurePlan => (measures ? planOf(measure, index) : { kind: 'none' }),
  );
  return { watched, summed, happenings, stages, measures: plans };
}
