/** What becomes visible only at the end of a step, because the rest of the step still reads it as it was. */
import type { CheckedExpression, Expression } from '../../expression/index.ts';
import type { Delay, Scenario, Trigger } from '../../scenario/index.ts';

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
