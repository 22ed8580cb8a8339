/**
 * What a step looks at before anything happens: every armed trigger of the active stages, of the regions, the shocks and the
 * asks. Clocks accumulate, whoever wins.
 */
import type { CheckedExpression } from '../../expression/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, and, call, eq, f64, ge, i32, le, lt, mul, not, sub, toF64 } from '../ir/expressions.ts';
import type { Expr } from '../ir/types.ts';
import type { Evaluation } from '../value/evaluation.ts';
import { asTruth, type KnownActive } from '../value/lower.ts';
import type { Value } from '../value/node.ts';
import { TIME_SLACK } from './arming.ts';
import type { Clockwork, Reactions } from './clockwork.ts';
import type { ModelContext } from './context.ts';
import { f64At, i32At, putF64, putI32 } from './memory.ts';
import { MODE, type Slot } from './slots.ts';

/** What one trigger reads. */
export interface WatchedValues {
  readonly slot: Slot;
  /** Its `while`, or the condition of a `when`; null: always. */
  readonly condition: Value | null;
  /** What the author wrote of a clock, and the hazard that it means. */
  readonly written: Value | null;
  readonly hazard: Value | null;
}

export function watchedValues(context: ModelContext, slot: Slot, known?: KnownActive): WatchedValues {
  const { graph } = context;
  const { trigger } = slot;
  const truth = (expression: CheckedExpression | null): Value | null =>
    expression === null ? null : asTruth(graph, context.value(expression, known));
  switch (trigger.kind) {
    case 'when':
      return { slot, condition: truth(trigger.condition), written: null, hazard: null };
    case 'hazard': {
      const hazard = context.number(trigger.hazard, known);
      return { slot, condition: truth(trigger.while), written: hazard, hazard };
    }
    case 'chance': {
      const chance = context.number(trigger.chance, known);
      const rest = graph.binary('f64.sub', graph.constant(1), chance);
      const hazard = graph.unary('f64.neg', graph.help('log', rest));
      return { slot, condition: truth(trigger.while), written: chance, hazard };
    }
    case 'after':
    case 'every':
    case 'date':
      return { slot, condition: truth(trigger.while), written: null, hazard: null };
    default:
      return trigger satisfies never;
  }
}

export const rootsOf = (watched: readonly WatchedValues[]): readonly Value[] =>
  watched.flatMap(({ condition, written, hazard }) =>
    [condition, written, hazard].filter((value): value is Value => value !== null),
  );

export interface Watch {
  readonly context: ModelContext;
  readonly code: Code;
  readonly evaluation: Evaluation;
  readonly clockwork: Clockwork;
  readonly k: Expr;
  readonly reactions: Reactions;
}

/**
 * Writes the look at the triggers of one stage, or of what holds always. Hazards that nothing holds back are computed
 * first and side by side: what they share is computed once, and a processor works on all of them at a time.
 */
export function watchAll(at: Watch, all: readonly WatchedValues[]): void {
  const { evaluation } = at;
  const free = all.filter(({ condition }) => condition === null);
  evaluation.pairExponentials(rootsOf(free));
  for (const { condition, written, hazard } of all) {
    if (condition !== null) continue;
    for (const value of [written, hazard]) if (value !== null) evaluation.bind(value, evaluation.kept(value));
  }
  for (const one of all) watch(at, one);
}

function watch(at: Watch, watched: WatchedValues): void {
  const { slot } = watched;
  switch (slot.trigger.kind) {
    case 'hazard':
    case 'chance':
      watchClock(at, watched);
      return;
    case 'after':
      watchAfter(at, watched);
      return;
    case 'every':
      watchEvery(at, watched);
      return;
    case 'when':
      watchWhen(at, watched);
      return;
    case 'date':
      watchDate(at, watched, slot.trigger.step);
      return;
    default:
      slot.trigger satisfies never;
  }
}

const modeOf = ({ context }: Watch, slot: Slot): Expr => i32At(context.layout.state.mode, slot.index);

/** Writes `body` for steps in which the trigger's `while` holds. */
function whileHolds({ evaluation }: Watch, condition: Value | null, body: () => void): void {
  if (condition === null) body();
  else evaluation.branch(evaluation.value(condition), body);
}

function watchClock(at: Watch, watched: WatchedValues): void {
  const { code, evaluation, reactions } = at;
  const { slot, condition } = watched;
  const mode = code.keep(modeOf(at, slot));
  evaluation.branch(
    eq(mode, i32(MODE.ready)),
    () => whileHolds(at, condition, () => accumulate(at, watched)),
    () =>
      evaluation.branch(eq(mode, i32(MODE.used)), () =>
        whileHolds(at, condition, () => reactions.rung(slot)),
      ),
  );
}

/** A += h·dt. The common case, a good hazard that does not reach the threshold, is one test. */
function accumulate(at: Watch, { slot, written, hazard }: WatchedValues): void {
  const { code, evaluation, context, clockwork, k, reactions } = at;
  const { state } = context.layout;
  if (written === null || hazard === null) return;
  const value = evaluation.kept(written);
  const rate = written === hazard ? value : evaluation.kept(hazard);
  const before = code.keep(f64At(state.amount, slot.index));
  const after = code.keep(add(before, mul(rate, f64(context.scenario.time.stepDays))));
  putF64(code, state.amount, slot.index, after);
  const isQuiet = and(ge(value, f64(0)), lt(after, f64At(state.threshold, slot.index)));
  code.if(not(isQuiet), () => {
    const isGood =
      written === hazard
        ? and(ge(value, f64(0)), lt(value, f64(Infinity)))
        : and(ge(value, f64(0)), le(value, f64(1)));
    code.if(not(isGood), () => context.fault(code));
    code.if(call(clockwork.ring, i32(slot.index), rate, before, k), () => reactions.rung(slot));
  });
}

function watchAfter(at: Watch, { slot, condition }: WatchedValues): void {
  const { evaluation, context, k, reactions } = at;
  const { state } = context.layout;
  const dt = f64(context.scenario.time.stepDays);
  evaluation.branch(eq(modeOf(at, slot), i32(MODE.ready)), () => {
    const stay = slot.stage === null ? k : sub(k, i32At(state.entered, slot.stage));
    const end = add(mul(toF64(stay), dt), dt);
    evaluation.branch(ge(end, sub(f64At(state.amount, slot.index), f64(TIME_SLACK))), () => {
      whileHolds(at, condition, () => reactions.due(slot));
    });
  });
}

function watchEvery(at: Watch, { slot, condition }: WatchedValues): void {
  const { code, evaluation, context, clockwork, reactions } = at;
  const { state } = context.layout;
  evaluation.branch(lt(modeOf(at, slot), i32(MODE.off)), () => {
    whileHolds(at, condition, () => {
      const steps = code.keep(add(i32At(state.enabledSteps, slot.index), i32(1)));
      putI32(code, state.enabledSteps, slot.index, steps);
      const latest = code.keep(add(mul(toF64(steps), f64(context.scenario.time.stepDays)), f64(TIME_SLACK)));
      code.if(le(f64At(state.amount, slot.index), latest), () => {
        if (slot.wait?.kind === 'distribution') code.call(clockwork.fall, i32(slot.index), latest, i32(1));
        else fallOnce(at, slot, latest);
      });
      code.if(eq(modeOf(at, slot), i32(MODE.used)), () => reactions.due(slot));
    });
  });
}

/** As `fall` does; nearly always there is one fall in a step. */
function fallOnce({ code, context, clockwork }: Watch, { index, wait }: Slot, latest: Expr): void {
  const { state } = context.layout;
  const falls = code.keep(add(f64At(state.falls, index), f64(1)));
  const gap = wait?.kind === 'fixed' ? f64(wait.days) : f64At(state.threshold, index);
  const next = code.keep(mul(add(falls, f64(1)), gap));
  code.if(
    le(next, latest),
    () => code.call(clockwork.fall, i32(index), latest, i32(0)),
    () => {
      putF64(code, state.falls, index, falls);
      putF64(code, state.amount, index, next);
      putI32(code, state.mode, index, i32(MODE.used));
    },
  );
}

/** After it was chosen it waits (mode used) for a step at whose start its condition does not hold. */
function watchWhen(at: Watch, { slot, condition }: WatchedValues): void {
  const { code, evaluation, context, reactions } = at;
  const { state } = context.layout;
  if (condition === null) return;
  const mode = code.keep(modeOf(at, slot));
  evaluation.branch(lt(mode, i32(MODE.off)), () => {
    const holds = evaluation.value(condition);
    code.if(
      holds,
      () => code.if(eq(mode, i32(MODE.ready)), () => reactions.due(slot)),
      () => putI32(code, state.mode, slot.index, i32(MODE.ready)),
    );
  });
}

function watchDate(at: Watch, { slot, condition }: WatchedValues, step: number): void {
  const { evaluation, k, reactions } = at;
  const isNow = and(eq(k, i32(step)), lt(modeOf(at, slot), i32(MODE.off)));
  evaluation.branch(isNow, () => whileHolds(at, condition, () => reactions.due(slot)));
}
