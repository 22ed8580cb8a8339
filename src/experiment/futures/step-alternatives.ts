/** What could be otherwise in one step of a run, and what of the step is given when it is asked. */
import type { Scenario } from '../../scenario/index.ts';
import type { Alternative, DecisionRecord, Moment, StepRecord } from '../../statechart/index.ts';

/** Every option of the decisions that a run settles in a step. @param next the record of the state the step leads to. */
export const optionsInStep = (scenario: Scenario, next: StepRecord): readonly Alternative[] =>
  next.decisions.flatMap((settled) => optionsOfDecision(scenario, settled));

/** Under a fixed option the odds of the others are moot, and none is told. */
export function optionsOfDecision({ decisions }: Scenario, settled: DecisionRecord): readonly Alternative[] {
  const decision = decisions.find(({ name }) => name === settled.path)!;
  return decision.options
    .map((_, option) => option)
    .filter((option) => settled.fixed || settled.options[option]!.odds !== null)
    .map((option): Alternative => ({ kind: 'option', decision: decision.index, option }));
}

/** What the run brings in the step is given where an alternative is about it. */
export function momentFor(
  { decisions, happenings }: Scenario,
  next: StepRecord,
  alternatives: readonly Alternative[],
): Moment {
  const isOfStep = (one: Alternative): boolean => {
    if (one.kind === 'option')
      return next.decisions.some(({ path }) => path === decisions[one.decision]!.name);
    if (one.kind !== 'not_today') return false;
    return next.happenings.some(({ path }) => path === happenings[one.happening]!.path);
  };
  return alternatives.some(isOfStep) ? 'asked' : 'start';
}
