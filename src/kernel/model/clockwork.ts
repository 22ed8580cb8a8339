/** Clocks that ring, and which of what is due or has rung a region takes. */
import type { Code } from '../ir/builder.ts';
import { add, and, call, f64, ge, get, gt, i32, lt, mul, ne, not, pick, sub } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { ModelContext } from './context.ts';
import { f64At, i32At, putF64, putI32 } from './memory.ts';
import { MODE, type Slot } from './slots.ts';

export interface Clockwork {
  /** `ring(slot, hazard, before, k)` → 1 when it rings now; called when it may, or when the hazard is no good. */
  readonly ring: Func;
  /** `earlier(slot, other)`: of two clocks that rang the one that comes first; −1 stands for none. */
  readonly earlier: Func;
  /** `fall(slot, latest, drawn)`: the falls of an `every`. */
  readonly fall: Func;
}

export function defineRing(context: ModelContext): Func {
  const { program, scenario, layout } = context;
  const { state } = layout;
  const func = program.declare('ring', ['i32', 'f64', 'f64', 'i32'], 'i32');
  return program.define(func, (code, slot, hazard, before, k) => {
    const increase = code.keep(mul(hazard as Expr, f64(scenario.time.stepDays)));
    const threshold = code.keep(f64At(state.threshold, slot));
    const isReached = ge(add(before as Expr, increase), threshold);
    code.if(not(and(isReached, gt(hazard as Expr, f64(0)))), () => code.return(i32(0)));
    putI32(code, state.mode, slot as Expr, i32(MODE.used));
    putI32(code, state.rungStep, slot as Expr, k as Expr);
    putF64(code, state.fraction, slot as Expr, {
      op: 'binary',
      type: 'f64',
      name: 'f64.div',
      a: sub(threshold, before as Expr),
      b: increase,
    });
    code.return(i32(1));
  });
}

/** Earlier ring step, then smaller fraction, then document order. */
export function defineEarlier({ program, layout: { state } }: ModelContext): Func {
  const func = program.declare('earlier', ['i32', 'i32'], 'i32');
  return program.define(func, (code, slot, other) => {
    code.if(lt(other as Expr, i32(0)), () => code.return(slot as Expr));
    const [step, otherStep] = [slot, other].map((one) => code.keep(i32At(state.rungStep, one))) as [
      Expr,
      Expr,
    ];
    code.if(ne(step, otherStep), () => code.return(pick(lt(step, otherStep), slot as Expr, other as Expr)));
    const [part, otherPart] = [slot, other].map((one) => code.keep(f64At(state.fraction, one))) as [
      Expr,
      Expr,
    ];
    code.if(ne(part, otherPart), () => code.return(pick(lt(part, otherPart), slot as Expr, other as Expr)));
    code.return(pick(lt(slot as Expr, other as Expr), slot as Expr, other as Expr));
  });
}

/** What happens with a trigger that is due, and with a clock that has rung. */
export interface Reactions {
  readonly due: (slot: Slot) => void;
  readonly rung: (slot: Slot) => void;
}

export interface Candidates {
  readonly reactions: Reactions;
  readonly winner: () => Expr;
  /** Both in one number: what is due, or −2 − the clock that rang where nothing is. */
  readonly both: () => Expr;
  /** Takes both from a function that is given them. */
  readonly takeFrom: (watch: Func, k: Expr) => void;
}

const NONE = { due: i32(-1), rung: i32(-1) };

/** Of those that are due the first looked at; of clocks that rang the earliest. */
export function candidates(
  code: Code,
  { earlier }: Clockwork,
  start: { readonly due: Expr; readonly rung: Expr } = NONE,
): Candidates {
  const due = code.local('i32');
  const rung = code.local('i32');
  code.set(due, start.due);
  code.set(rung, start.rung);
  const isDue = (): Expr => ge(get(due), i32(0));
  return {
    reactions: {
      due: (slot) => code.if(not(isDue()), () => code.set(due, i32(slot.index))),
      rung: (slot) => code.set(rung, call(earlier, i32(slot.index), get(rung))),
    },
    winner: () => pick(isDue(), get(due), get(rung)),
    both: () => pick(isDue(), get(due), code.keep(sub(i32(-2), get(rung)))),
    takeFrom(watch, k) {
      const both = code.keep(call(watch, k, get(due), get(rung)));
      code.if(
        ge(both, i32(0)),
        () => code.set(due, both),
        () => code.set(rung, sub(i32(-2), both)),
      );
    },
  };
}
