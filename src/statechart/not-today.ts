/** "It does not happen in this step": the trigger of a happening is set back, all other luck is kept. */
import { advance } from './advance.ts';
import { type Armed, armedHappening, openBut, withTrigger } from './armed-happening.ts';
import type { Chart } from './chart.ts';
import type { Fork, Impossible } from './fork.ts';
import { openTrigger, passedBy } from './open-draws.ts';
import type { RunContext } from './run-context.ts';
import type { AfterState, EveryState, TriggerState } from './trigger-state.ts';

/**
 * What is left to luck is dealt again given that it does not come in the step that begins: a clock keeps the risk it
 * will have passed by then (an exponential has no memory), a random delay is longer than that. What is not left to luck
 * is put off: a delay to the next step, a fall to the next one of its schedule, a condition until it has been false; a
 * date passes.
 */
export function notToday(chart: Chart, fork: Fork, happening: number): Fork | Impossible {
  const armed = armedHappening(chart, fork.context, happening);
  if ('impossible' in armed) return armed;
  const { armable, state } = armed;
  const { context } = fork;
  const reopened = asIfNotCome(state);
  const after = advance(armable, reopened, context).state;
  const open = openTrigger(armable, context, reopened, passedBy(context, state, after));
  if (open === null) return putOff(fork, armed);
  if (!Number.isFinite(open.base)) return { impossible: `${armable.path} is certain in this step` };
  return {
    ...withTrigger(fork, armable.index, reopened),
    open: openBut(fork.open, armable.index),
    setBack: [open],
  };
}

/** A trigger that may have rung or run out, open again. */
function asIfNotCome(state: TriggerState): TriggerState {
  switch (state.kind) {
    case 'clock':
      return { ...state, rungStep: -1 };
    case 'after':
      return { ...state, delay: Infinity };
    case 'every':
      return { ...state, fallen: false };
    default:
      return state;
  }
}

function putOff(fork: Fork, { armable, state }: Armed): Fork | Impossible {
  const { context } = fork;
  const { path, index, trigger } = armable;
  if (state.kind === 'after' && state.used) return fork;
  const isDrawn = (trigger.kind === 'after' || trigger.kind === 'every') && trigger.wait.kind === 'drawn';
  if (isDrawn) return { impossible: `${path} comes in this step at the latest` };
  const put = (next: TriggerState | null): Fork => ({
    ...withTrigger(fork, index, next),
    open: openBut(fork.open, index),
  });
  switch (state.kind) {
    case 'after':
      return put(nextStep(state, context));
    case 'every':
      return put(nextFall(state, context));
    case 'when':
      return put({ ...state, latched: true });
    case 'date':
      return put(null);
    default:
      return put(state);
  }
}

const nextStep = (state: AfterState, { step, dt }: RunContext): AfterState => {
  const soonest = (step - state.armed) * dt + 2 * dt;
  return soonest > state.delay ? { ...state, delay: soonest } : state;
};

/** A fall that has come, or comes by the end of the step, is left out. */
function nextFall(state: EveryState, { dt }: RunContext): EveryState {
  let { falls, lastFall, nextFall: next } = state;
  const latest = (state.enabledSteps + 1) * dt;
  while (next <= latest + 1e-9) {
    falls += 1;
    lastFall = next;
    next = (falls + 1) * state.gap;
  }
  return { ...state, fallen: false, falls, lastFall, nextFall: next };
}
