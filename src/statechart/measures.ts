/**
 * Measures, folded state by state: a run keeps only accumulators, so that a snapshot holds the measures of what is past.
 * Each measure has one slot; `day_of_max` has a second for the day.
 */
import type { MeasureRule, Scenario } from '../scenario/index.ts';
import type { Reader, Readers } from './reader.ts';
import type { RunContext } from './run-context.ts';

export interface CompiledMeasure {
  readonly rule: MeasureRule;
  /** What it reads in a state; null for one of a stage or a happening. */
  readonly read: Reader | null;
  /** Its first slot. */
  readonly slot: number;
}

export function compileMeasures(scenario: Scenario, readers: Readers): readonly CompiledMeasure[] {
  let slot = 0;
  return scenario.measures.map(({ rule }) => {
    const measure = { rule, read: readerOf(rule, readers), slot };
    slot += slotsOf(rule);
    return measure;
  });
}

const slotsOf = (rule: MeasureRule): number => (rule.kind === 'day_of_max' ? 2 : 1);

function readerOf(rule: MeasureRule, readers: Readers): Reader | null {
  if ('expression' in rule) return readers.finite(rule.expression);
  if ('of' in rule && rule.of.kind === 'expression') return readers.finite(rule.of.expression);
  return null;
}

/** The slots before the first state. NaN: no value yet. */
export const freshAccumulators = (measures: readonly CompiledMeasure[]): number[] =>
  measures.flatMap(({ rule }) => {
    if (rule.kind === 'day_of_max') return [-Infinity, Number.NaN];
    return rule.kind === 'mean' || rule.kind === 'total' || rule.kind === 'total_days_in'
      ? [0]
      : [Number.NaN];
  });

/** The slots with one more recorded state; `state.measures` are those before it, and `state.ended` is already set. */
export function accumulate(measures: readonly CompiledMeasure[], state: RunContext): number[] {
  const slots = state.measures.slice();
  const day = state.step * state.dt;
  for (const { rule, read, slot } of measures) {
    const before = slots[slot]!;
    switch (rule.kind) {
      case 'final':
        if (state.ended !== null) slots[slot] = read!(state);
        break;
      case 'min': {
        const value = read!(state);
        if (!(value >= before)) slots[slot] = value;
        break;
      }
      case 'max': {
        const value = read!(state);
        if (!(value <= before)) slots[slot] = value;
        break;
      }
      case 'day_of_max': {
        const value = read!(state);
        if (value > before) {
          slots[slot] = value;
          slots[slot + 1] = day;
        }
        break;
      }
      case 'mean':
      case 'total':
        if (state.ended === null) slots[slot] = before + read!(state);
        break;
      case 'total_days_in':
        if (state.ended === null && state.entered[rule.stage]! >= 0) slots[slot] = before + 1;
        break;
      case 'first_day':
        if (Number.isNaN(before) && isTrueIn(rule, read, state)) slots[slot] = day;
        break;
      case 'last_day':
        if (isTrueIn(rule, read, state)) slots[slot] = day;
        break;
      case 'count':
        break;
      default:
        throw new Error(`not a measure: ${JSON.stringify(rule satisfies never)}`);
    }
  }
  return slots;
}

/** Whether a recorded state is one that `first_day` or `last_day` looks for. */
function isTrueIn(
  rule: Extract<MeasureRule, { kind: 'first_day' | 'last_day' }>,
  read: Reader | null,
  state: RunContext,
): boolean {
  switch (rule.of.kind) {
    case 'stage':
      return state.entered[rule.of.stage]! >= 0;
    case 'happening':
      // A happening's day is the end of its step: the state that step led to.
      return state.step > 0 && state.last[rule.of.happening] === state.step - 1;
    case 'expression':
      return read!(state) !== 0;
    default:
      throw new Error(`nothing to look for: ${JSON.stringify(rule.of satisfies never)}`);
  }
}

/** The measures of a run that has ended, in the scenario's order; NaN where one has no value. */
export const measuresOf = (measures: readonly CompiledMeasure[], state: RunContext): number[] =>
  measures.map(({ rule, slot }) => {
    const value = state.measures[slot]!;
    switch (rule.kind) {
      case 'day_of_max':
        return state.measures[slot + 1]!;
      case 'mean':
        return value / state.step;
      case 'total':
      case 'total_days_in':
        return value * state.dt;
      case 'count':
        return state.times[rule.happening]!;
      default:
        return value;
    }
  });
