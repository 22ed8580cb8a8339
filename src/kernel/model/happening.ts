/** What a step applies: settled decisions, then shocks, asked options and transitions, each in document order. */
import type { Code } from '../ir/builder.ts';
import { add, and, call, eq, ge, i32 } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import { markOf } from './choosing.ts';
import type { ModelContext } from './context.ts';
import { i32At, putI32 } from './memory.ts';
import type { Slot } from './slots.ts';

/** Declares `happen(k, marked, chosen)`: applies what is marked and chosen; two truths say whether there is any. */
export function defineHappen(
  context: ModelContext,
  parts: { readonly apply: Func; readonly settle: Func; readonly use: Func },
): Func {
  const { program, scenario, slots, layout } = context;
  const { state, tables } = layout;
  const { apply, settle, use } = parts;
  const shocks = slots.filter((slot): slot is Slot => slot?.kind === 'shock');
  const asks = slots.filter((slot): slot is Slot => slot?.kind === 'ask');
  const decisionOfAsk = (slot: Slot): number =>
    slot.index - scenario.transitions.length - scenario.shocks.length;
  const func = program.declare('happen', ['i32', 'i32', 'i32'], null);
  return program.define(func, (code, step, marked, chosen) => {
    const k = step as Expr;
    const words = [...new Set([...shocks, ...asks].map((slot) => markOf(context, slot).word))];
    const marks = new Map(words.map((word) => [word, code.keep(i32At(layout.now.marks, word))]));
    const ifMarked = (slot: Slot, write: () => void): void => {
      const { word, bit } = markOf(context, slot);
      code.if(and(marks.get(word) as Expr, i32(bit)), write);
    };
    code.if(marked as Expr, () => {
      for (const slot of asks) ifMarked(slot, () => code.call(settle, i32(decisionOfAsk(slot)), k));
    });
    code.if(chosen as Expr, () =>
      eachChosen(context, code, (transition) => {
        const decision = code.keep(i32At(tables.slotDecision, transition));
        code.if(ge(decision, i32(0)), () => code.call(settle, decision, k));
      }),
    );
    code.if(marked as Expr, () => {
      for (const slot of shocks) {
        ifMarked(slot, () => code.call(apply, i32(slot.happening ?? -1), i32(-1), i32(slot.index), k));
      }
      for (const slot of asks) ifMarked(slot, () => applyAsked(code, slot, k));
    });
    code.if(chosen as Expr, () =>
      eachChosen(context, code, (transition) => applyTransition(code, transition, k)),
    );
  });

  function applyAsked(code: Code, slot: Slot, k: Expr): void {
    const decision = decisionOfAsk(slot);
    const option = code.keep(i32At(state.option, decision));
    code.if(
      ge(option, i32(0)),
      () => {
        const happening = add(option, i32At(tables.firstOption, decision));
        const done = call(apply, happening, i32(-1), i32(slot.index), k);
        code.if(done, () => putI32(code, state.applied, decision, k));
      },
      () => code.call(use, i32(slot.index), k),
    );
  }

  /** The option comes along unless an earlier asker has brought it about. */
  function applyTransition(code: Code, transition: Expr, k: Expr): void {
    const option = code.local('i32');
    code.set(option, i32(-1));
    const decision = code.keep(i32At(tables.slotDecision, transition));
    code.if(ge(decision, i32(0)), () => {
      const isOpen = {
        op: 'binary',
        type: 'i32',
        name: 'i32.ne',
        a: i32At(state.applied, decision),
        b: k,
      } as const;
      const taken = code.keep(i32At(state.option, decision));
      code.if({ op: 'binary', type: 'i32', name: 'i32.and', a: isOpen, b: ge(taken, i32(0)) }, () => {
        code.set(option, add(taken, i32At(tables.firstOption, decision)));
      });
    });
    const happening = i32At(tables.slotHappening, transition);
    const done = call(apply, happening, { op: 'get', type: 'i32', local: option }, transition, k);
    code.if(eq(done, i32(3)), () => putI32(code, state.applied, decision, k));
  }
}

/** Writes `body` for each region's choice, where there is one. */
function eachChosen({ scenario, layout }: ModelContext, code: Code, body: (transition: Expr) => void): void {
  const { state } = layout;
  const region = code.local('i32');
  code.set(region, i32(0));
  const at: Expr = { op: 'get', type: 'i32', local: region };
  code.while({ op: 'binary', type: 'i32', name: 'i32.lt_s', a: at, b: i32(scenario.regions.length) }, () => {
    const transition = code.keep(i32At(state.chosen, at));
    code.if(ge(transition, i32(0)), () => body(transition));
    code.set(region, add(at, i32(1)));
  });
}
