/** One state of a run as the kernel's memory has it. */
import type { Scenario } from '../scenario/index.ts';
import type { Layout } from './model/layout.ts';
import { slotsOf } from './model/slots.ts';

/** A trigger that is armed. `mode` is one of `MODE`; what a kind of trigger does not have is left from earlier. */
export interface TracedTrigger {
  readonly amount: number;
  readonly threshold: number;
  readonly fraction: number;
  readonly falls: number;
  readonly rungStep: number;
  readonly enabledSteps: number;
  readonly mode: number;
}

export interface TracedState {
  readonly step: number;
  readonly parameters: readonly number[];
  readonly variables: readonly number[];
  readonly auxiliaries: readonly number[];
  readonly leaves: readonly number[];
  readonly entered: readonly number[];
  readonly times: readonly number[];
  readonly last: readonly number[];
  /** By slot: its draws so far; null where it is not armed. */
  readonly armings: readonly number[];
  readonly triggers: readonly (TracedTrigger | null)[];
  readonly asked: readonly number[];
}

export function readState(memory: DataView, { state, now }: Layout, scenario: Scenario): TracedState {
  const f64 = (from: number, count: number): number[] =>
    Array.from({ length: count }, (_, k) => memory.getFloat64(from + 8 * k, true));
  const i32 = (from: number, count: number): number[] =>
    Array.from({ length: count }, (_, k) => memory.getInt32(from + 4 * k, true));
  const slots = slotsOf(scenario);
  const entered = i32(state.entered, scenario.stages.length);
  const trigger = (slot: number): TracedTrigger => ({
    amount: memory.getFloat64(state.amount + 8 * slot, true),
    threshold: memory.getFloat64(state.threshold + 8 * slot, true),
    fraction: memory.getFloat64(state.fraction + 8 * slot, true),
    falls: memory.getFloat64(state.falls + 8 * slot, true),
    rungStep: memory.getInt32(state.rungStep + 4 * slot, true),
    enabledSteps: memory.getInt32(state.enabledSteps + 4 * slot, true),
    mode: memory.getInt32(state.mode + 4 * slot, true),
  });
  return {
    step: memory.getInt32(now.step, true),
    parameters: f64(state.parameters, scenario.parameters.length),
    variables: f64(state.variables, scenario.variables.length),
    auxiliaries: f64(state.auxiliaries, scenario.auxiliaries.length),
    leaves: i32(state.activeLeaf, scenario.regions.length),
    entered,
    times: i32(state.times, scenario.happenings.length),
    last: i32(state.last, scenario.happenings.length),
    armings: i32(state.armings, slots.length),
    triggers: slots.map((slot, index) => {
      const isArmed = slot !== null && (slot.stage === null || (entered[slot.stage] ?? -1) >= 0);
      return isArmed ? trigger(index) : null;
    }),
    asked: i32(state.asked, scenario.decisions.length),
  };
}
