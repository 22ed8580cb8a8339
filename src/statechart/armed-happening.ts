/** A happening that an alternative moves: its trigger must be armed. */
import type { Armable } from './armable.ts';
import { firstShock } from './armable.ts';
import type { Chart } from './chart.ts';
import type { Fork, Impossible } from './fork.ts';
import type { OpenTrigger } from './open-draws.ts';
import type { RunContext } from './run-context.ts';
import type { TriggerState } from './trigger-state.ts';

export interface Armed {
  readonly armable: Armable;
  readonly state: TriggerState;
}

/** The trigger of a transition or a shock in a state, or why it waits for nothing. */
export function armedHappening(chart: Chart, context: RunContext, happening: number): Armed | Impossible {
  const { scenario, program } = chart;
  const it = scenario.happenings[happening]!;
  if (it.kind === 'option') return { impossible: `${it.path} is an option: fix its decision instead` };
  const index = it.kind === 'shock' ? firstShock(scenario) + it.shock : it.transition;
  const armable = program.armables[index]!;
  const state = context.triggers[index] ?? null;
  if (state !== null) return { armable, state };
  if (context.point.removed[happening]) return { impossible: `${it.path} is taken away in this run` };
  if (armable.stage !== null && context.entered[armable.stage]! < 0) {
    return { impossible: `${it.path} cannot happen outside ${scenario.stages[armable.stage]!.path}` };
  }
  return { impossible: `${it.path} has happened and does not repeat` };
}

/** The state of a fork with one trigger put in the place of another. */
export function withTrigger({ context, ...rest }: Fork, index: number, state: TriggerState | null): Fork {
  const triggers = context.triggers.map((before, at) => (at === index ? state : before));
  return { ...rest, context: { ...context, triggers } };
}

export const openBut = (open: readonly OpenTrigger[], index: number): readonly OpenTrigger[] =>
  open.filter(({ armable }) => armable !== index);
