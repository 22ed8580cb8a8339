/** Every expression of a scenario, with what would still be read if nothing else read it. */
import type { CheckedExpression } from '../../../expression/index.ts';
import type { Delay, Effect, MeasureRule, Scenario, Trigger } from '../../model.ts';

/** What an expression gives its value to; null when the value acts on the run or is reported. */
export type Reader = { readonly kind: 'variable' | 'auxiliary'; readonly index: number } | null;

export interface Placed {
  readonly expression: CheckedExpression;
  readonly reader: Reader;
}

const acting = (expression: CheckedExpression | null): Placed[] =>
  expression === null ? [] : [{ expression, reader: null }];

const ofDelay = (delay: Delay): Placed[] => (delay.kind === 'expression' ? acting(delay.expression) : []);

function ofTrigger(trigger: Trigger | null): Placed[] {
  if (trigger === null) return [];
  if (trigger.kind === 'when') return acting(trigger.condition);
  const enabled = acting(trigger.while);
  switch (trigger.kind) {
    case 'hazard':
      return [...acting(trigger.hazard), ...enabled];
    case 'chance':
      return [...acting(trigger.chance), ...enabled];
    case 'after':
      return [...ofDelay(trigger.delay), ...enabled];
    case 'every':
      return [...ofDelay(trigger.gap), ...enabled];
    case 'date':
      return enabled;
    default:
      throw new Error(`no such trigger: ${JSON.stringify(trigger satisfies never)}`);
  }
}

const ofEffects = (effects: readonly Effect[]): Placed[] =>
  effects.map(({ variable, expression }) => ({ expression, reader: { kind: 'variable', index: variable } }));

function ofMeasure(rule: MeasureRule): Placed[] {
  if ('expression' in rule) return acting(rule.expression);
  return 'of' in rule && rule.of.kind === 'expression' ? acting(rule.of.expression) : [];
}

/** In document order by section. */
export function expressionsOf(scenario: Scenario): Placed[] {
  const variable = (index: number, expression: CheckedExpression | null): Placed[] =>
    expression === null ? [] : [{ expression, reader: { kind: 'variable', index } }];
  const auxiliary = (index: number, expression: CheckedExpression): Placed => ({
    expression,
    reader: { kind: 'auxiliary', index },
  });
  return [
    ...scenario.variables.flatMap(({ index, initial, rule, noise }) => [
      ...variable(index, initial),
      ...variable(index, rule?.expression ?? null),
      ...variable(index, noise),
    ]),
    ...scenario.auxiliaries.map(({ index, value }) => auxiliary(index, value)),
    ...scenario.stages.flatMap((stage) => [
      ...ofEffects(stage.entry),
      ...ofEffects(stage.exit),
      ...stage.auxiliaries.map((rule) => auxiliary(rule.auxiliary, rule.value)),
      ...stage.rules.flatMap((rule) => variable(rule.variable, rule.rule.expression)),
    ]),
    ...scenario.transitions.flatMap(({ trigger, effects }) => [...ofTrigger(trigger), ...ofEffects(effects)]),
    ...scenario.decisions.flatMap(({ ask, options }) => [
      ...ofTrigger(ask),
      ...options.flatMap(({ available, weight, effects }) => [
        ...acting(available),
        ...acting(weight),
        ...ofEffects(effects),
      ]),
    ]),
    ...scenario.shocks.flatMap(({ trigger, effects }) => [...ofTrigger(trigger), ...ofEffects(effects)]),
    ...scenario.outcomes.flatMap(({ atHorizon }) => acting(atHorizon)),
    ...scenario.measures.flatMap(({ rule }) => ofMeasure(rule)),
    ...scenario.promises.flatMap(({ given }) => acting(given)),
  ];
}
