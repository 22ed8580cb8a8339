/** Decisions: which option is taken, settled on the state at the start of the step. */

import { siteOf } from '../../random/index.ts';
import type { Decision } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import {
  add,
  and,
  binary,
  call,
  div,
  f64,
  ge,
  get,
  gt,
  i32,
  le,
  load,
  lt,
  ne,
  not,
  or,
  pick,
} from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { Value } from '../value/node.ts';
import type { ModelContext } from './context.ts';
import { f64At, i32At, increase, putF64, putI32 } from './memory.ts';

/** Declares `settle(decision, k)`: puts the option taken into `option` (−1: none is available), once a step. */
export function defineSettle(context: ModelContext): Func {
  const { program, scenario, layout } = context;
  const { state } = layout;
  const race = defineRace(context);
  const each = scenario.decisions.map((decision) => defineOne(context, decision, race));
  const func = program.declare('settle', ['i32', 'i32'], null);
  return program.define(func, (code, decision, k) => {
    code.if(ne(i32At(state.settled, decision), k as Expr), () => {
      putI32(code, state.settled, decision as Expr, k as Expr);
      code.switch(
        decision as Expr,
        each.map((one) => () => code.call(one, k as Expr)),
      );
    });
  });
}

function defineOne(context: ModelContext, decision: Decision, race: Func): Func {
  const { program, layout, allocator, image } = context;
  const { state, counters, now, settings } = layout;
  const d = decision.index;
  const sites = allocator.i32(decision.options.length);
  image.i32(
    sites,
    decision.options.map(({ name }) => siteOf(`${decision.name}/${name}`)),
  );
  const func = program.declare(`settle_${d}`, ['i32'], null);
  return program.define(func, (code, step) => {
    const k = step as Expr;
    const sign = code.keep(i32At(now.sign));
    const n = code.keep(i32At(state.asked, d));
    putI32(code, state.asked, d, add(n, i32(1)));
    increase(code, counters.asked, d, sign);
    const available = availability(context, code, decision, k);
    const fixed = code.keep(i32At(settings.fixed, 3 * d));
    const from = i32At(settings.fixed, 3 * d + 1);
    const until = i32At(settings.fixed, 3 * d + 2);
    code.if(and(ge(fixed, i32(0)), and(le(from, k), le(k, until))), () => {
      code.switch(
        fixed,
        available.map((isAvailable, option) => () => {
          code.if(isAvailable, () => {
            putI32(code, state.option, d, i32(option));
            code.return();
          });
        }),
      );
      increase(code, counters.fixedUnavailable, d, sign);
    });
    weigh(context, code, decision, available);
    const count = i32(decision.options.length);
    putI32(code, state.option, d, call(race, i32(sites), count, n));
  });
}

/** By option: whether it can be taken now. */
function availability(context: ModelContext, code: Code, { options }: Decision, k: Expr): readonly Expr[] {
  const { graph, layout } = context;
  const always = graph.constant(1, 'i32');
  const values = options.map(
    ({ available }): Value => (available === null ? always : context.value(available)),
  );
  const truths = values.map((value) =>
    value.type === 'i32' ? value : graph.binary('f64.ne', value, graph.constant(0)),
  );
  const evaluation = context.evaluation(code, truths, k, false);
  return options.map(({ happening }, option) => {
    const isThere = not(i32At(layout.settings.removed, happening));
    const truth = truths[option] as Value;
    return code.keep(truth === always ? isThere : and(isThere, evaluation.value(truth)));
  });
}

/** Puts the weights of the options that can be taken where the race reads them, and 0 for the others. */
function weigh(context: ModelContext, code: Code, decision: Decision, available: readonly Expr[]): void {
  const { layout, graph } = context;
  const weights = decision.options.map(({ weight }) =>
    weight === null ? graph.constant(1) : context.number(weight),
  );
  const evaluation = context.evaluation(code, weights, null, false);
  const sum = code.local('f64');
  code.set(sum, f64(0));
  decision.options.forEach((_, index) => {
    const value = weights[index] as Value;
    const weight = code.local('f64');
    code.set(weight, f64(0));
    evaluation.branch(available[index] as Expr, () => {
      code.set(weight, evaluation.value(value));
      // Not finite or negative is a fault.
      const isSound = and(ge(get(weight), f64(0)), lt(get(weight), f64(Infinity)));
      if (!isSurelySound(value)) code.if(not(isSound), () => context.fault(code));
    });
    code.set(sum, add(get(sum), get(weight)));
    putF64(code, layout.state.weights, index, get(weight));
  });
  const isAnyAvailable = available.reduce(or);
  code.if(and(isAnyAvailable, not(gt(get(sum), f64(0)))), () => context.fault(code));
}

const isSurelySound = (weight: Value): boolean =>
  weight.op === 'const' && weight.value >= 0 && weight.value < Infinity;

/**
 * Declares `race(sites, count, n)`: the option with the smallest −log(1 − u)/w among those with w > 0; ties: the first.
 * Which one wins is hard to foresee, so it is picked without a branch.
 */
function defineRace({ program, helpers, layout: { state, now } }: ModelContext): Func {
  const func = program.declare('race', ['i32', 'i32', 'i32'], 'i32');
  return program.define(func, (code, sites, count, n) => {
    const run = code.keep(load('i32', now.luck));
    const first = code.local('i32');
    const earliest = code.local('f64');
    const at = code.local('i32');
    code.set(first, i32(-1));
    code.set(earliest, f64(Infinity));
    code.set(at, i32(0));
    code.while(lt(get(at), count as Expr), () => {
      const weight = code.keep(f64At(state.weights, get(at)));
      code.if(gt(weight, f64(0)), () => {
        const site = load('i32', 0, add(sites as Expr, binary('i32.shl', get(at), i32(2))));
        const exponential = code.spliced(helpers.exponential, site, run, n as Expr) as Expr;
        const time = code.keep(div(exponential, weight));
        const wins = code.keep(or(lt(get(first), i32(0)), lt(time, get(earliest))));
        code.set(first, pick(wins, get(at), get(first)));
        code.set(earliest, binary('f64.pick_lower', get(earliest), time));
      });
      code.set(at, add(get(at), i32(1)));
    });
    code.return(get(first));
  });
}
