/** The first state of a run. */
import type { Point, Scenario } from '../scenario/index.ts';
import { armedTable } from './apply.ts';
import { bounded, variablesAfter } from './effects.ts';
import { freshAccumulators } from './measures.ts';
import type { Program } from './program.ts';
import { type Luck, NOTHING_UNDERWAY, type RunContext } from './run-context.ts';
import { auxiliariesIn, recorded } from './tick.ts';

/** State 0 before its entry effects: variables at their initial values, the initial stages active for 0 days. */
export function stateBeforeEntry(
  program: Program,
  { point, parameters, luck }: { point: Point; parameters: readonly number[]; luck: Luck },
): RunContext {
  const { scenario } = program;
  const zeros = <T>(entries: readonly T[]): number[] => entries.map(() => 0);
  const entered = enteredAtStart(scenario, point);
  const blank: RunContext = {
    ...luck,
    ...NOTHING_UNDERWAY,
    point,
    parameters,
    dt: scenario.time.stepDays,
    step: 0,
    variables: zeros(scenario.variables),
    auxiliaries: zeros(scenario.auxiliaries),
    entered,
    times: zeros(scenario.happenings),
    last: scenario.happenings.map(() => -1),
    triggers: program.armables.map(() => null),
    armings: zeros(program.armables),
    asked: zeros(scenario.decisions),
    fixedUnavailable: zeros(scenario.decisions),
    measures: freshAccumulators(program.measures),
    ended: null,
  };
  const variables = program.variables.map((variable) =>
    bounded(program, variable, variable.initial(blank), blank),
  );
  const initial = { ...blank, variables };
  return { ...initial, auxiliaries: auxiliariesIn(program, initial) };
}

/** By stage: 0 for the leaves the point starts in and their ancestors, else -1. */
function enteredAtStart(scenario: Scenario, point: Point): number[] {
  const entered = scenario.stages.map(() => -1);
  for (const leaf of point.initialLeaves) {
    for (let stage: number | null = leaf; stage !== null; stage = scenario.stages[stage]!.parent) {
      entered[stage] = 0;
    }
  }
  return entered;
}

/**
 * State 0: entry effects in document order, then arming (triggers of stages and regions in document order, shocks,
 * asks), both on the auxiliaries from before the entry effects; then the auxiliaries are those of state 0.
 */
export function begin(program: Program, context: RunContext): RunContext {
  const { stages } = program.scenario;
  const isActive = (stage: number | null): boolean => stage === null || context.entered[stage]! >= 0;
  let current = context;
  for (const { index } of stages) {
    if (!isActive(index)) continue;
    current = { ...current, variables: variablesAfter(program, program.stages[index]!.entry, current) };
  }
  const armables = program.armables.flatMap((armable) =>
    armable !== null && isActive(armable.stage) ? [armable.index] : [],
  );
  const armed = { ...current, ...armedTable(program, current, armables, 0) };
  return recorded(program, armed, null);
}
