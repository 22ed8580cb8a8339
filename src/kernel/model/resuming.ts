/** A state of the machine as the kernel's memory has it: what `trace.ts` reads, written. */
import type { MeasureRule, Scenario } from '../../scenario/index.ts';
import type { Layout } from './layout.ts';
import { MODE } from './slots.ts';

/** A trigger that is armed. Its fields mean what the machine's do. */
type ResumedTrigger =
  | {
      readonly kind: 'clock';
      readonly threshold: number;
      readonly risk: number;
      readonly rungStep: number;
      readonly fraction: number;
    }
  | { readonly kind: 'after'; readonly delay: number; readonly used: boolean }
  | {
      readonly kind: 'every';
      readonly fallen: boolean;
      readonly enabledSteps: number;
      readonly falls: number;
      readonly nextFall: number;
      readonly gap: number;
    }
  | { readonly kind: 'when'; readonly latched: boolean }
  | { readonly kind: 'date' };

/** State k of a run that has not ended, between two steps. */
export interface ResumedState {
  readonly draw: number;
  readonly luck: number;
  readonly dt: number;
  readonly step: number;
  readonly parameters: readonly number[];
  readonly variables: readonly number[];
  readonly auxiliaries: readonly number[];
  /** By stage: the state with which its present stay began, −1 when it is not active. */
  readonly entered: readonly number[];
  /** By happening: how often, and the step of the last time (−1: never). */
  readonly times: readonly number[];
  readonly last: readonly number[];
  /** By slot; null when it is not armed. `armings`: the draws it has used. */
  readonly triggers: readonly (ResumedTrigger | null)[];
  readonly armings: readonly number[];
  readonly asked: readonly number[];
  /** Accumulators of the measures, two for `day_of_max`, else one (see the machine's `measures.ts`). */
  readonly measures: readonly number[];
}

/**
 * Writes a state over the one in memory. What depends on parameters alone must be there already: `begin` with the same
 * parameters leaves it.
 */
export function writeState(memory: DataView, layout: Layout, scenario: Scenario, state: ResumedState): void {
  const { zeroed, minusOnes } = layout;
  new Uint8Array(memory.buffer, zeroed.from, zeroed.bytes).fill(0);
  new Uint8Array(memory.buffer, minusOnes.from, minusOnes.bytes).fill(0xff);
  writeNow(memory, layout, state);
  writeNumbers(memory, layout, state);
  writeLeaves(memory, layout, scenario, state);
  state.triggers.forEach((trigger, slot) => {
    writeTrigger(memory, layout, slot, trigger);
  });
  writeMeasures(memory, layout, scenario, state);
}

function writeNow(memory: DataView, { now }: Layout, { step }: ResumedState): void {
  memory.setFloat64(now.bad, 0, true);
  memory.setInt32(now.step, step, true);
  memory.setInt32(now.ending, -1, true);
  memory.setInt32(now.pending, 0, true);
  memory.setInt32(now.happened, 0, true);
}

function writeNumbers(memory: DataView, { state: at }: Layout, state: ResumedState): void {
  const f64 = (to: number, values: readonly number[]): void =>
    values.forEach((value, k) => {
      memory.setFloat64(to + 8 * k, value, true);
    });
  const i32 = (to: number, values: readonly number[]): void =>
    values.forEach((value, k) => {
      memory.setInt32(to + 4 * k, value, true);
    });
  f64(at.variables, state.variables);
  f64(at.auxiliaries, state.auxiliaries);
  i32(at.entered, state.entered);
  i32(at.times, state.times);
  i32(at.last, state.last);
  i32(at.armings, state.armings);
  i32(at.asked, state.asked);
}

function writeLeaves(memory: DataView, layout: Layout, scenario: Scenario, { entered }: ResumedState): void {
  const { state, tables } = layout;
  for (const { index, initial, region } of scenario.stages) {
    if (initial !== null || (entered[index] as number) < 0) continue;
    memory.setInt32(state.activeLeaf + 4 * region, index, true);
    const number = memory.getInt32(tables.leafNumberOf + 4 * index, true);
    memory.setInt32(state.leafNumber + 4 * region, number, true);
  }
}

function writeTrigger(
  memory: DataView,
  { state }: Layout,
  slot: number,
  trigger: ResumedTrigger | null,
): void {
  const f64 = (table: number, value: number): void => memory.setFloat64(table + 8 * slot, value, true);
  const i32 = (table: number, value: number): void => memory.setInt32(table + 4 * slot, value, true);
  const mode = (isUsed: boolean): void => i32(state.mode, isUsed ? MODE.used : MODE.ready);
  if (trigger === null) {
    i32(state.mode, MODE.off);
    return;
  }
  switch (trigger.kind) {
    case 'clock':
      f64(state.amount, trigger.risk);
      f64(state.threshold, trigger.threshold);
      f64(state.fraction, trigger.fraction);
      i32(state.rungStep, trigger.rungStep);
      mode(trigger.rungStep >= 0);
      return;
    case 'after':
      f64(state.amount, trigger.delay);
      mode(trigger.used);
      return;
    case 'every':
      f64(state.amount, trigger.nextFall);
      f64(state.threshold, trigger.gap);
      f64(state.falls, trigger.falls);
      i32(state.enabledSteps, trigger.enabledSteps);
      mode(trigger.fallen);
      return;
    case 'when':
      mode(trigger.latched);
      return;
    case 'date':
      mode(false);
      return;
    default:
      trigger satisfies never;
  }
}

function writeMeasures(memory: DataView, layout: Layout, scenario: Scenario, state: ResumedState): void {
  let slot = 0;
  for (const { index, rule } of scenario.measures) {
    const value = state.measures[slot] as number;
    const to = layout.state.measures + 16 * index;
    if (rule.kind === 'day_of_max') memory.setFloat64(to + 8, state.measures[slot + 1] as number, true);
    writeMeasure(memory, layout, { rule, value, to, state });
    slot += rule.kind === 'day_of_max' ? 2 : 1;
  }
}

interface Accumulated {
  readonly rule: MeasureRule;
  /** The machine's accumulator; NaN: no value yet. */
  readonly value: number;
  /** Where the kernel has its own. */
  readonly to: number;
  readonly state: ResumedState;
}

function writeMeasure(
  memory: DataView,
  { state: at }: Layout,
  { rule, value, to, state }: Accumulated,
): void {
  const step = Number.isNaN(value) ? -1 : Math.round(value / state.dt);
  switch (rule.kind) {
    case 'final':
    case 'count':
      return;
    case 'min':
    case 'max':
    case 'day_of_max':
    case 'mean':
    case 'total':
      memory.setFloat64(to, value, true);
      return;
    case 'total_days_in': {
      // The machine counts states; the kernel adds a stay when it ends.
      const since = state.entered[rule.stage] as number;
      const present = since < 0 ? 0 : state.step - since + 1;
      memory.setInt32(at.stayTotal + 4 * rule.stage, value - present, true);
      return;
    }
    case 'first_day':
    case 'last_day': {
      const isFirst = rule.kind === 'first_day';
      if (rule.of.kind === 'expression') memory.setFloat64(to, Number.isNaN(value) ? -1 : value, true);
      else if (rule.of.kind === 'stage')
        memory.setInt32((isFirst ? at.firstIn : at.lastIn) + 4 * rule.of.stage, step, true);
      else if (isFirst) memory.setInt32(at.firstHappened + 4 * rule.of.happening, step, true);
      return;
    }
    default:
      rule satisfies never;
  }
}
