/** Measures: what is folded state by state, and what a run yields at its end. */
import type { Measure, MeasureRule } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, and, binary, div, f64, ge, gt, i32, lt, mul, pick, sub, toF64 } from '../ir/expressions.ts';
import type { Expr } from '../ir/types.ts';
import type { Evaluation } from '../value/evaluation.ts';
import { asTruth } from '../value/lower.ts';
import type { Value } from '../value/node.ts';
import type { FiniteChecks } from './checks.ts';
import type { ModelContext } from './context.ts';
import { f64At, i32At, putF64 } from './memory.ts';

export interface Measured {
  readonly measure: Measure;
  readonly rule: MeasureRule;
  /** What it reads in a state; null where it is folded when something moves or happens. */
  readonly value: Value | null;
}

/** Measures that read an expression in recorded states before the end. */
export function measureValues(context: ModelContext): readonly Measured[] {
  return context.scenario.measures.flatMap((measure): readonly Measured[] => {
    const { rule } = measure;
    if ('of' in rule) {
      if (rule.of.kind !== 'expression') return [];
      return [{ measure, rule, value: asTruth(context.graph, context.value(rule.of.expression)) }];
    }
    if (!('expression' in rule) || rule.kind === 'final') return [];
    return [{ measure, rule, value: context.number(rule.expression) }];
  });
}

export interface Observation {
  readonly context: ModelContext;
  readonly code: Code;
  readonly evaluation: Evaluation;
  readonly checks: FiniteChecks;
  readonly k: Expr;
}

/** Two numbers a measure: its value so far, and the day of it for `day_of_max`. */
const slotOf = ({ context }: Observation, { measure }: Measured): number => {
  return context.layout.state.measures + 16 * measure.index;
};

const dayOf = ({ context, k }: Observation): Expr => mul(toF64(k), f64(context.scenario.time.stepDays));

/** Writes what a recorded state adds to a measure. */
export function observe(at: Observation, measured: Measured): void {
  const { code, evaluation, checks } = at;
  const { rule, value } = measured;
  if (value === null || rule.kind === 'mean' || rule.kind === 'total') return;
  const slot = slotOf(at, measured);
  if (rule.kind === 'first_day' || rule.kind === 'last_day') {
    const holds = evaluation.value(value);
    const isNew = rule.kind === 'last_day' ? holds : and(holds, lt(f64At(slot), f64(0)));
    code.if(isNew, () => putF64(code, slot, 0, dayOf(at)));
    return;
  }
  const present = evaluation.kept(value);
  // What the state holds has been checked.
  if (value.op !== 'leaf') checks.check(present);
  if (rule.kind === 'day_of_max') {
    code.if(gt(present, f64At(slot)), () => {
      putF64(code, slot, 0, present);
      putF64(code, slot, 1, dayOf(at));
    });
    return;
  }
  // A new extreme is hard to foresee, so there is no branch.
  const better = rule.kind === 'min' ? 'f64.pick_lower' : 'f64.pick_higher';
  putF64(code, slot, 0, binary(better, f64At(slot), present));
}

/** Writes what the start of a step adds to a `mean` or `total`. */
export function observeStart(at: Observation, measured: Measured): void {
  const { code, evaluation, checks } = at;
  if (measured.value === null) return;
  const present = evaluation.kept(measured.value);
  checks.check(present);
  const slot = slotOf(at, measured);
  putF64(code, slot, 0, add(f64At(slot), present));
}

/** Writes the measures' state before the first recorded state. A day of −1 is one that has not come. */
export function writeFreshMeasures({ scenario, layout }: ModelContext, code: Code): void {
  for (const { index, rule } of scenario.measures) {
    const slot = layout.state.measures + 16 * index;
    const start = startOf(rule);
    if (start !== null) putF64(code, slot, 0, f64(start));
  }
}

function startOf(rule: MeasureRule): number | null {
  switch (rule.kind) {
    case 'min':
      return Infinity;
    case 'max':
    case 'day_of_max':
      return -Infinity;
    case 'mean':
    case 'total':
      return 0;
    case 'first_day':
    case 'last_day':
      return rule.of.kind === 'expression' ? -1 : null;
    case 'final':
    case 'total_days_in':
    case 'count':
      return null;
    default:
      return rule satisfies never;
  }
}

const orMissing = (isMissing: Expr, value: Expr): Expr => pick(isMissing, f64(NaN), value);

/** The measure of a run that ended in state k, which is the one in memory. */
export function measureAtEnd(
  { context, code, evaluation, checks, k }: Observation,
  { index, rule }: Measure,
): Expr {
  const { state } = context.layout;
  const slot = state.measures + 16 * index;
  const days = (steps: Expr): Expr => mul(toF64(steps), f64(context.scenario.time.stepDays));
  const dayOfState = (number: Expr): Expr => {
    const kept = code.keep(number);
    return orMissing(lt(kept, i32(0)), days(kept));
  };
  switch (rule.kind) {
    case 'final': {
      const value = evaluation.kept(context.number(rule.expression));
      checks.check(value);
      return value;
    }
    case 'min':
    case 'max':
      return f64At(slot);
    case 'day_of_max':
      return f64At(slot, 1);
    case 'mean':
      return div(f64At(slot), toF64(k));
    case 'total':
      return mul(f64At(slot), f64(context.scenario.time.stepDays));
    case 'total_days_in': {
      const entered = code.keep(i32At(state.entered, rule.stage));
      const present = pick(ge(entered, i32(0)), code.keep(sub(k, entered)), i32(0));
      return days(add(i32At(state.stayTotal, rule.stage), present));
    }
    case 'count':
      return toF64(i32At(state.times, rule.happening));
    case 'first_day':
      if (rule.of.kind === 'expression') return orMissing(lt(f64At(slot), f64(0)), f64At(slot));
      return dayOfState(
        rule.of.kind === 'stage'
          ? i32At(state.firstIn, rule.of.stage)
          : i32At(state.firstHappened, rule.of.happening),
      );
    case 'last_day': {
      if (rule.of.kind === 'expression') return orMissing(lt(f64At(slot), f64(0)), f64At(slot));
      if (rule.of.kind === 'stage') {
        const isIn = ge(i32At(state.entered, rule.of.stage), i32(0));
        return dayOfState(pick(isIn, k, i32At(state.lastIn, rule.of.stage)));
      }
      const last = code.keep(i32At(state.last, rule.of.happening));
      return orMissing(lt(last, i32(0)), days(add(last, i32(1))));
    }
    default:
      return rule satisfies never;
  }
}
