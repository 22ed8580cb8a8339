/** Begin, step, end: one run; and the loop over runs. */
import { FAULTED, ROW_HEAD } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import {
  add,
  and,
  call,
  eq,
  f64,
  ge,
  get,
  i32,
  load,
  lt,
  mul,
  ne,
  not,
  or,
  toF64,
} from '../ir/expressions.ts';
import { canSplice, sizeOf } from '../ir/splice.ts';
import type { Expr, Func } from '../ir/types.ts';
import { within } from '../library/quantiles.ts';
import type { Arming } from './arming.ts';
import { FiniteChecks } from './checks.ts';
import type { ModelContext } from './context.ts';
import type { Effects } from './effects.ts';
import { isFaulty } from './finishing.ts';
import { writeFreshMeasures } from './measures.ts';
import { i32At, increase, putF64, putI32 } from './memory.ts';
import { measuresStays } from './moving.ts';
import { defineFirstAuxiliaries, writeInvariantAuxiliaries } from './recording.ts';
import { keepingOf } from './spells.ts';

/** What `step` and `begin` yield. */
export const STATUS = { goesOn: 0, ended: 1, faulted: 2 } as const;

/** A step's parts are written out in it as long as it stays of a size that the engine compiles soon. */
const LARGEST_PART = 2500;
const LARGEST_STEP = 8000;

class SpliceBudget {
  private left = LARGEST_STEP;
  private readonly code: Code;

  constructor(code: Code) {
    this.code = code;
  }

  /** Runs a part for its result. */
  value(func: Func, ...args: readonly Expr[]): Expr {
    return (
      (this.takes(func) ? this.code.spliced(func, ...args) : null) ?? this.code.keep(call(func, ...args))
    );
  }

  call(func: Func, ...args: readonly Expr[]): void {
    if (this.takes(func)) this.code.spliced(func, ...args);
    else this.code.call(func, ...args);
  }

  private takes(func: Func): boolean {
    const size = sizeOf(func);
    if (!canSplice(func) || size > LARGEST_PART || size > this.left) return false;
    this.left -= size;
    return true;
  }
}

export interface StepParts {
  readonly mark: Func | null;
  readonly choose: readonly (Func | null)[];
  readonly happen: Func;
  readonly drift: Func | null;
  readonly commit: Func;
  readonly record: Func;
}

/** Declares `step()`: from state k to state k + 1. */
export function defineStep(context: ModelContext, parts: StepParts): Func {
  const { program, layout } = context;
  const { now, state } = layout;
  const func = program.declare('step', [], 'i32', true);
  return program.define(func, (code) => {
    const k = code.keep(load('i32', now.step));
    const budget = new SpliceBudget(code);
    const run = (func: Func, ...args: Expr[]): Expr => budget.value(func, ...args);
    const marked = parts.mark === null ? i32(0) : run(parts.mark, k);
    const chosen = parts.choose.map((choose) => (choose === null ? null : run(choose, k)));
    // −1 stands for none, so the conjunction of all bits is negative only if no region chose.
    const real = chosen.filter((one): one is Expr => one !== null);
    const anyChosen = real.length === 0 ? i32(0) : code.keep(ge(real.reduce(and), i32(0)));
    const any = code.keep(or(anyChosen, marked));
    code.if(any, () => {
      chosen.forEach((one, region) => {
        putI32(code, state.chosen, region, one ?? i32(-1));
      });
      code.call(parts.happen, k, marked, anyChosen);
    });
    if (parts.drift !== null) budget.call(parts.drift, k);
    code.if(any, () => code.call(parts.commit, k));
    // A fault up to here is one of step k; one in what follows is found in state k + 1.
    code.if(isFaulty(context), () => code.return(i32(STATUS.faulted)));
    const next = code.keep(add(k, i32(1)));
    code.store('i32', now.step, next);
    const ended = run(parts.record, next);
    code.if(isFaulty(context), () => code.return(i32(STATUS.faulted)));
    code.return(ended);
  });
}

export interface BeginParts {
  readonly drawParameters: Func;
  readonly effects: Effects;
  readonly arming: Arming;
  readonly record: Func;
}

/** Declares `begin(draw, luck)`: state 0. To be defined last: it computes what the others found to be run-invariant. */
export function defineBegin(context: ModelContext, parts: BeginParts): Func {
  const { program, layout } = context;
  const { now, zeroed, minusOnes } = layout;
  const enterInitial = defineEnterInitial(context);
  const firstAuxiliaries = defineFirstAuxiliaries(context);
  const func = program.declare('begin', ['i32', 'i32'], 'i32', true);
  return program.define(func, (code, draw, luck) => {
    putI32(code, now.draw, 0, draw as Expr);
    putI32(code, now.luck, 0, luck as Expr);
    putI32(code, now.step, 0, i32(0));
    putI32(code, now.ending, 0, i32(-1));
    putI32(code, now.pending, 0, i32(0));
    putI32(code, now.happened, 0, i32(0));
    context.happened(code);
    context.luck.begin(code);
    putF64(code, now.bad, 0, f64(0));
    code.fill(zeroed.from, zeroed.bytes, 0);
    code.fill(minusOnes.from, minusOnes.bytes, 0xff);
    code.call(parts.drawParameters);
    writeInitialVariables(context, code);
    code.call(enterInitial);
    // Entry effects and delays read the auxiliaries of the state before; they are not recorded.
    code.call(firstAuxiliaries);
    writeEntryEffects(context, code, parts.effects);
    writeArming(context, code, parts.arming);
    writeFreshMeasures(context, code);
    code.call(parts.record, i32(0));
    code.if(isFaulty(context), () => code.return(i32(STATUS.faulted)));
    code.return(i32(STATUS.goesOn));
  });
}

/** Initial values read parameters only; with them everything else that only parameters decide. */
function writeInitialVariables(context: ModelContext, code: Code): void {
  const { scenario, layout, ofRun, invariantAuxiliaries } = context;
  const initial = scenario.variables.map((variable) => context.number(variable.initial));
  const auxiliaries = invariantAuxiliaries.filter((value) => value !== null);
  const roots = [...initial, ...auxiliaries, ...ofRun.values()];
  const evaluation = context.evaluation(code, roots, null, null);
  const checks = new FiniteChecks();
  scenario.variables.forEach(({ index, low, high }) => {
    const value = code.keep(evaluation.value(initial[index] as (typeof initial)[number]));
    checks.check(value);
    putF64(code, layout.state.variables, index, within(value, low, high));
  });
  checks.flush(code, layout.now.bad);
  writeInvariantAuxiliaries(context, evaluation, code);
  ofRun.compute(code, evaluation);
}

/** The stages a run starts in, active for 0 days. */
function defineEnterInitial(context: ModelContext): Func {
  const { program, scenario, layout } = context;
  const { settings, state, tables, counters, now } = layout;
  const func = program.declare('enter_initial', [], null);
  return program.define(func, (code) => {
    const region = code.local('i32');
    const stage = code.local('i32');
    code.set(region, i32(0));
    code.while(lt(get(region), i32(scenario.regions.length)), () => {
      const leaf = code.keep(i32At(settings.initialLeaves, get(region)));
      putI32(code, state.activeLeaf, get(region), leaf);
      putI32(code, state.leafNumber, get(region), i32At(tables.leafNumberOf, leaf));
      code.set(stage, leaf);
      code.while(ge(get(stage), i32(0)), () => {
        putI32(code, state.entered, get(stage), i32(0));
        if (measuresStays(context)) putI32(code, state.firstIn, get(stage), i32(0));
        increase(code, counters.stageChanges, get(stage), i32At(now.sign));
        code.set(stage, i32At(tables.parent, get(stage)));
      });
      code.set(region, add(get(region), i32(1)));
    });
  });
}

/** In document order of stages. */
function writeEntryEffects({ scenario, layout }: ModelContext, code: Code, effects: Effects): void {
  for (const { index, entry } of scenario.stages) {
    if (entry.length === 0) continue;
    code.if(ge(i32At(layout.state.entered, index), i32(0)), () => {
      effects.write(code, scenario.happenings.length + index);
    });
  }
}

/** The triggers of active stages, those of regions, the shocks and the asks. */
function writeArming({ scenario, tree, layout }: ModelContext, code: Code, arming: Arming): void {
  const usual = scenario.regions.flatMap(({ initial }) => tree.path[tree.entryLeaf[initial] as number] ?? []);
  const isUsual = scenario.regions.map(({ index, initial }) =>
    eq(i32At(layout.state.activeLeaf, index), i32(tree.entryLeaf[initial] as number)),
  );
  const callIf = (arm: Func | null): void => {
    if (arm !== null) code.call(arm);
  };
  code.if(
    isUsual.reduce(and),
    () => callIf(arming.stages(usual)),
    () => {
      for (const { index, transitions } of scenario.stages) {
        if (transitions.length === 0) continue;
        code.if(ge(i32At(layout.state.entered, index), i32(0)), () => callIf(arming.stages([index])));
      }
    },
  );
  if (arming.always !== null) code.call(arming.always);
}

/** Declares `batch(first, count)`: rows and counters of so many runs. A run at fault is taken back from the counters. */
export function defineBatch(
  context: ModelContext,
  parts: { readonly begin: Func; readonly step: Func; readonly finish: Func },
): Func {
  const { program, layout, scenario } = context;
  const { now } = layout;
  const keeping = keepingOf(context);
  const runOne = program.declare('run_one', ['i32'], 'i32');
  program.define(runOne, (code, run) => {
    const status = code.local('i32');
    code.set(status, call(parts.begin, run as Expr, run as Expr));
    keeping.first(code);
    code.while(eq(get(status), i32(STATUS.goesOn)), () => {
      code.set(status, call(parts.step));
      keeping.next(code);
    });
    code.return(get(status));
  });
  const batch = program.declare('batch', ['i32', 'i32'], null, true);
  return program.define(batch, (code, first, count) => {
    const at = code.local('i32');
    code.set(at, i32(0));
    code.while(lt(get(at), count as Expr), () => {
      const run = code.keep(add(first as Expr, get(at)));
      const row = code.keep(add(i32(layout.rows), mul(get(at), i32(layout.rowBytes))));
      const isGood = code.local('i32');
      code.set(isGood, i32(0));
      putI32(code, now.sign, 0, i32(1));
      context.luck.choose(code, run);
      const mark = keeping.mark(code);
      code.if(ne(call(runOne, run), i32(STATUS.faulted)), () => {
        keeping.last(code);
        code.set(isGood, call(parts.finish, row));
      });
      code.if(not(get(isGood)), () => {
        keeping.takeBack(code, mark);
        putI32(code, now.sign, 0, i32(-1));
        code.call(runOne, run);
        keeping.takeBack(code, mark);
        code.store('f64', 0, f64(FAULTED), row);
        code.store('f64', 8, toF64(load('i32', now.step)), row);
        scenario.measures.forEach((_, index) => {
          code.store('f64', 8 * (ROW_HEAD + index), f64(NaN), row);
        });
      });
      keeping.parameters(code, get(at));
      context.luck.keep(code);
      code.set(at, add(get(at), i32(1)));
    });
  });
}
