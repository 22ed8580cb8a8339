/** The end of a run: its row. */
import { ROW_HEAD } from '../../scenario/index.ts';
import { and, call, eq, f64, ge, i32, load, not, toF64 } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import { asTruth } from '../value/lower.ts';
import { FiniteChecks } from './checks.ts';
import type { ModelContext } from './context.ts';
import { measureAtEnd } from './measures.ts';
import { f64At } from './memory.ts';
import { ENDING_REGION } from './moving.ts';

/** Whether the run is at fault. */
export const isFaulty = ({ layout }: ModelContext): Expr => not(eq(f64At(layout.now.bad), f64(0)));

/** Declares `finish(address)`: writes the row of the run that has ended; yields 0 when that is a fault. */
export function defineFinish(context: ModelContext): Func {
  const { program, scenario, layout } = context;
  const { now } = layout;
  const outcomes = defineOutcome(context);
  const func = program.declare('finish', ['i32'], 'i32', true);
  return program.define(func, (code, row) => {
    const address = row as Expr;
    const k = code.keep(load('i32', now.step));
    code.store('f64', 0, toF64(call(outcomes)), address);
    code.store('f64', 8, toF64(k), address);
    const values = scenario.measures.flatMap(({ rule }) =>
      rule.kind === 'final' ? [context.number(rule.expression)] : [],
    );
    const evaluation = context.evaluation(code, values, k);
    const checks = new FiniteChecks();
    for (const measure of scenario.measures) {
      const value = measureAtEnd({ context, code, evaluation, checks, k }, measure);
      code.store('f64', 8 * (ROW_HEAD + measure.index), value, address);
    }
    checks.flush(code, now.bad);
    code.return(not(isFaulty(context)));
  });
}

/** The outcome of a stage entered, else the first whose `at_horizon` holds, else the last. */
function defineOutcome(context: ModelContext): Func {
  const { program, scenario, layout, graph } = context;
  const func = program.declare('outcome', [], 'i32');
  return program.define(func, (code) => {
    const ending = code.keep(load('i32', layout.now.ending));
    code.if(ge(ending, i32(0)), () => code.return(and(ending, i32(ENDING_REGION - 1))));
    const conditions = scenario.outcomes.flatMap(({ index, atHorizon }) =>
      atHorizon === null ? [] : [{ index, value: asTruth(graph, context.value(atHorizon)) }],
    );
    const roots = conditions.map(({ value }) => value);
    const evaluation = context.evaluation(code, roots, null);
    for (const { index, value } of conditions) {
      code.if(evaluation.value(value), () => code.return(i32(index)));
    }
    code.return(i32(scenario.outcomes.length - 1));
  });
}
