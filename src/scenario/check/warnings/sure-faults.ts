/** Expressions that read nothing and would stop every run that comes to them. */
import type { CheckedExpression } from '../../../expression/index.ts';
import type { Scenario, Trigger } from '../../model.ts';
import type { Check } from '../check.ts';
import { constantValue } from '../constant.ts';
import { expressionsOf } from './all-expressions.ts';

type Rule = (value: number) => string | null;

const notNegative =
  (what: string): Rule =>
  (value) =>
    value < 0 ? `${what} is never below 0` : null;
const isChance: Rule = (value) => (value < 0 || value > 1 ? 'a chance lies between 0 and 1' : null);
const isGap: Rule = (value) => (value > 0 ? null : 'a gap is above 0');

/** Reports constants that are not finite, or not what their place takes, each once. */
export function warnOfSureFaults(check: Check, scenario: Scenario): void {
  const warn = (expression: CheckedExpression, why: string): void =>
    check.report.add(check.originOf(expression), {
      code: 'sure-fault',
      message: `\`${expression.text}\` stops every run that comes to it: ${why}`,
      mend: 'Change the number.',
    });
  for (const { expression } of expressionsOf(scenario)) {
    const value = constantValue(expression);
    if (value !== null && !Number.isFinite(value)) warn(expression, 'its value is not a finite number');
  }
  const judge = (expression: CheckedExpression, rule: Rule): void => {
    const value = constantValue(expression);
    const why = value === null || !Number.isFinite(value) ? null : rule(value);
    if (why !== null) warn(expression, why);
  };
  for (const trigger of triggersOf(scenario)) {
    if (trigger.kind === 'hazard') judge(trigger.hazard, notNegative('a hazard'));
    else if (trigger.kind === 'chance') judge(trigger.chance, isChance);
    else if (trigger.kind === 'every' && trigger.gap.kind === 'expression')
      judge(trigger.gap.expression, isGap);
  }
  for (const { weight } of scenario.decisions.flatMap(({ options }) => options)) {
    if (weight !== null) judge(weight, notNegative('a weight'));
  }
}

const triggersOf = ({ transitions, decisions, shocks }: Scenario): Trigger[] => [
  ...transitions.map(({ trigger }) => trigger),
  ...decisions.flatMap(({ ask }) => (ask === null ? [] : [ask])),
  ...shocks.map(({ trigger }) => trigger),
];
