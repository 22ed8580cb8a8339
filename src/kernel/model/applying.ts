/** An application: which regions move, exits, lists, entries, arming, and what was used. */
import type { Code } from '../ir/builder.ts';
import { add, and, call, eq, ge, get, i32, lt, ne, not, or } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { Arming } from './arming.ts';
import type { ModelContext } from './context.ts';
import { note } from './counting.ts';
import type { Effects } from './effects.ts';
import { i32At, putI32 } from './memory.ts';
import type { Moving } from './moving.ts';

const NONE = -1;

/**
 * Declares `apply(happening, option, slot, k)`: `option` is the happening of the option that comes with a transition, −1 if
 * there is none. Yields 0 when nothing happened, 1 when the happening did, 3 when the option did too.
 */
export function defineApply(context: ModelContext, parts: ApplyParts): Applying {
  const { program } = context;
  const { arming, effects } = parts;
  const move = defineMove(context, parts);
  const func = program.declare('apply', ['i32', 'i32', 'i32', 'i32'], 'i32');
  program.define(func, (code, happening, option, slot, k) => {
    // Most of what happens moves nothing.
    const isPlain = and(lt(option as Expr, i32(0)), not(hasTargets(context, happening as Expr)));
    const done = code.local('i32');
    code.if(
      isPlain,
      () => {
        runList(context, code, effects.run, happening as Expr);
        code.spliced(arming.use, slot as Expr, k as Expr);
        note(context, code, happening as Expr);
        code.set(done, i32(1));
      },
      () => code.set(done, call(move, happening as Expr, option as Expr, slot as Expr, k as Expr)),
    );
    code.return(get(done));
  });
  return { apply: func, move };
}

export interface Applying {
  readonly apply: Func;
  /** The same for what may move regions. */
  readonly move: Func;
}

export interface ApplyParts {
  readonly arming: Arming;
  readonly moving: Moving;
  readonly effects: Effects;
}

function hasTargets({ layout: { tables } }: ModelContext, of: Expr): Expr {
  return ne(i32At(tables.targetsFrom, of), i32At(tables.targetsFrom, add(of, i32(1))));
}

function defineMove(context: ModelContext, { arming, moving, effects: { run: effects } }: ApplyParts): Func {
  const { program } = context;
  const plan = definePlan(context, moving.domain);
  const func = program.declare('move', ['i32', 'i32', 'i32', 'i32'], 'i32');
  return program.define(func, (code, happening, option, slot, k) => {
    const taken = code.local('i32');
    const own = code.keep(call(plan, happening as Expr, slot as Expr, k as Expr));
    code.if(and(eq(own, i32(0)), hasTargets(context, happening as Expr)), () => code.return(i32(0)));
    const moves = code.local('i32');
    code.set(moves, own);
    code.set(taken, i32(0));
    code.if(ge(option as Expr, i32(0)), () => {
      const more = code.keep(call(plan, option as Expr, slot as Expr, k as Expr));
      code.set(moves, add(own, more));
      code.if(
        and(eq(more, i32(0)), hasTargets(context, option as Expr)),
        () => code.if(eq(own, i32(0)), () => code.return(i32(0))),
        () => code.set(taken, i32(1)),
      );
    });
    const each = (write: (region: Expr) => void): void =>
      code.if(get(moves), () => forMovingRegions(context, code, write));
    each((region) => code.spliced(moving.leave, region, k as Expr));
    runList(context, code, effects, happening as Expr);
    code.if(get(taken), () => runList(context, code, effects, option as Expr));
    each((region) => code.spliced(moving.enter, region, k as Expr));
    each((region) => {
      code.spliced(moving.armEntered, region);
      putI32(code, context.layout.state.moveTo, region, i32(NONE));
    });
    code.spliced(arming.use, slot as Expr, k as Expr);
    note(context, code, happening as Expr);
    code.if(get(taken), () => {
      note(context, code, option as Expr);
      code.return(i32(3));
    });
    code.return(i32(1));
  });
}

/** Writes `write` for each region that a plan moves, in document order. */
function forMovingRegions(
  { scenario, layout }: ModelContext,
  code: Code,
  write: (region: Expr) => void,
): void {
  const region = code.local('i32');
  code.set(region, i32(0));
  code.while(lt(get(region), i32(scenario.regions.length)), () => {
    code.if(ge(i32At(layout.state.moveTo, get(region)), i32(0)), () => write(get(region)));
    code.set(region, add(get(region), i32(1)));
  });
}

function runList({ layout }: ModelContext, code: Code, effects: Func, happening: Expr): void {
  const list = code.keep(i32At(layout.tables.effects, happening));
  code.if(ge(list, i32(0)), () => code.call(effects, list));
}

/** `plan(happening, slot, k)`: notes the moves of regions that can still move; yields how many. */
function definePlan({ program, layout: { tables, state } }: ModelContext, domain: Func): Func {
  const func = program.declare('plan', ['i32', 'i32', 'i32'], 'i32');
  return program.define(func, (code, happening, slot, k) => {
    const moves = code.local('i32');
    const at = code.local('i32');
    code.set(moves, i32(0));
    code.set(at, i32At(tables.targetsFrom, happening));
    const end = code.keep(i32At(tables.targetsFrom, add(happening as Expr, i32(1))));
    code.while(lt(get(at), end), () => {
      const target = code.keep(i32At(tables.targets, get(at)));
      const region = code.keep(i32At(tables.regionOf, target));
      const hasMoved = eq(i32At(state.moved, region), k as Expr);
      code.if(not(or(hasMoved, ge(i32At(state.moveTo, region), i32(0)))), () => {
        const mover = code.local('i32');
        code.set(mover, i32At(state.activeLeaf, region));
        code.if(eq(i32At(tables.slotRegion, slot), region), () =>
          code.set(mover, i32At(tables.slotStage, slot)),
        );
        putI32(code, state.moveTo, region, target);
        putI32(code, state.domain, region, code.spliced(domain, get(mover), target) as Expr);
        code.set(moves, add(get(moves), i32(1)));
      });
      code.set(at, add(get(at), i32(1)));
    });
    code.return(get(moves));
  });
}
