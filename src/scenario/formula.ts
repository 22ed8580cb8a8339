/** A scenario's expressions for people: as TeX, and what they read, by label. */
import {
  type CheckedExpression,
  identifierTex,
  references,
  toTex,
  toTexFactor,
} from '../expression/index.ts';
import type { Scenario, Trigger } from './model.ts';
import { namesByIndex } from './names-by-index.ts';

/** The expression in TeX's math mode, with the names of the file. */
export const expressionTex = (scenario: Scenario, { tree }: CheckedExpression): string =>
  toTex(tree, namesByIndex(scenario));

/** The same as a factor of a product. */
export const factorTex = (scenario: Scenario, { tree }: CheckedExpression): string =>
  toTexFactor(tree, namesByIndex(scenario));

/** The name of a value in TeX's math mode. */
export const nameTex: (name: string) => string = identifierTex;

/** What a trigger reads: its hazard, chance, condition or delay, and its `while`; null for what it has not. */
export function triggerExpressions(trigger: Trigger): readonly (CheckedExpression | null)[] {
  switch (trigger.kind) {
    case 'hazard':
      return [trigger.hazard, trigger.while];
    case 'chance':
      return [trigger.chance, trigger.while];
    case 'after':
      return [trigger.delay.kind === 'expression' ? trigger.delay.expression : null, trigger.while];
    case 'every':
      return [trigger.gap.kind === 'expression' ? trigger.gap.expression : null, trigger.while];
    case 'when':
      return [trigger.condition];
    case 'date':
      return [trigger.while];
    default:
      throw new Error(`not a trigger: ${JSON.stringify(trigger satisfies never)}`);
  }
}

/** A thing of the scenario that an expression reads. */
export interface Read {
  readonly kind: 'parameter' | 'variable' | 'auxiliary' | 'stage' | 'happening' | 'day' | 'dt';
  /** Name or path in the file; `day` or `dt`. */
  readonly name: string;
}

/** What the expressions read, each thing once: values, then stages, happenings and the clock, in order of appearance. */
export function readsOf(
  scenario: Scenario,
  expressions: readonly (CheckedExpression | null)[],
): readonly Read[] {
  const names = namesByIndex(scenario);
  const found = new Map<string, Read>();
  const add = (kind: Read['kind'], name: string): void => {
    found.set(`${kind} ${name}`, { kind, name });
  };
  const all = expressions.flatMap((expression) => (expression === null ? [] : [references(expression.tree)]));
  for (const read of all) {
    for (const index of read.parameters) add('parameter', names.parameter(index));
    for (const index of read.variables) add('variable', names.variable(index));
    for (const index of read.auxiliaries) add('auxiliary', names.auxiliary(index));
  }
  for (const read of all) {
    for (const index of read.stages) add('stage', names.stage(index));
    for (const index of read.happenings) add('happening', names.happening(index));
    if (read.day) add('day', 'day');
    if (read.dt) add('dt', 'dt');
  }
  return [...found.values()];
}
