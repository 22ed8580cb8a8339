/**
 * A trigger through one step: what accumulates, what has passed, whether it is due. Times in days.
 *
 * Clocks are Anderson's random time change: a clock rings where the hazard accumulated since arming reaches a standard
 * exponential threshold (Anderson 2007, "A modified next reaction method", J. Chem. Phys. 127, 214107).
 */
import { type Drawn, gapDays } from './arm.ts';
import type { Armable, CompiledTrigger } from './armable.ts';
import type { DrawingView } from './draw.ts';
import type { RunView } from './run-context.ts';
import type { RunFault } from './run-fault.ts';
import type { AfterState, ClockState, EveryState, TriggerState, WhenState } from './trigger-state.ts';

/** Slack of comparisons of times that are products of steps and dt. */
const TIME_SLACK = 1e-9;
/** Falls of an `every` in one step beyond which the run is at fault. */
const MOST_FALLS = 10_000;

/** A trigger after the step that starts in `view`, `due` told. */
export function advance(armable: Armable, state: TriggerState, view: DrawingView): Drawn {
  const { trigger } = armable;
  const armings = view.armings[armable.index]!;
  if (trigger.kind === 'clock' && state.kind === 'clock') {
    return { state: advanceClock(trigger, state, view), armings };
  }
  if (trigger.kind === 'after' && state.kind === 'after') {
    const stay = (view.step - state.armed) * view.dt + view.dt;
    return {
      state: withDue(state, !state.used && overdueAt(state, stay) && isEnabled(trigger, view)),
      armings,
    };
  }
  if (trigger.kind === 'every' && state.kind === 'every') {
    return advanceEvery(armable, state, view);
  }
  if (trigger.kind === 'when' && state.kind === 'when') {
    return { state: advanceWhen(trigger.holds(view), state), armings };
  }
  if (trigger.kind === 'date') {
    return { state: withDue(state, trigger.step === view.step && isEnabled(trigger, view)), armings };
  }
  throw new Error(`${armable.path}: a ${trigger.kind} cannot go on from a ${state.kind}`);
}

const isEnabled = (trigger: Exclude<CompiledTrigger, { kind: 'when' }>, view: RunView): boolean =>
  trigger.enabled === null || trigger.enabled(view);

const withDue = <T extends TriggerState>(state: T, due: boolean): T =>
  state.due === due ? state : { ...state, due };

/** Whether a stay of so many days reaches the delay. */
export const overdueAt = (state: AfterState, stay: number): boolean => stay >= state.delay - TIME_SLACK;

function advanceClock(
  trigger: Extract<CompiledTrigger, { kind: 'clock' }>,
  state: ClockState,
  view: RunView,
): ClockState {
  const enabled = isEnabled(trigger, view);
  if (state.rungStep >= 0 || !enabled) return withDue(state, state.rungStep >= 0 && enabled);
  const rate = trigger.read(view);
  const hazard = trigger.rate(rate);
  const increase = hazard * view.dt;
  const risk = state.risk + increase;
  if (!(risk >= state.threshold && hazard > 0)) return { ...state, due: false, risk, rate };
  const fraction = (state.threshold - state.risk) / increase;
  return { ...state, due: true, risk, rate, rungStep: view.step, fraction };
}

function advanceEvery(armable: Armable, state: EveryState, view: DrawingView): Drawn {
  const { trigger } = armable;
  if (trigger.kind !== 'every') throw new Error(`${armable.path} is no \`every\``);
  let armings = view.armings[armable.index]!;
  if (!isEnabled(trigger, view)) return { state: withDue(state, false), armings };
  const enabledSteps = state.enabledSteps + 1;
  const latest = enabledSteps * view.dt + TIME_SLACK;
  let { falls, lastFall, nextFall, gap, draw } = state;
  while (nextFall <= latest) {
    falls++;
    if (falls - state.falls > MOST_FALLS) throw tooOften(armable, view);
    lastFall = nextFall;
    if (trigger.wait.kind === 'drawn') {
      draw = armings;
      gap = gapDays(armable, view, armings);
      armings++;
      nextFall = lastFall + gap;
    } else {
      nextFall = (falls + 1) * gap;
    }
  }
  const fallen = state.fallen || falls > state.falls;
  const next: EveryState = {
    kind: 'every',
    due: fallen,
    fallen,
    enabledSteps,
    falls,
    lastFall,
    nextFall,
    gap,
    draw,
  };
  return { state: next, armings };
}

const tooOften = (armable: Armable, view: RunView): RunFault =>
  armable.fault(view, 'every-too-often', `it falls due more than ${MOST_FALLS} times in one step`);

function advanceWhen(holds: boolean, state: WhenState): WhenState {
  const latched = state.latched && holds;
  const due = holds && !latched;
  return state.due === due && state.latched === latched ? state : { kind: 'when', due, latched };
}
