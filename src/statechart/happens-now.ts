/** "It happens now": the trigger of a happening is made due in the step that begins. */
import { type Armed, armedHappening, openBut, withTrigger } from './armed-happening.ts';
import type { Chart } from './chart.ts';
import type { Fork, Impossible } from './fork.ts';
import type { RunContext } from './run-context.ts';
import type { TriggerState } from './trigger-state.ts';

/**
 * A clock counts as the earliest of those that rang; a delay is over; a fall has come. Whether it then happens is left to
 * the rules: another transition of its region may be due before it, and what it would move may have moved already.
 */
export function happensNow(chart: Chart, fork: Fork, happening: number): Fork | Impossible {
  const armed = armedHappening(chart, fork.context, happening);
  if ('impossible' in armed) return armed;
  const due = madeDue(armed, fork.context);
  if ('impossible' in due) return due;
  const { index } = armed.armable;
  return { ...withTrigger(fork, index, due), open: openBut(fork.open, index) };
}

function madeDue({ armable, state }: Armed, context: RunContext): TriggerState | Impossible {
  const { path, trigger } = armable;
  if (trigger.kind !== 'when' && trigger.enabled?.(context) === false) {
    return { impossible: `${path} cannot happen now: its \`while\` does not hold` };
  }
  switch (state.kind) {
    case 'clock':
      return { ...state, rungStep: 0, fraction: -1 };
    case 'after':
      if (state.used) return { impossible: `${path} has happened once in this stay, which is all it can` };
      return { ...state, delay: 0 };
    case 'every':
      return { ...state, fallen: true };
    case 'when':
      return { impossible: `${path} depends on a condition alone: change what that reads instead` };
    case 'date':
      return { impossible: `${path} happens at its date alone` };
    default:
      throw new Error(`not a trigger's state: ${JSON.stringify(state satisfies never)}`);
  }
}
