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
import { i32At, increase, putI32 } from './memory.ts';

/** Declares `settle(decision, k)`: puts the option taken into `option` (−1: none is available), once a step. */
export function defineSettle(context: ModelContext): Func {
  const { program, scenario, layout } = context;
  const { state } = layout;
  const each = scenario.decisions.map((decision) => defineOne(context, decision));
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

function defineOne(context: ModelContext, decision: Decision): Func {
  const { program, layout } = context;
  const { state, counters, now, settings } = layout;
  const d = decision.index;
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
    race(context, code, decision, { available, n });
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

interface Race {
  readonly available: readonly Expr[];
  /** How often the decision was asked before. */
  readonly n: Expr;
}

/** The option with the smallest −log(1 − u)/w among those available with w > 0; ties: the first. */
function race(context: ModelContext, code: Code, decision: Decision, { available, n }: Race): void {
  const { layout, graph } = context;
  const weights = decision.options.map(({ weight }) =>
    weight === null ? graph.constant(1) : context.number(weight),
  );
  const evaluation = context.evaluation(code, weights, null, false);
  const sum = code.local('f64');
  code.set(sum, f64(0));
  const racing = decision.options.map((_, index) => {
    const races = code.local('i32');
    code.set(races, i32(0));
    const weight = code.local('f64');
    evaluation.branch(available[index] as Expr, () => {
      code.set(weight, evaluation.value(weights[index] as Value));
      // Not finite or negative is a fault.
      const isSound = and(ge(get(weight), f64(0)), lt(get(weight), f64(Infinity)));
      if (!isSurelySound(weights[index] as Value)) code.if(not(isSound), () => context.fault(code));
      code.set(sum, add(get(sum), get(weight)));
      code.set(races, gt(get(weight), f64(0)));
    });
    return { races: get(races), weight: get(weight) };
  });
  const isAnyAvailable = available.reduce(or);
  code.if(and(isAnyAvailable, not(gt(get(sum), f64(0)))), () => context.fault(code));
  // First all times, which depend on nothing of each other, then the comparisons, which are hard to foresee.
  const times = racing.map(({ races, weight }, index) => {
    const time = code.local('f64');
    code.set(time, f64(Infinity));
    code.if(races, () => code.set(time, ringTime(context, decision, { index, weight, n })));
    return get(time);
  });
  const first = code.local('i32');
  const earliest = code.local('f64');
  code.set(first, i32(-1));
  code.set(earliest, f64(Infinity));
  racing.forEach(({ races }, index) => {
    const time = times[index] as Expr;
    const wins = code.keep(and(races, or(lt(get(first), i32(0)), lt(time, get(earliest)))));
    code.set(first, pick(wins, i32(index), get(first)));
    code.set(earliest, binary('f64.pick_lower', get(earliest), time));
  });
  putI32(code, layout.state.option, decision.index, get(first));
}

const isSurelySound = (weight: Value): boolean =>
  weight.op === 'const' && weight.value >= 0 && weight.value < Infinity;

interface Runner {
  readonly index: number;
  readonly weight: Expr;
  readonly n: Expr;
}

function ringTime({ helpers, layout }: ModelContext, decision: Decision, { index, weight, n }: Runner): Expr {
  const option = decision.options[index];
  const site = i32(siteOf(`${decision.name}/${option?.name}`));
  return div(call(helpers.exponential, site, load('i32', layout.now.luck), n), weight);
}
