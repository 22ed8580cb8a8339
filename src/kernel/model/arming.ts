/** A trigger's beginning and end: dealing thresholds, drawing delays, arming on entry, marking as used. */

import type { Code } from '../ir/builder.ts';
import {
  add,
  and,
  call,
  eq,
  f64,
  ge,
  get,
  gt,
  i32,
  lanes,
  le,
  load,
  lt,
  mul,
  not,
  sub,
} from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { ModelContext } from './context.ts';
import type { Layout } from './layout.ts';
import { f64At, i32At, increase, putF64, putI32 } from './memory.ts';
import { MODE, SLOT_KIND, type Slot, slotKind } from './slots.ts';

export interface Arming {
  /** `draw(slot)`: the uniform of the slot's next draw. */
  readonly draw: Func;
  /** `wait(slot)`: the delay or gap in days, drawn or evaluated now. */
  readonly wait: Func;
  /** `arm()` of stages that are entered together: their triggers, but for those taken away; null where there are none. */
  readonly stages: (entered: readonly number[]) => Func | null;
  /** The same of the regions, the shocks and the asks. */
  readonly always: Func | null;
  /** `use(slot, k)`: it was chosen in step k; nothing to do when its stage was left. */
  readonly use: Func;
  /** `deal(slot)`: a clock's next threshold. */
  readonly deal: Func;
}

export function defineArming(context: ModelContext): Arming {
  const draw = defineDraw(context);
  const deal = defineDeal(context);
  const wait = defineWait(context, draw);
  return { draw, wait, ...defineArms(context, wait), use: defineUse(context, deal), deal };
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
    const n = i32At(state.armings, slot);
    const threshold = call(helpers.exponential, i32At(tables.slotSite, slot), i32At(now.luck), n);
    startClock(state, code, slot as Expr, threshold);
  });
}

function startClock(state: Layout['state'], code: Code, slot: Expr | number, threshold: Expr): void {
  putF64(code, state.threshold, slot, threshold);
  putF64(code, state.amount, slot, f64(0));
  increase(code, state.armings, slot, i32(1));
  putI32(code, state.mode, slot, i32(MODE.ready));
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
        const days = context.evaluation(code, [value], null, null).kept(value);
        code.store('f64', layout.now.bad, add(f64At(layout.now.bad), sub(days, days)));
        code.return(days);
      }
    });
    code.switch(slot as Expr, cases, undefined, labels);
    code.return(f64(0));
  });
}

/** One function for all that is entered by the same way, so that thresholds fill the lanes they are dealt in. */
function defineArms(context: ModelContext, wait: Func): Pick<Arming, 'stages' | 'always'> {
  const { program, scenario, slots } = context;
  const known = new Map<string, Func | null>();
  const define = (name: string, some: readonly Slot[]): Func | null =>
    some.length === 0
      ? null
      : program.define(program.declare(name, [], null), (code) => writeArms(context, code, some, wait));
  const stages = (entered: readonly number[]): Func | null => {
    const some = entered.flatMap((stage) => scenario.stages[stage]?.transitions ?? []);
    const key = some.join('_');
    const func =
      known.get(key) ??
      define(
        `arm_${known.size}`,
        some.map((slot) => slots[slot] as Slot),
      );
    known.set(key, func);
    return func;
  };
  const others = slots.filter((slot): slot is Slot => slot !== null && slot.stage === null);
  return { stages, always: define('arm_always', others) };
}

/** Thresholds are dealt four at a time. */
function writeArms(context: ModelContext, code: Code, slots: readonly Slot[], wait: Func): void {
  const { settings, state, draws } = context.layout;
  const clocks = slots.filter(isClock);
  const turnOff = (slot: Slot) => (): void => putI32(code, state.mode, slot.index, i32(MODE.off));
  const unlessRemoved = (slot: Slot, write: () => void): void =>
    code.if(i32At(settings.slotRemoved, slot.index), turnOff(slot), write);
  for (let from = 0; from < clocks.length; from += 4) {
    const four = clocks.slice(from, from + 4);
    dealFour(context, code, four);
    four.forEach((slot, lane) => {
      unlessRemoved(slot, () => startClock(state, code, slot.index, f64At(draws, lane)));
    });
  }
  for (const slot of slots) {
    if (!isClock(slot)) unlessRemoved(slot, () => armOther(context, code, slot, wait));
  }
}

/** Up to four thresholds into `draws`. */
function dealFour({ luck, layout, allocator, image }: ModelContext, code: Code, four: readonly Slot[]): void {
  const { state, draws } = layout;
  const sites = allocator.i32(4);
  image.i32(
    sites,
    four.map(({ site }) => site),
  );
  const first = four[0]?.index ?? 0;
  const places = [0, 1, 2, 3].map((lane) => four[lane]?.index ?? first + lane);
  const isRow = places.every((place, lane) => place === first + lane);
  const counts = places.map((place) => i32At(state.armings, place));
  const ns = isRow ? load('v128', state.armings + 4 * first) : lanes('i32x4.of', ...counts);
  luck.exponentialsOf(code, luck.caller(), {
    sites: load('v128', sites),
    ns,
    to: draws,
    lanes: counts.slice(0, four.length),
  });
}

const isClock = ({ trigger }: Slot): boolean => slotKind(trigger) === SLOT_KIND.clock;

function armOther(
  context: ModelContext,
  code: Code,
  { index, wait: delay, trigger }: Slot,
  wait: Func,
): void {
  const { state } = context.layout;
  putI32(code, state.mode, index, i32(MODE.ready));
  if (delay === null) return;
  const days = delay.kind === 'fixed' ? f64(delay.days) : code.keep(call(wait, i32(index)));
  putF64(code, state.amount, index, days);
  putF64(code, state.threshold, index, days);
  putF64(code, state.falls, index, f64(0));
  putI32(code, state.enabledSteps, index, i32(0));
  if (trigger.kind === 'every') code.if(not(gt(days, f64(0))), () => context.fault(code));
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

/** Writes the same of a slot known when the code is made, which nothing leaves. */
export function writeUse(
  { layout: { state } }: ModelContext,
  code: Code,
  slot: Slot,
  { deal }: Arming,
): void {
  const setMode = (mode: number): void => putI32(code, state.mode, slot.index, i32(mode));
  if (!slot.again) setMode(MODE.off);
  else if (slot.trigger.kind === 'every') setMode(MODE.ready);
  else if (slot.trigger.kind === 'after' || slot.trigger.kind === 'when') setMode(MODE.used);
  else if (slot.trigger.kind !== 'date') code.call(deal, i32(slot.index));
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
