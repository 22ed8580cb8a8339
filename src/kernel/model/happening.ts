/** What a step applies: settled decisions, then shocks, asked options and transitions, each in document order. */
import type { Code } from '../ir/builder.ts';
import { add, and, eq, ge, get, i32, lt, ne, sub } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import { markOf } from './choosing.ts';
import type { ModelContext } from './context.ts';
import { i32At, putI32 } from './memory.ts';
import type { Slot } from './slots.ts';

interface HappenParts {
  readonly apply: Func;
  readonly settle: Func;
  readonly use: Func;
}

/** Declares `happen(k, marked, chosen)`: applies what is marked and chosen; two truths say whether there is any. */
export function defineHappen(context: ModelContext, parts: HappenParts): Func {
  const { program, slots, layout } = context;
  const shocks = new MarkedSlots(context, slots, 'shock');
  const asks = new MarkedSlots(context, slots, 'ask');
  const func = program.declare('happen', ['i32', 'i32', 'i32'], null);
  return program.define(func, (code, step, marked, chosen) => {
    const k = step as Expr;
    const ifMarked = (write: () => void): void => code.if(marked as Expr, write);
    const ifChosen = (write: (transition: Expr, decision: Expr) => void): void =>
      code.if(chosen as Expr, () => eachChosen(context, code, write));
    ifMarked(() => asks.each(code, (slot) => code.spliced(parts.settle, decisionOfAsk(context, slot), k)));
    ifChosen((_, decision) => code.if(ge(decision, i32(0)), () => code.spliced(parts.settle, decision, k)));
    ifMarked(() => {
      shocks.each(code, (slot) => {
        code.spliced(parts.apply, i32At(layout.tables.slotHappening, slot), i32(-1), slot, k);
      });
      asks.each(code, (slot) => applyAsked(context, parts, code, slot, k));
    });
    ifChosen((transition, decision) => applyTransition(context, parts, code, { transition, decision, k }));
  });
}

const decisionOfAsk = ({ scenario }: ModelContext, slot: Expr): Expr =>
  sub(slot, i32(scenario.transitions.length + scenario.shocks.length));

/** An option that was asked for by its decision; without one the asking is over. */
function applyAsked(
  context: ModelContext,
  { apply, use }: HappenParts,
  code: Code,
  slot: Expr,
  k: Expr,
): void {
  const { state, tables } = context.layout;
  const decision = code.keep(decisionOfAsk(context, slot));
  const option = code.keep(i32At(state.option, decision));
  code.if(
    ge(option, i32(0)),
    () => {
      const happening = add(option, i32At(tables.firstOption, decision));
      const done = code.spliced(apply, happening, i32(-1), slot, k) as Expr;
      code.if(done, () => putI32(code, state.applied, decision, k));
    },
    () => code.call(use, slot, k),
  );
}

interface Chosen {
  readonly transition: Expr;
  readonly decision: Expr;
  readonly k: Expr;
}

/** A transition; its decision's option comes along unless an earlier asker has brought it about. */
function applyTransition(
  { layout: { state, tables } }: ModelContext,
  { apply }: HappenParts,
  code: Code,
  { transition, decision, k }: Chosen,
): void {
  const option = code.local('i32');
  code.set(option, i32(-1));
  code.if(ge(decision, i32(0)), () => {
    const taken = code.keep(i32At(state.option, decision));
    code.if(and(ne(i32At(state.applied, decision), k), ge(taken, i32(0))), () => {
      code.set(option, add(taken, i32At(tables.firstOption, decision)));
    });
  });
  const happening = i32At(tables.slotHappening, transition);
  const done = code.spliced(apply, happening, get(option), transition, k) as Expr;
  code.if(eq(done, i32(3)), () => putI32(code, state.applied, decision, k));
}

/** Writes `body` for each region's choice, where there is one. */
function eachChosen(
  { scenario, layout: { state, tables } }: ModelContext,
  code: Code,
  body: (transition: Expr, decision: Expr) => void,
): void {
  const region = code.local('i32');
  code.set(region, i32(0));
  code.while(lt(get(region), i32(scenario.regions.length)), () => {
    const transition = code.keep(i32At(state.chosen, get(region)));
    code.if(ge(transition, i32(0)), () =>
      body(transition, code.keep(i32At(tables.slotDecision, transition))),
    );
    code.set(region, add(get(region), i32(1)));
  });
}

/** The shocks or the asks, in a table: slot, address of the word of its mark, bit in it. */
class MarkedSlots {
  private readonly count: number;
  private readonly table: number;

  constructor(context: ModelContext, slots: ModelContext['slots'], kind: Slot['kind']) {
    const { allocator, image, layout } = context;
    const mine = slots.filter((slot): slot is Slot => slot?.kind === kind);
    this.count = mine.length;
    this.table = allocator.i32(3 * mine.length);
    image.i32(
      this.table,
      mine.flatMap((slot) => {
        const { word, bit } = markOf(context, slot);
        return [slot.index, layout.now.marks + 4 * word, bit];
      }),
    );
  }

  /** Writes `body` for each that is marked. */
  each(code: Code, body: (slot: Expr) => void): void {
    if (this.count === 0) return;
    const at = code.local('i32');
    code.set(at, i32(0));
    code.while(lt(get(at), i32(3 * this.count)), () => {
      const bit = i32At(this.table + 8, get(at));
      const word: Expr = { op: 'load', type: 'i32', address: i32At(this.table + 4, get(at)), offset: 0 };
      code.if(and(word, bit), () => body(code.keep(i32At(this.table, get(at)))));
      code.set(at, add(get(at), i32(3)));
    });
  }
}
