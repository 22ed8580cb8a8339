/** Decisions: which option is taken, settled on the state at the start of the step. */

import { siteOf } from '../../random/index.ts';
import type { Decision } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import {
  add,
  and,
  binary,
  div,
  f64,
  ge,
  get,
  gt,
  i32,
  lanes,
  le,
  load,
  lt,
  ne,
  not,
  or,
  pick,
  unary,
} from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { Value } from '../value/node.ts';
import type { ModelContext } from './context.ts';
import { padded } from './layout.ts';
import { f64At, i32At, increase, putI32 } from './memory.ts';

export interface Settling {
  /** By decision, `settle(k)`: puts the option taken into `option` (−1: none is available). */
  readonly each: readonly Func[];
  /** `settle(decision, k)`: the same, once a step. */
  readonly once: Func;
}

export function defineSettling(context: ModelContext): Settling {
  const { program, scenario, layout } = context;
  const { state } = layout;
  const each = scenario.decisions.map((decision) => defineOne(context, decision));
  const func = program.declare('settle', ['i32', 'i32'], null);
  program.define(func, (code, decision, k) => {
    code.if(ne(i32At(state.settled, decision), k as Expr), () => {
      putI32(code, state.settled, decision as Expr, k as Expr);
      code.switch(
        decision as Expr,
        each.map((one) => () => code.call(one, k as Expr)),
      );
    });
  });
  return { each, once: func };
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
    const weights = weigh(context, code, decision, available);
    putI32(code, state.option, d, race(context, code, decision, weights, n));
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
  const evaluation = context.evaluation(code, truths, k, null);
  return options.map(({ happening }, option) => {
    const isThere = not(i32At(layout.settings.removed, happening));
    const truth = truths[option] as Value;
    return code.keep(truth === always ? isThere : and(isThere, evaluation.value(truth)));
  });
}

/** By option: its weight where it can be taken, else 0. */
function weigh(
  context: ModelContext,
  code: Code,
  decision: Decision,
  available: readonly Expr[],
): readonly Expr[] {
  const { graph } = context;
  const weights = decision.options.map(({ weight }) =>
    weight === null ? graph.constant(1) : context.number(weight),
  );
  const evaluation = context.evaluation(code, weights, null, null);
  const kept = weights.map((value, index) => {
    const weight = code.local('f64');
    code.set(weight, f64(0));
    evaluation.branch(available[index] as Expr, () => {
      code.set(weight, evaluation.value(value));
      // Not finite or negative is a fault.
      const isSound = and(ge(get(weight), f64(0)), lt(get(weight), f64(Infinity)));
      if (!isSurelySound(value)) code.if(not(isSound), () => context.fault(code));
    });
    return get(weight);
  });
  const isAnyAvailable = available.reduce(or);
  code.if(and(isAnyAvailable, not(gt(kept.reduce(add), f64(0)))), () => context.fault(code));
  return kept;
}

const isSurelySound = (weight: Value): boolean =>
  weight.op === 'const' && weight.value >= 0 && weight.value < Infinity;

/** The option with the smallest −log(1 − u)/w among those with w > 0, −1 if there is none; ties: the first. */
function race(
  context: ModelContext,
  code: Code,
  decision: Decision,
  weights: readonly Expr[],
  n: Expr,
): Expr {
  const { luck, layout, allocator, image } = context;
  const { draws } = layout;
  const sites = allocator.i32(padded(decision.options.length));
  image.i32(
    sites,
    decision.options.map(({ name }) => siteOf(`${decision.name}/${name}`)),
  );
  // One alone wins whatever is drawn.
  const candidates = weights.map((weight) => gt(weight, f64(0))).reduce(add);
  code.if(gt(candidates, i32(1)), () => {
    for (let from = 0; from < weights.length; from += 4) {
      luck.exponentialsAt(code, luck.caller(), {
        sites: load('v128', sites + 4 * from),
        n,
        ns: lanes('i32x4.splat', n),
        to: draws + 8 * from,
      });
    }
  });
  const first = code.local('i32');
  const earliest = code.local('f64');
  code.set(first, i32(-1));
  code.set(earliest, f64(Infinity));
  // Which one wins is hard to foresee, so it is picked without a branch.
  weights.forEach((weight, option) => {
    // A weight of −0 is none, and its time no earlier than any.
    const time = code.keep(div(f64At(draws, option), unary('f64.abs', weight)));
    const isEarlier = or(lt(get(first), i32(0)), lt(time, get(earliest)));
    const wins = code.keep(and(gt(weight, f64(0)), isEarlier));
    code.set(first, pick(wins, i32(option), get(first)));
    // The time of one without weight is infinite.
    code.set(earliest, binary('f64.pick_lower', get(earliest), time));
  });
  return get(first);
}
