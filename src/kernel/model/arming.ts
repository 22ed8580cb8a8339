/** A trigger's beginning and end: dealing thresholds, drawing delays, arming on entry, marking as used. */

import { add, and, call, eq, f64, ge, get, gt, i32, le, lt, mul, not, or, sub } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { ModelContext } from './context.ts';
import { f64At, i32At, putF64, putI32 } from './memory.ts';
import { MODE, SLOT_KIND, type Slot } from './slots.ts';

export interface Arming {
  /** `draw(slot)`: the uniform of the slot's next draw. */
  readonly draw: Func;
  /** `wait(slot)`: the delay or gap in days, drawn or evaluated now. */
  readonly wait: Func;
  /** `arm(slot)`, unless it is taken away. */
  readonly arm: Func;
  /** `use(slot, k)`: it was chosen in step k; nothing to do when its stage was left. */
  readonly use: Func;
}

export function defineArming(context: ModelContext): Arming {
  const draw = defineDraw(context);
  const deal = defineDeal(context);
  const wait = defineWait(context, draw);
  return { draw, wait, arm: defineArm(context, deal, wait), use: defineUse(context, deal) };
}

function defineDraw({ program, helpers, layout }: ModelContext): Func {
  const func = program.declare('draw', ['i32'], 'f64');
  return program.define(func, (code, slot) => {
    const n = code.keep(i32At(layout.state.armings, slot));
    putI32(code, layout.state.armings, slot as Expr, add(n, i32(1)));
    const site = i32At(layout.tables.slotSite, slot);
    code.return(call(helpers.uniform, site, i32At(layout.now.luck), n));
  });
}

/** A clock's threshold: E = −log(1 − u). */
function defineDeal({ program, helpers, layout: { state, tables, now } }: ModelContext): Func {
  const func = program.declare('deal', ['i32'], null);
  return program.define(func, (code, slot) => {
    const n = code.keep(i32At(state.armings, slot));
    putI32(code, state.armings, slot as Expr, add(n, i32(1)));
    putI32(code, state.mode, slot as Expr, i32(MODE.ready));
    putF64(code, state.amount, slot as Expr, f64(0));
    const threshold = call(helpers.exponential, i32At(tables.slotSite, slot), i32At(now.luck), n);
    putF64(code, state.threshold, slot as Expr, threshold);
  });
}

/** Slots with a wait, and their numbers in the switch over them. */
const withWait = (slots: readonly (Slot | null)[]): readonly Slot[] =>
  slots.filter((slot): slot is Slot => slot !== null && slot.wait !== null);

function defineWait(context: ModelContext, draw: Func): Func {
  const { program, slots, layout } = context;
  const waiting = withWait(slots);
  const func = program.declare('wait', ['i32'], 'f64');
  return program.define(func, (code, slot) => {
    const labels = slots.map((one) => (one === null ? -1 : waiting.indexOf(one)));
    const cases = waiting.map(({ wait, map }) => (): void => {
      if (wait === null) return;
      if (wait.kind === 'fixed') code.return(f64(wait.days));
      else if (wait.kind === 'distribution' && map !== null) {
        code.return(context.quantile(code, map, code.keep(code.spliced(draw, slot as Expr) as Expr)));
      } else if (wait.kind === 'expression') {
        const value = context.number(wait.expression);
        const days = context.evaluation(code, [value], null, false).kept(value);
        code.store('f64', layout.now.bad, add(f64At(layout.now.bad), sub(days, days)));
        code.return(days);
      }
    });
    code.switch(slot as Expr, cases, undefined, labels);
    code.return(f64(0));
  });
}

function defineArm(context: ModelContext, deal: Func, wait: Func): Func {
  const { program, layout } = context;
  const { state, tables, settings } = layout;
  const func = program.declare('arm', ['i32'], null);
  return program.define(func, (code, at) => {
    const slot = at as Expr;
    const setMode = (mode: number): void => putI32(code, state.mode, slot, i32(mode));
    const armWait = (kind: Expr): void => {
      setMode(MODE.ready);
      code.if(or(eq(kind, i32(SLOT_KIND.after)), eq(kind, i32(SLOT_KIND.every))), () => {
        const days = code.keep(call(wait, slot));
        putF64(code, state.amount, slot, days);
        putF64(code, state.threshold, slot, days);
        putF64(code, state.falls, slot, f64(0));
        putI32(code, state.enabledSteps, slot, i32(0));
        code.if(eq(kind, i32(SLOT_KIND.every)), () => {
          code.if(not(gt(days, f64(0))), () => context.fault(code));
        });
      });
    };
    code.if(
      i32At(settings.slotRemoved, slot),
      () => setMode(MODE.off),
      () => {
        const kind = code.keep(i32At(tables.slotKind, slot));
        code.if(
          eq(kind, i32(SLOT_KIND.clock)),
          () => code.spliced(deal, slot),
          () => armWait(kind),
        );
      },
    );
  });
}

function defineUse({ program, layout: { state, tables } }: ModelContext, deal: Func): Func {
  const func = program.declare('use', ['i32', 'i32'], null);
  return program.define(func, (code, at, k) => {
    const slot = at as Expr;
    const setMode = (mode: number): void => putI32(code, state.mode, slot, i32(mode));
    const stage = code.keep(i32At(tables.slotStage, slot));
    const isOver = code.local('i32');
    code.set(isOver, i32(0));
    code.if(ge(stage, i32(0)), () => code.set(isOver, eq(i32At(state.left, stage), k as Expr)));
    const useUp = (): void =>
      code.switch(i32At(tables.slotKind, slot), [
        () => code.call(deal, slot),
        () => setMode(MODE.used),
        () => setMode(MODE.ready),
        () => setMode(MODE.used),
      ]);
    code.if(not(get(isOver)), () => code.if(i32At(tables.slotAgain, slot), useUp, () => setMode(MODE.off)));
  });
}

/** Slack of comparisons of times that are products of steps and dt. */
export const TIME_SLACK = 1e-9;
/** Falls of an `every` in one step beyond which the run is at fault. */
const MOST_FALLS = 10_000;

/** `fall(slot, latest, drawn)`: the falls of an `every` up to its own time `latest`. */
export function defineFall(context: ModelContext, wait: Func): Func {
  const { program, layout } = context;
  const { state } = layout;
  const func = program.declare('fall', ['i32', 'f64', 'i32'], null);
  return program.define(func, (code, slot, latest, drawn) => {
    const next = code.local('f64');
    const count = code.local('i32');
    code.set(next, f64At(state.amount, slot));
    code.set(count, i32(0));
    const inTime = le(get(next), latest as Expr);
    code.while(and(inTime, lt(get(count), i32(MOST_FALLS + 1))), () => {
      code.set(count, add(get(count), i32(1)));
      putF64(code, state.falls, slot as Expr, add(f64At(state.falls, slot), f64(1)));
      code.if(
        drawn as Expr,
        () => {
          const gap = code.keep(call(wait, slot as Expr));
          code.if(not(gt(gap, f64(0))), () => context.fault(code));
          code.set(next, add(get(next), gap));
        },
        () => {
          const number = add(f64At(state.falls, slot), f64(1));
          code.set(next, mul(number, f64At(state.threshold, slot)));
        },
      );
    });
    code.if(gt(get(count), i32(MOST_FALLS)), () => context.fault(code));
    code.if(gt(get(count), i32(0)), () => putI32(code, state.mode, slot as Expr, i32(MODE.used)));
    putF64(code, state.amount, slot as Expr, get(next));
  });
}
