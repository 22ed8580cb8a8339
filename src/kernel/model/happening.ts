/**
 * What a step applies: settled decisions, then shocks, asked options and transitions, each in document order. One test for
 * each of them, not a loop: a processor foresees each test by itself.
 */
import type { Decision, Region, Shock } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, and, call, eq, ge, get, i32, ne, sub } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { Applying } from './applying.ts';
import { type Arming, writeUse } from './arming.ts';
import { markOf } from './choosing.ts';
import type { ModelContext } from './context.ts';
import { writeHappened } from './counting.ts';
import type { Settling } from './deciding.ts';
import type { Direct } from './direct.ts';
import type { Effects } from './effects.ts';
import { i32At, putI32 } from './memory.ts';
import type { Slot } from './slots.ts';

export interface HappenParts {
  readonly applying: Applying;
  /** What applies a transition or an option whose way is known. */
  readonly direct: Direct;
  readonly settling: Settling;
  readonly arming: Arming;
  readonly effects: Effects;
}

/** Declares `happen(k, marked, chosen)`: applies what is marked and chosen; two truths say whether there is any. */
export function defineHappen(context: ModelContext, parts: HappenParts): Func {
  const { program, scenario } = context;
  const asked = scenario.decisions.filter(({ ask }) => ask !== null);
  const takes = asked.map((decision) => defineTake(context, parts, decision));
  const func = program.declare('happen', ['i32', 'i32', 'i32'], null);
  return program.define(func, (code, step, marked, chosen) => {
    const k = step as Expr;
    code.if(marked as Expr, () => {
      for (const decision of asked) {
        ifMarked(context, code, askOf(context, decision), () =>
          settleAsked(context, parts, code, decision, k),
        );
      }
    });
    code.if(chosen as Expr, () => {
      for (const region of scenario.regions) settleChosen(context, parts, code, region, k);
    });
    code.if(marked as Expr, () => {
      for (const shock of scenario.shocks) {
        const slot = context.slots[scenario.transitions.length + shock.index] as Slot;
        ifMarked(context, code, slot, () => applyShock(context, parts, code, shock, k));
      }
      asked.forEach((decision, at) => {
        ifMarked(context, code, askOf(context, decision), () => code.call(takes[at] as Func, k));
      });
    });
    code.if(chosen as Expr, () => {
      for (const region of scenario.regions) applyChosen(context, parts, code, region, k);
    });
  });
}

const askOf = ({ scenario, slots }: ModelContext, { index }: Decision): Slot =>
  slots[scenario.transitions.length + scenario.shocks.length + index] as Slot;

function ifMarked(context: ModelContext, code: Code, slot: Slot, write: () => void): void {
  const { word, bit } = markOf(context, slot);
  code.if(and(i32At(context.layout.now.marks, word), i32(bit)), write);
}

/** Whether a transition may ask for it too. */
const isShared = ({ scenario }: ModelContext, { index }: Decision): boolean =>
  scenario.transitions.some(({ decision }) => decision === index);

function settleAsked(
  context: ModelContext,
  { settling }: HappenParts,
  code: Code,
  decision: Decision,
  k: Expr,
): void {
  code.call(settling.each[decision.index] as Func, k);
  if (isShared(context, decision)) putI32(code, context.layout.state.settled, decision.index, k);
}

function settleChosen(
  context: ModelContext,
  { settling }: HappenParts,
  code: Code,
  region: Region,
  k: Expr,
): void {
  const { scenario, layout } = context;
  if (!scenario.transitions.some((one) => one.region === region.index && one.decision !== null)) return;
  ifChosen(context, code, region, (transition) => {
    const decision = code.keep(i32At(layout.tables.slotDecision, transition));
    code.if(ge(decision, i32(0)), () => code.call(settling.once, decision, k));
  });
}

function ifChosen(
  { layout }: ModelContext,
  code: Code,
  { index }: Region,
  write: (transition: Expr) => void,
): void {
  const transition = code.keep(i32At(layout.state.chosen, index));
  code.if(ge(transition, i32(0)), () => write(transition));
}

function applyShock(
  context: ModelContext,
  { applying, effects, arming }: HappenParts,
  code: Code,
  { index, happening, targets }: Shock,
  k: Expr,
): void {
  const slot = context.slots[context.scenario.transitions.length + index] as Slot;
  if (targets.length > 0) {
    code.call(applying.move, i32(happening), i32(-1), i32(slot.index), k);
    return;
  }
  effects.write(code, happening);
  writeUse(context, code, slot, arming);
  writeHappened(context, code, happening, k);
}

/** `take(k)`: the option that a decision's own ask has brought about; without one the asking is over. */
function defineTake(
  context: ModelContext,
  { applying, direct, effects, arming }: HappenParts,
  decision: Decision,
): Func {
  const { program, layout } = context;
  const { state } = layout;
  const slot = askOf(context, decision);
  const func = program.declare(`take_${decision.index}`, ['i32'], null);
  return program.define(func, (code, step) => {
    const k = step as Expr;
    const isApplied = (): void => {
      if (isShared(context, decision)) putI32(code, state.applied, decision.index, k);
    };
    const cases = decision.options.map(({ happening, targets }, at) => (): void => {
      const go = direct.options[decision.index]?.[at] ?? null;
      if (go !== null && !isShared(context, decision)) code.call(go, k);
      else if (targets.length > 0) {
        const done = code.keep(call(applying.move, i32(happening), i32(-1), i32(slot.index), k));
        code.if(done, isApplied);
      } else {
        effects.write(code, happening);
        writeUse(context, code, slot, arming);
        writeHappened(context, code, happening, k);
        isApplied();
      }
    });
    code.switch(i32At(state.option, decision.index), cases, () => writeUse(context, code, slot, arming));
  });
}

function applyChosen(context: ModelContext, parts: HappenParts, code: Code, region: Region, k: Expr): void {
  const mine = context.scenario.transitions.filter((one) => one.region === region.index);
  const first = mine[0]?.index;
  if (first === undefined) return;
  ifChosen(context, code, region, (transition) => {
    const direct = mine.flatMap(({ index }) => parts.direct.transitions[index] ?? []);
    const labels = mine.map(({ index }) => direct.indexOf(parts.direct.transitions[index] as Func));
    const cases = direct.map((go) => (): void => code.call(go, k));
    const others = (): void => applyOther(context, parts, code, transition, k);
    code.switch(sub(transition, i32(first)), cases, direct.length < mine.length ? others : undefined, labels);
  });
}

/** A transition; its decision's option comes along unless an earlier asker has brought it about. */
function applyOther(
  { layout: { state, tables } }: ModelContext,
  { applying }: HappenParts,
  code: Code,
  transition: Expr,
  k: Expr,
): void {
  const option = code.local('i32');
  code.set(option, i32(-1));
  const decision = code.keep(i32At(tables.slotDecision, transition));
  code.if(ge(decision, i32(0)), () => {
    const taken = code.keep(i32At(state.option, decision));
    code.if(and(ne(i32At(state.applied, decision), k), ge(taken, i32(0))), () => {
      code.set(option, add(taken, i32At(tables.firstOption, decision)));
    });
  });
  const happening = i32At(tables.slotHappening, transition);
  const done = code.keep(call(applying.apply, happening, get(option), transition, k));
  code.if(eq(done, i32(3)), () => putI32(code, state.applied, decision, k));
}
