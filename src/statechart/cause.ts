/** Why something was due: its trigger with what its expression said and read. */
import type { CheckedExpression } from '../expression/index.ts';
import type { Delay, Scenario } from '../scenario/index.ts';
import type { Armable } from './armable.ts';
import type { Cause } from './record.ts';
import type { RunContext } from './run-context.ts';
import type { ClockState } from './trigger-state.ts';
import { valuesIn } from './values-read.ts';

/** The cause of an armable that is due; `context` is the start of the step with its triggers advanced. */
export function causeOf(scenario: Scenario, armable: Armable, context: RunContext): Cause {
  const state = context.triggers[armable.index]!;
  const trigger = armable.source;
  if (trigger.kind === 'hazard' && state.kind === 'clock') {
    return clockCause(scenario, context, { kind: 'hazard', expression: trigger.hazard, state });
  }
  if (trigger.kind === 'chance' && state.kind === 'clock') {
    return clockCause(scenario, context, { kind: 'chance', expression: trigger.chance, state });
  }
  if (trigger.kind === 'when') {
    const { condition } = trigger;
    return { kind: 'when', text: condition.text, values: valuesIn(scenario, condition, context) };
  }
  if (trigger.kind === 'after' && state.kind === 'after') {
    return { kind: 'after', delay: state.delay, ...waiting(trigger.delay) };
  }
  if (trigger.kind === 'every' && state.kind === 'every') {
    return { kind: 'every', gap: state.gap, ...waiting(trigger.gap) };
  }
  if (trigger.kind === 'date') return { kind: 'date', day: trigger.day };
  throw new Error(`${armable.path}: a ${trigger.kind} with the state of a ${state.kind}`);
}

interface RungClock {
  readonly kind: 'hazard' | 'chance';
  readonly expression: CheckedExpression;
  readonly state: ClockState;
}

/** A clock that rang in an earlier step and lost is not asked again what it reads. */
function clockCause(scenario: Scenario, context: RunContext, { kind, expression, state }: RungClock): Cause {
  const { rate, risk, threshold, rungStep, fraction } = state;
  const values = rungStep === context.step ? valuesIn(scenario, expression, context) : [];
  return { kind, text: expression.text, values, rate, risk, threshold, rungStep, fraction };
}

const waiting = (delay: Delay): { readonly text: string | null; readonly drawn: boolean } => ({
  text: delay.kind === 'expression' ? delay.expression.text : null,
  drawn: delay.kind === 'distribution',
});
