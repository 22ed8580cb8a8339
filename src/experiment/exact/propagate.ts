/** Forward propagation: the distribution over all states, step by step, without a single draw. */
import type { Scenario } from '../../scenario/index.ts';
import {
  type Chart,
  firstState,
  type RunContext,
  type RunSnapshot,
  type StatePart,
  waysOn,
} from '../../statechart/index.ts';
import {
  along,
  type CarryingPlan,
  type Mass,
  type MeasurePlan,
  startMass,
  together,
  withState,
} from './carried.ts';
import type { World } from './worlds.ts';

/** What is summed up of the states in which runs ended, and of those they went through. */
export interface Totals {
  /** By outcome. */
  readonly outcomes: Float64Array;
  /** `[stage][state]`: the chance of being in the stage; an ended run stays where it ended. */
  readonly stages: readonly Float64Array[];
  /** By measure: the expectation over the runs' ends of what `final` and the sums give. */
  readonly measures: Float64Array;
  /** Most states at the start of one step, and ways gone through in all. */
  readonly mostStates: number;
  readonly ways: number;
}

/** There are more ways than are gone through; what the states differ in, the most numerous part first. */
export class TooManyStates extends Error {
  override readonly name = 'TooManyStates';
  readonly step: number;
  readonly states: number;
  readonly grows: readonly { readonly label: string; readonly values: number }[];

  constructor(step: number, states: number, grows: TooManyStates['grows']) {
    super(`more states than can be gone through in step ${step}`);
    this.step = step;
    this.states = states;
    this.grows = grows;
  }
}

export interface PropagateOptions {
  readonly chart: Chart;
  readonly plan: CarryingPlan;
  readonly parts: readonly StatePart[];
  readonly mostWays: number;
  /** Called before each step, so that whoever waits (a key, an abort) gets a turn. */
  readonly pause: (step: number) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

interface Layered {
  readonly snapshot: RunSnapshot;
  readonly mass: Mass;
}

/** Null when interrupted. @throws RunFault, TooManyRacing, TooManyStates (rejects). */
export async function propagate(worlds: readonly World[], options: PropagateOptions): Promise<Totals | null> {
  const { chart, plan, signal, pause } = options;
  const { scenario } = chart;
  const states = scenario.time.steps + 1;
  const totals = {
    outcomes: new Float64Array(scenario.outcomes.length),
    stages: scenario.stages.map(() => new Float64Array(states)),
    measures: new Float64Array(scenario.measures.length),
    mostStates: 0,
    ways: 0,
  };
  for (const { point, probability } of worlds) {
    const first = firstState(chart, point);
    let layer: readonly Layered[] = [{ snapshot: first, mass: startMass(plan, probability, first.context) }];
    addStages(scenario, totals.stages, 0, layer);
    for (let step = 0; layer.length > 0; step += 1) {
      await pause(step);
      if (signal?.aborted) return null;
      totals.mostStates = Math.max(totals.mostStates, layer.length);
      layer = nextLayer(layer, step, options, totals);
      addStages(scenario, totals.stages, step + 1, layer);
    }
  }
  return totals;
}

interface OpenTotals extends Totals {
  ways: number;
}

function nextLayer(
  layer: readonly Layered[],
  step: number,
  { chart, plan, parts, mostWays }: PropagateOptions,
  totals: OpenTotals,
): readonly Layered[] {
  const next = new Map<string, Layered>();
  for (const { snapshot, mass } of layer) {
    const before = withState(plan, mass, snapshot.context);
    for (const way of waysOn(chart, snapshot)) {
      totals.ways += 1;
      if (totals.ways > mostWays) throw new TooManyStates(step, layer.length, whatGrows(layer, parts));
      const arrived = along(plan, before, way, step + 1);
      const { context } = way.snapshot;
      if (context.ended !== null) addEnd(chart, plan.measures, totals, arrived, context);
      else {
        const key = parts.map(({ read }) => read(context)).join('|');
        const known = next.get(key);
        next.set(key, { snapshot: known?.snapshot ?? way.snapshot, mass: together(known?.mass, arrived) });
      }
    }
  }
  return [...next.values()];
}

function addStages(
  { stages }: Scenario,
  into: readonly Float64Array[],
  state: number,
  layer: readonly Layered[],
): void {
  for (const { snapshot, mass } of layer) {
    for (const { index } of stages) {
      if (snapshot.context.entered[index]! < 0) continue;
      into[index]![state] = into[index]![state]! + mass.probability;
    }
  }
}

function addEnd(
  { program, scenario }: Chart,
  plans: readonly MeasurePlan[],
  { outcomes, measures, stages }: Totals,
  { probability, sums }: Mass,
  context: RunContext,
): void {
  const outcome = context.ended as number;
  outcomes[outcome] = outcomes[outcome]! + probability;
  for (const { index } of scenario.stages) {
    if (context.entered[index]! < 0) continue;
    const inside = stages[index]!;
    for (let state = context.step; state < inside.length; state += 1) {
      inside[state] = inside[state]! + probability;
    }
  }
  plans.forEach((plan, measure) => {
    if (plan.kind === 'final') {
      measures[measure] = measures[measure]! + probability * program.measures[plan.measure]!.read!(context);
    } else if (plan.kind === 'sum') {
      const value = (sums[plan.sum] as number) * plan.times;
      measures[measure] = measures[measure]! + (plan.of === 'step' ? value / context.step : value);
    }
  });
}

/** Parts of the states that take more than one value, the most numerous first. */
function whatGrows(layer: readonly Layered[], parts: readonly StatePart[]): TooManyStates['grows'] {
  return parts
    .map(({ label, read }) => ({
      label,
      values: new Set(layer.map(({ snapshot }) => read(snapshot.context))).size,
    }))
    .filter(({ values }) => values > 1)
    .sort((a, b) => b.values - a.values)
    .slice(0, 4);
}
