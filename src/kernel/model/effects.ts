/** Lists of effects: all expressions of one list read the variables as earlier lists left them; then bounds. */

import type { Effect } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, ne } from '../ir/expressions.ts';
import { sizeOf } from '../ir/splice.ts';
import type { Expr, Func } from '../ir/types.ts';
import { within } from '../library/quantiles.ts';
import { FiniteChecks } from './checks.ts';
import type { ModelContext } from './context.ts';
import { f64At, putF64 } from './memory.ts';

/** All lists: by happening, then by stage on entry, then by stage on exit. */
function listsOf({ scenario }: ModelContext): readonly (readonly Effect[])[] {
  return [
    ...scenario.happenings.map((happening): readonly Effect[] => {
      switch (happening.kind) {
        case 'transition':
          return scenario.transitions[happening.transition]?.effects ?? [];
        case 'option':
          return scenario.decisions[happening.decision]?.options[happening.option]?.effects ?? [];
        case 'shock':
          return scenario.shocks[happening.shock]?.effects ?? [];
        default:
          return happening satisfies never;
      }
    }),
    ...scenario.stages.map(({ entry }) => entry),
    ...scenario.stages.map(({ exit }) => exit),
  ];
}

/** Lists are written out in the switch over them up to this size of all. */
const LARGEST_SWITCH = 3000;

export interface Effects {
  /** `effects(list)`: runs a list by its number in the table. */
  readonly run: Func;
  /** Writes a list known when the code is made: of a happening, of a stage on entry, of a stage on exit, in one numbering. */
  readonly write: (code: Code, list: number) => void;
}

/** Declares `effects(list)`, and writes the table that numbers the lists that are not empty. */
export function defineEffects(context: ModelContext): Effects {
  const { program, layout, image } = context;
  const lists = listsOf(context);
  const full = lists.filter((list) => list.length > 0);
  image.i32(
    layout.tables.effects,
    lists.map((list) => (list.length > 0 ? full.indexOf(list) : -1)),
  );
  const bodies = full.map((list, number) => defineList(context, list, number));
  const func = program.declare('effects', ['i32'], null);
  program.define(func, (code, list) => {
    const isShort = bodies.reduce((sum, body) => sum + sizeOf(body), 0) <= LARGEST_SWITCH;
    code.switch(
      list as Expr,
      bodies.map((body) => () => {
        if (isShort) code.spliced(body);
        else code.call(body);
      }),
    );
  });
  const write = (code: Code, list: number): void => {
    const body = bodies[full.indexOf(lists[list] ?? [])];
    if (body !== undefined) code.call(body);
  };
  return { run: func, write };
}

function defineList(context: ModelContext, list: readonly Effect[], number: number): Func {
  const { program, scenario, layout } = context;
  const { state, now } = layout;
  const func = program.declare(`effects_${number}`, [], null);
  return program.define(func, (code) => {
    const values = list.map(({ expression }) => context.number(expression));
    const evaluation = context.evaluation(code, values, null, null);
    const checks = new FiniteChecks();
    const results = list.map(({ variable, kind }, k) => {
      const value = evaluation.value(values[k] as (typeof values)[number]);
      const result = code.keep(kind === 'set' ? value : add(f64At(state.variables, variable), value));
      checks.check(result);
      return result;
    });
    list.forEach(({ variable }, k) => {
      const { low, high } = scenario.variables[variable] as { low: number; high: number };
      const next = code.keep(within(results[k] as Expr, low, high));
      if (context.isSetByEffects[variable] === true) {
        code.if(ne(next, f64At(state.variables, variable)), () => context.happened(code));
      }
      putF64(code, state.variables, variable, next);
    });
    checks.flush(code, now.bad);
  });
}
