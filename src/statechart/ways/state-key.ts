/** By what two states of one step are told apart: what matters of them, part by part. */
import type { Scenario } from '../../scenario/index.ts';
import { activeLeaves } from '../configuration.ts';
import type { RunContext } from '../run-context.ts';
import type { TriggerState } from '../trigger-state.ts';
import type { Matters } from './matters.ts';

/** One part of a state: what a person would call it, and its value. */
export interface StatePart {
  readonly label: string;
  readonly read: (context: RunContext) => string | number;
}

/** The parts of a state after `forget`. */
export function stateParts(scenario: Scenario, matters: Matters): readonly StatePart[] {
  const { stages, variables, happenings } = scenario;
  const armables = [
    ...scenario.transitions.map(({ path }) => path),
    ...scenario.shocks.map(({ name }) => name),
    ...scenario.decisions.map(({ name }) => `${name}'s asking`),
  ];
  return [
    { label: 'the stages', read: ({ entered }) => activeLeaves(scenario, entered).join() },
    ...[...matters.variables].map(
      (index): StatePart => ({
        label: `the variable ${variables[index]!.name}`,
        read: (context) => context.variables[index]!,
      }),
    ),
    ...[...matters.daysIn].map(
      (index): StatePart => ({
        label: `days_in(${stages[index]!.path})`,
        read: ({ entered, step }) => (entered[index]! < 0 ? '' : step - entered[index]!),
      }),
    ),
    ...[...matters.times].map(
      (index): StatePart => ({
        label: `times(${happenings[index]!.path})`,
        read: ({ times }) => times[index]!,
      }),
    ),
    ...[...matters.since].map(
      (index): StatePart => ({
        label: `since(${happenings[index]!.path})`,
        read: ({ last, step }) => (last[index]! < 0 ? '' : step - last[index]!),
      }),
    ),
    ...armables.map(
      (path, index): StatePart => ({
        label: `the trigger of ${path}`,
        read: ({ triggers, step }) => triggerKey(triggers[index] ?? null, step),
      }),
    ),
  ];
}

function triggerKey(state: TriggerState | null, step: number): string {
  if (state === null) return '';
  switch (state.kind) {
    case 'clock':
      return state.rungStep < 0 ? 'c' : `r${state.fraction}`;
    case 'after':
      return `${state.used ? 'u' : 'a'}${step - state.armed},${state.delay}`;
    case 'every':
      return `e${state.enabledSteps},${state.falls},${state.gap},${state.fallen}`;
    case 'when':
      return state.latched ? 'l' : 'w';
    case 'date':
      return 'd';
    default:
      throw new Error(`not a trigger's state: ${JSON.stringify(state satisfies never)}`);
  }
}
