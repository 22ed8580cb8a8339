/**
 * What the machine does with its context, action by action. An application is: the machine leaves stages (`leave`, which
 * only notes them), then `apply` (exit lists, the happening's own list, its option's), then it enters stages (`enter`,
 * with their lists), then `arm`. Everything is read as of the start of the step, but the variables.
 */

import { afterUse, arm } from './arm.ts';
import { variablesAfter } from './effects.ts';
import type { Program } from './program.ts';
import type { RunContext } from './run-context.ts';
import type { HappeningEvent, RunEvent, SettledEvent } from './run-event.ts';
import { isHappening } from './run-event.ts';
import type { TriggerState } from './trigger-state.ts';

type Change = Partial<RunContext>;

/**
 * Notes that a stage is left. XState leaves all stages once more when every region has reached a final one: that is no
 * move of ours, and comes after stages have been entered.
 */
export function leave(program: Program, context: RunContext, event: RunEvent, stage: number): Change {
  if (!isHappening(event) || context.arming.length > 0) return {};
  const { stages } = program.scenario;
  const region = stages[stage]!.region;
  if (!event.moves.some((target) => stages[target]!.region === region)) return {};
  return { left: [...context.left, stage] };
}

/** The middle of an application. All regions that move carry it; the first of them does it. */
export function apply(program: Program, context: RunContext, event: RunEvent): Change {
  if (!isHappening(event) || context.applied !== event.order) return {};
  const { stages } = program.scenario;
  const moving = event.moves.map((target) => stages[target]!.region).sort((a, b) => a - b);
  const leaving = moving.flatMap((region) =>
    context.left.filter((stage) => stages[stage]!.region === region),
  );
  let current = context;
  const run = (effects: Parameters<typeof variablesAfter>[1]): void => {
    if (effects.length > 0) current = { ...current, variables: variablesAfter(program, effects, current) };
  };
  for (const stage of leaving) run(program.stages[stage]!.exit);
  for (const happening of event.happenings) run(program.effects[happening]!);
  return {
    applied: context.applied + 1,
    variables: current.variables,
    happened: [...context.happened, ...event.happenings],
    moved: [...context.moved, ...moving],
    ...spent(program, { ...context, triggers: disarmed(program, context, leaving) }, event),
  };
}

function disarmed(program: Program, context: RunContext, leaving: readonly number[]): RunContext['triggers'] {
  if (leaving.length === 0) return context.triggers;
  const triggers = context.triggers.slice();
  for (const stage of leaving) {
    for (const transition of program.scenario.stages[stage]!.transitions) triggers[transition] = null;
  }
  return triggers;
}

/** The trigger that was chosen, unless its stage was left in this step: then entering arms it, or nothing does. */
function spent(program: Program, context: RunContext, event: HappeningEvent): Change {
  const { stage } = program.armables[event.armable]!;
  if (stage !== null && context.left.includes(stage)) return { triggers: context.triggers };
  return spendTrigger(program, context, event.armable);
}

/** The table of triggers after one was chosen and stays where it is. */
export function spendTrigger(
  program: Program,
  context: RunContext,
  index: number,
): Pick<RunContext, 'triggers' | 'armings'> {
  const armable = program.armables[index]!;
  const { state, armings } = afterUse(armable, context.triggers[index]!, context);
  return {
    triggers: replaced(context.triggers, index, state),
    armings: replaced(context.armings, index, armings),
  };
}

const replaced = <T>(values: readonly T[], index: number, value: T): readonly T[] =>
  values.map((old, at) => (at === index ? value : old));

/** A stage is entered: its entry list. The stages a run starts in are entered by `begin`. */
export function enter(program: Program, context: RunContext, event: RunEvent, stage: number): Change {
  if (!isHappening(event)) return {};
  return {
    variables: variablesAfter(program, program.stages[stage]!.entry, context),
    arrived: [...context.arrived, stage],
    arming: [...context.arming, stage],
  };
}

/** Arms the triggers of the stages just entered: their stay begins with the next state. */
export function armArrived(program: Program, context: RunContext): Change {
  const { stages } = program.scenario;
  const transitions = context.arming.flatMap((stage) => stages[stage]!.transitions).sort((a, b) => a - b);
  return { ...armedTable(program, context, transitions, context.step + 1), arming: [] };
}

/** The table of triggers with those of `armables` armed. What the point takes away is never armed. */
export function armedTable(
  program: Program,
  context: RunContext,
  armables: readonly number[],
  since: number,
): Pick<RunContext, 'triggers' | 'armings'> {
  const triggers: (TriggerState | null)[] = context.triggers.slice();
  const armings = context.armings.slice();
  for (const index of armables) {
    const armable = program.armables[index];
    if (armable === undefined || armable === null) continue;
    if (armable.happening !== null && context.point.removed[armable.happening]) continue;
    const armed = arm(armable, context, since);
    triggers[index] = armed.state;
    armings[index] = armed.armings;
  }
  return { triggers, armings };
}

/** What the driver found before anything is applied. */
export const settle = ({ triggers, armings, asked, fixedUnavailable }: SettledEvent): Change => ({
  triggers,
  armings,
  asked,
  fixedUnavailable,
});
