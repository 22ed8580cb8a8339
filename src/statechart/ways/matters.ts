/** What of a state bears on how it goes on: what some expression that matters reads. */
import { type CheckedExpression, type Expression, references, withParts } from '../../expression/index.ts';
import type { Effect, Point, Scenario, Trigger } from '../../scenario/index.ts';

/** Indexes. */
export interface Matters {
  readonly parameters: ReadonlySet<number>;
  readonly variables: ReadonlySet<number>;
  /** Stages whose days are read, and happenings whose counts or last days are. */
  readonly daysIn: ReadonlySet<number>;
  readonly times: ReadonlySet<number>;
  readonly since: ReadonlySet<number>;
}

/**
 * What matters to the chart and to `more` expressions. A variable that nothing reads but itself is reported only, and so
 * is a count: states that differ in nothing else go on alike.
 */
export function whatMatters(scenario: Scenario, point: Point, more: readonly CheckedExpression[]): Matters {
  const [parameters, variables, auxiliaries] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const [daysIn, times, since] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const open: CheckedExpression[] = [...chartExpressions(scenario, point), ...more];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const read = references(next.tree);
    for (const index of read.parameters) parameters.add(index);
    for (const index of read.times) times.add(index);
    for (const index of read.since) since.add(index);
    addDaysIn(next.tree, daysIn);
    for (const index of read.variables) {
      if (!variables.has(index)) open.push(...variableExpressions(scenario, index));
      variables.add(index);
    }
    for (const index of read.auxiliaries) {
      if (!auxiliaries.has(index)) open.push(...auxiliaryExpressions(scenario, index));
      auxiliaries.add(index);
    }
  }
  return { parameters, variables, daysIn, times, since };
}

function addDaysIn(node: Expression, into: Set<number>): Expression {
  if (node.kind === 'days_in') into.add(node.stage);
  return withParts(node, (part) => addDaysIn(part, into));
}

const known = (expressions: readonly (CheckedExpression | null)[]): readonly CheckedExpression[] =>
  expressions.filter((one) => one !== null);

function chartExpressions(scenario: Scenario, { removed }: Point): readonly CheckedExpression[] {
  const { transitions, shocks, decisions, outcomes } = scenario;
  return [
    ...transitions
      .filter(({ happening }) => !removed[happening])
      .flatMap(({ trigger }) => ofTrigger(trigger)),
    ...shocks.filter(({ happening }) => !removed[happening]).flatMap(({ trigger }) => ofTrigger(trigger)),
    ...decisions.flatMap(({ ask }) => (ask === null ? [] : ofTrigger(ask))),
    ...known(
      decisions.flatMap(({ options }) =>
        options
          .filter(({ happening }) => !removed[happening])
          .flatMap(({ available, weight }) => [available, weight]),
      ),
    ),
    ...known(outcomes.map(({ atHorizon }) => atHorizon)),
  ];
}

function ofTrigger(trigger: Trigger): readonly CheckedExpression[] {
  switch (trigger.kind) {
    case 'hazard':
      return known([trigger.hazard, trigger.while]);
    case 'chance':
      return known([trigger.chance, trigger.while]);
    case 'after':
      return known([trigger.delay.kind === 'expression' ? trigger.delay.expression : null, trigger.while]);
    case 'every':
      return known([trigger.gap.kind === 'expression' ? trigger.gap.expression : null, trigger.while]);
    case 'when':
      return [trigger.condition];
    case 'date':
      return known([trigger.while]);
    default:
      throw new Error(`not a trigger: ${JSON.stringify(trigger satisfies never)}`);
  }
}

/** All that may change a variable. */
function variableExpressions(scenario: Scenario, index: number): readonly CheckedExpression[] {
  const { variables, stages, transitions, decisions, shocks } = scenario;
  const { initial, rule, noise } = variables[index]!;
  const lists: readonly (readonly Effect[])[] = [
    ...stages.flatMap(({ entry, exit }) => [entry, exit]),
    ...[...transitions, ...decisions.flatMap(({ options }) => options), ...shocks].map(
      ({ effects }) => effects,
    ),
  ];
  return [
    initial,
    ...known([rule?.expression ?? null, noise]),
    ...stages.flatMap(({ rules }) =>
      rules.filter(({ variable }) => variable === index).map((one) => one.rule.expression),
    ),
    ...lists.flat().flatMap(({ variable, expression }) => (variable === index ? [expression] : [])),
  ];
}

const auxiliaryExpressions = (
  { auxiliaries, stages }: Scenario,
  index: number,
): readonly CheckedExpression[] => [
  auxiliaries[index]!.value,
  ...stages.flatMap((stage) =>
    stage.auxiliaries.flatMap(({ auxiliary, value }) => (auxiliary === index ? [value] : [])),
  ),
];
