/** Who reads what of stages and happenings, and when in a step. */
import type { CheckedExpression, Expression } from '../../expression/index.ts';
import type { Delay, MeasureRule, Scenario, Trigger } from '../../scenario/index.ts';

/** What is read after something may have happened in a step, by effects, delays, rules and noise, as it was before. */
export interface ReadLater {
  readonly happenings: ReadonlySet<number>;
  /** Also those whose rules hold while they are active. */
  readonly stages: ReadonlySet<number>;
}

/** It becomes visible only at the end of a step. */
export function readLater(scenario: Scenario): ReadLater {
  const { transitions, decisions, shocks, stages } = scenario;
  const options = decisions.flatMap((decision) => decision.options);
  const lists = [
    ...[...transitions, ...options, ...shocks].map(({ effects }) => effects),
    ...stages.flatMap(({ entry, exit }) => [entry, exit]),
  ];
  const expressions: readonly (CheckedExpression | null)[] = [
    ...lists.flat().map(({ expression }) => expression),
    ...triggersOf(scenario).map(waitExpression),
    ...rulesOf(scenario),
  ];
  const ruling = stages.filter(({ rules }) => rules.length > 0).map(({ index }) => index);
  const found = { happenings: new Set<number>(), stages: new Set<number>(ruling) };
  for (const expression of expressions) if (expression !== null) gather(expression.tree, found);
  return found;
}

/** Happenings whose count or last time is read in every step: by triggers, auxiliaries, rules, noise and measures. */
export function readSteadily(scenario: Scenario): ReadonlySet<number> {
  const found = { happenings: new Set<number>(), stages: new Set<number>() };
  const expressions = [
    ...triggersOf(scenario).flatMap(triggerExpressions),
    ...scenario.auxiliaries.map(({ value }) => value),
    ...scenario.stages.flatMap(({ auxiliaries }) => auxiliaries.map(({ value }) => value)),
    ...rulesOf(scenario),
    ...scenario.measures.map(({ rule }) => measureExpression(rule)),
  ];
  for (const expression of expressions) if (expression !== null) gather(expression.tree, found);
  return found.happenings;
}

const triggersOf = ({ transitions, shocks, decisions }: Scenario): readonly (Trigger | null)[] => [
  ...[...transitions, ...shocks].map(({ trigger }) => trigger),
  ...decisions.map(({ ask }) => ask),
];

const rulesOf = ({ variables, stages }: Scenario): readonly (CheckedExpression | null)[] => [
  ...variables.flatMap(({ rule, noise }) => [rule?.expression ?? null, noise]),
  ...stages.flatMap(({ rules }) => rules.map(({ rule }) => rule.expression)),
];

/** What is evaluated of a trigger in a step. */
function triggerExpressions(trigger: Trigger | null): readonly (CheckedExpression | null)[] {
  switch (trigger?.kind) {
    case undefined:
      return [];
    case 'hazard':
      return [trigger.hazard, trigger.while];
    case 'chance':
      return [trigger.chance, trigger.while];
    case 'when':
      return [trigger.condition];
    case 'after':
    case 'every':
    case 'date':
      return [trigger.while];
    default:
      return trigger satisfies never;
  }
}

function measureExpression(rule: MeasureRule): CheckedExpression | null {
  if ('expression' in rule) return rule.expression;
  return 'of' in rule && rule.of.kind === 'expression' ? rule.of.expression : null;
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
