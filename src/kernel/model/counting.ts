/** What has happened is counted at once, or at the end of the step where the rest of the step still reads the old count. */

import type { CheckedExpression, Expression } from '../../expression/index.ts';
import type { Delay, Scenario, Trigger } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, eq, i32, mul, pick } from '../ir/expressions.ts';
import type { Expr } from '../ir/types.ts';
import type { ModelContext } from './context.ts';
import { i32At, increase, putI32 } from './memory.ts';

/** What is read after something may have happened in a step, by effects, delays, rules and noise, as it was before. */
export interface ReadLater {
  readonly happenings: ReadonlySet<number>;
  /** Also those whose rules hold while they are active. */
  readonly stages: ReadonlySet<number>;
}

export function readLater(scenario: Scenario): ReadLater {
  const { variables, transitions, decisions, shocks, stages } = scenario;
  const options = decisions.flatMap((decision) => decision.options);
  const lists = [
    ...[...transitions, ...options, ...shocks].map(({ effects }) => effects),
    ...stages.flatMap(({ entry, exit }) => [entry, exit]),
  ];
  const triggers: readonly (Trigger | null)[] = [
    ...[...transitions, ...shocks].map(({ trigger }) => trigger),
    ...decisions.map(({ ask }) => ask),
  ];
  const expressions: readonly (CheckedExpression | null)[] = [
    ...lists.flat().map(({ expression }) => expression),
    ...triggers.map(waitExpression),
    ...variables.flatMap(({ rule, noise }) => [rule?.expression ?? null, noise]),
    ...stages.flatMap(({ rules }) => rules.map(({ rule }) => rule.expression)),
  ];
  const ruling = stages.filter(({ rules }) => rules.length > 0).map(({ index }) => index);
  const found = { happenings: new Set<number>(), stages: new Set<number>(ruling) };
  for (const expression of expressions) if (expression !== null) gather(expression.tree, found);
  return found;
}

/** Adds what an expression reads of stages and happenings. */
function gather(node: Expression, found: { happenings: Set<number>; stages: Set<number> }): void {
  switch (node.kind) {
    case 'since':
    case 'times':
      found.happenings.add(node.happening);
      return;
    case 'active':
    case 'days_in':
      found.stages.add(node.stage);
      return;
    case 'negate':
    case 'not':
      gather(node.operand, found);
      return;
    case 'binary':
    case 'and':
    case 'or':
      gather(node.left, found);
      gather(node.right, found);
      return;
    case 'chain':
      for (const operand of node.operands) gather(operand, found);
      return;
    case 'call':
      for (const argument of node.arguments) gather(argument, found);
      return;
    case 'if':
      for (const part of [node.condition, node.then, node.otherwise]) gather(part, found);
      return;
    default:
  }
}

function waitExpression(trigger: Trigger | null): CheckedExpression | null {
  const wait: Delay | null =
    trigger?.kind === 'after' ? trigger.delay : trigger?.kind === 'every' ? trigger.gap : null;
  return wait?.kind === 'expression' ? wait.expression : null;
}

/** Writes that a happening, known when the code is made, has happened in step k. */
export function writeHappened(context: ModelContext, code: Code, happening: number, k: Expr): void {
  if (context.readLater.happenings.has(happening)) note(context, code, i32(happening));
  else count(context, code, happening, k);
}

/** Writes that it will be counted when the step is over. */
export function note({ layout: { now, happenedList } }: ModelContext, code: Code, happening: Expr): void {
  const noted = code.keep(i32At(now.happened));
  putI32(code, happenedList, noted, happening);
  putI32(code, now.happened, 0, add(noted, i32(1)));
}

/** Writes the count itself, without a branch: whether it is the first time is hard to foresee. */
export function count(
  { scenario, layout }: ModelContext,
  code: Code,
  happening: number | Expr,
  k: Expr,
): void {
  const { state, counters, now } = layout;
  const before = code.keep(i32At(state.times, happening));
  const isFirst = code.keep(eq(before, i32(0)));
  const sign = code.keep(i32At(now.sign));
  const next = code.keep(add(k, i32(1)));
  putI32(
    code,
    state.firstHappened,
    happening,
    pick(isFirst, next, code.keep(i32At(state.firstHappened, happening))),
  );
  const states = scenario.time.steps + 1;
  const row = typeof happening === 'number' ? i32(happening * states) : mul(happening, i32(states));
  increase(code, counters.firsts, add(row, next), mul(sign, isFirst));
  increase(code, counters.times, happening, sign);
  putI32(code, state.times, happening, add(before, i32(1)));
  putI32(code, state.last, happening, k);
}
