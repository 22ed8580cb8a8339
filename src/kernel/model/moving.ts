/** How a region moves: what is left, what is entered, and what becomes visible of it at the end of the step. */

import type { Code } from '../ir/builder.ts';
import { add, and, ge, get, gt, i32, le, load, lt, mul, ne, not, or, sub } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { Arming } from './arming.ts';
import type { ModelContext } from './context.ts';
import { count } from './counting.ts';
import type { Effects } from './effects.ts';
import { i32At, increase, putI32, upTo } from './memory.ts';
import { writeMoved } from './spells.ts';

export interface Moving {
  /** `defer(address, value)`: an i32 to be stored at the end of the step. */
  readonly defer: Func;
  /** `commit(k)`: what was deferred in step k becomes visible, and what has happened is counted. */
  readonly commit: Func;
  /** `domain(mover, target)`: the stage that is not left (−1: the region) when `mover` (−1: the region) goes to `target`. */
  readonly domain: Func;
  /** `leave(region, k)`, `enter(region, k)`: as planned in `moveTo` and `domain`. */
  readonly leave: Func;
  readonly enter: Func;
  /** `armEntered(region)`: the triggers of the stages entered. */
  readonly armEntered: Func;
}

/** Whether a measure is about stays in stages. */
export const measuresStays = ({ scenario }: ModelContext): boolean =>
  scenario.measures.some(
    ({ rule }) => rule.kind === 'total_days_in' || ('of' in rule && rule.of.kind === 'stage'),
  );

export function defineMoving(context: ModelContext, { run: effects }: Effects, arming: Arming): Moving {
  const defer = defineDefer(context);
  return {
    defer,
    commit: defineCommit(context),
    domain: defineDomain(context),
    leave: defineLeave(context, effects, defer),
    enter: defineEnter(context, effects, defer),
    armEntered: defineArmEntered(context, arming),
  };
}

function defineDefer({ program, layout: { now, pendingList } }: ModelContext): Func {
  const func = program.declare('defer', ['i32', 'i32'], null);
  return program.define(func, (code, address, value) => {
    const at = code.keep(i32At(now.pending));
    code.store('i32', pendingList, address as Expr, at);
    code.store('i32', pendingList + 4, value as Expr, at);
    putI32(code, now.pending, 0, add(at, i32(8)));
  });
}

function defineCommit(context: ModelContext): Func {
  const { program, layout } = context;
  const { now, pendingList, happenedList } = layout;
  const func = program.declare('commit', ['i32'], null);
  return program.define(func, (code, k) => {
    const happened = code.keep(i32At(now.happened));
    upTo(code, happened, 1, (at) => count(context, code, code.keep(i32At(happenedList, at)), k as Expr));
    putI32(code, now.happened, 0, i32(0));
    const pending = code.keep(i32At(now.pending));
    upTo(code, pending, 8, (at) => {
      code.store('i32', 0, load('i32', pendingList + 4, at), load('i32', pendingList, at));
    });
    putI32(code, now.pending, 0, i32(0));
  });
}

/**
 * The mover itself is left where it is the target or contains it. Else the walk up from the target's parent stops at the
 * first stage around the mover: their nearest common ancestor, or the parent of a target that was active.
 */
function defineDomain({ program, layout: { tables } }: ModelContext): Func {
  const func = program.declare('domain', ['i32', 'i32'], 'i32');
  return program.define(func, (code, mover, target) => {
    const isWithin = (inner: Expr, outer: Expr): Expr =>
      and(le(outer, inner), le(inner, i32At(tables.lastDescendant, outer)));
    const up = code.local('i32');
    code.set(up, i32(-1));
    code.if(ge(mover as Expr, i32(0)), () => {
      code.if(
        isWithin(target as Expr, mover as Expr),
        () => code.set(up, i32At(tables.parent, mover)),
        () => {
          const goesOn = code.local('i32');
          code.set(up, target as Expr);
          code.set(goesOn, i32(1));
          code.while(get(goesOn), () => {
            code.set(up, i32At(tables.parent, get(up)));
            code.set(goesOn, ge(get(up), i32(0)));
            code.if(get(goesOn), () => code.set(goesOn, not(isWithin(mover as Expr, get(up)))));
          });
        },
      );
    });
    code.return(get(up));
  });
}

const stageChange = (
  { scenario, layout }: ModelContext,
  code: Code,
  k: Expr,
  stage: Expr,
  sign: Expr,
): void =>
  increase(code, layout.counters.stageChanges, add(mul(k, i32(scenario.stages.length)), stage), sign);

function runEffects({ layout }: ModelContext, code: Code, effects: Func, at: number, stage: Expr): void {
  const list = code.keep(i32At(layout.tables.effects + 4 * at, stage));
  code.if(ge(list, i32(0)), () => code.call(effects, list));
}

function defineLeave(context: ModelContext, effects: Func, defer: Func): Func {
  const { program, scenario, layout } = context;
  const { state, tables, now } = layout;
  const func = program.declare('leave', ['i32', 'i32'], null);
  return program.define(func, (code, region, k) => {
    const next = code.keep(add(k as Expr, i32(1)));
    const domain = code.keep(i32At(state.domain, region));
    const stage = code.local('i32');
    code.set(stage, i32At(state.activeLeaf, region));
    code.while(ne(get(stage), domain), () => {
      putI32(code, state.left, get(stage), k as Expr);
      code.spliced(defer, addressOf(state.entered, get(stage)), i32(-1));
      stageChange(context, code, next, get(stage), sub(i32(0), i32At(now.sign)));
      if (measuresStays(context)) {
        increase(code, state.stayTotal, get(stage), sub(next, i32At(state.entered, get(stage))));
        putI32(code, state.lastIn, get(stage), k as Expr);
      }
      const exitLists = scenario.happenings.length + scenario.stages.length;
      runEffects(context, code, effects, exitLists, get(stage));
      code.set(stage, i32At(tables.parent, get(stage)));
    });
    putI32(code, state.moved, region as Expr, k as Expr);
  });
}

const addressOf = (base: number, index: Expr): Expr => add(mul(index, i32(4)), i32(base));

function defineEnter(context: ModelContext, effects: Func, defer: Func): Func {
  const { program, scenario, layout } = context;
  const { state, tables, now } = layout;
  const func = program.declare('enter', ['i32', 'i32'], null);
  return program.define(func, (code, region, k) => {
    const next = code.keep(add(k as Expr, i32(1)));
    const leaf = code.keep(i32At(tables.entryLeaf, i32At(state.moveTo, region)));
    writeMoved(context, code, next);
    putI32(code, state.newLeaf, region as Expr, leaf);
    code.spliced(defer, addressOf(state.activeLeaf, region as Expr), leaf);
    code.spliced(defer, addressOf(state.leafNumber, region as Expr), i32At(tables.leafNumberOf, leaf));
    forPath(context, code, region as Expr, (stage) => {
      code.spliced(defer, addressOf(state.entered, stage), next);
      stageChange(context, code, next, stage, i32At(now.sign));
      if (measuresStays(context)) {
        code.if(lt(i32At(state.firstIn, stage), i32(0)), () => putI32(code, state.firstIn, stage, next));
      }
      const outcome = code.keep(i32At(tables.outcomeOf, stage));
      code.if(ge(outcome, i32(0)), () => noteEnding(context, code, region as Expr, outcome));
      runEffects(context, code, effects, scenario.happenings.length, stage);
    });
  });
}

/** The stages between the domain and the new leaf, from the outside in. */
function forPath(
  { layout: { state, tables } }: ModelContext,
  code: Code,
  region: Expr,
  write: (stage: Expr) => void,
): void {
  const leaf = code.keep(i32At(state.newLeaf, region));
  const domain = code.keep(i32At(state.domain, region));
  const depth = code.local('i32');
  code.set(depth, i32(0));
  code.if(ge(domain, i32(0)), () => code.set(depth, add(i32At(tables.depth, domain), i32(1))));
  const base = code.keep(mul(leaf, i32(tables.pathWidth)));
  const last = code.keep(i32At(tables.depth, leaf));
  code.while(le(get(depth), last), () => {
    write(code.keep(i32At(tables.path, add(base, get(depth)))));
    code.set(depth, add(get(depth), i32(1)));
  });
}

/** Regions before others; in one region the outermost stage. */
export const ENDING_REGION = 65536;

export function noteEnding({ layout: { now } }: ModelContext, code: Code, region: Expr, outcome: Expr): void {
  const start = code.keep(mul(region, i32(ENDING_REGION)));
  const present = code.keep(i32At(now.ending));
  code.if(or(lt(present, i32(0)), gt(present, add(start, i32(ENDING_REGION - 1)))), () =>
    putI32(code, now.ending, 0, add(start, outcome)),
  );
}

function defineArmEntered(context: ModelContext, arming: Arming): Func {
  const { program } = context;
  const func = program.declare('arm_entered', ['i32'], null);
  return program.define(func, (code, region) => {
    forPath(context, code, region as Expr, (stage) => armStage(context, code, arming, stage));
  });
}

/** Writes the arming of a stage that is known when the code runs. */
function armStage({ scenario }: ModelContext, code: Code, arming: Arming, stage: Expr): void {
  const stages = scenario.stages.map(({ index }) => arming.stages([index]));
  const arms = stages.filter((arm) => arm !== null);
  const labels = stages.map((arm) => (arm === null ? -1 : arms.indexOf(arm)));
  code.switch(
    stage,
    arms.map((arm) => () => code.call(arm)),
    undefined,
    labels,
  );
}
