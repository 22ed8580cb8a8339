/**
 * A trigger's life: armed, advanced a step at a time, used. All of it pure; times in days.
 *
 * Clocks are Anderson's random time change: a clock rings where the hazard accumulated since arming reaches a standard
 * exponential threshold (Anderson 2007, "A modified next reaction method", J. Chem. Phys. 127, 214107).
 */
import { log, quantile, uniformAt } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Armable, CompiledTrigger, Wait } from './armable.ts';
import type { RunView } from './run-context.ts';
import { expressionFault, placeFault } from './run-fault.ts';
import type { AfterState, ClockState, EveryState, TriggerState, WhenState } from './trigger-state.ts';

/** Slack of comparisons of times that are products of steps and dt. */
const TIME_SLACK = 1e-9;
/** Falls of an `every` in one step beyond which the run is at fault. */
const MOST_FALLS = 10_000;

/** Who draws, and from where: the run's view with its key. */
export interface DrawingView extends RunView {
  readonly key: { readonly key0: number; readonly key1: number };
}

/** A trigger's new state and how many draws it has used in the run by now. */
export interface Advanced {
  readonly state: TriggerState;
  readonly armings: number;
}

/** The uniform of an armable's n-th draw. */
export const drawAt = (armable: Armable, view: DrawingView, n: number): number =>
  uniformAt(view.key, view.future, armable.site, view.luck, n);

/** A standard exponential: the threshold of a clock. */
export const thresholdAt = (armable: Armable, view: DrawingView, n: number): number =>
  -log(1 - drawAt(armable, view, n));

/**
 * Arms a trigger. `since` is the state with which its stay begins, `armings` the number of draws it has used so far.
 * Delay expressions read `view`. Throws `RunFault` when a delay or a gap will not do.
 */
export function arm(
  scenario: Scenario,
  armable: Armable,
  view: DrawingView,
  armings: number,
  since: number,
): Advanced {
  const { trigger } = armable;
  switch (trigger.kind) {
    case 'clock': {
      const threshold = thresholdAt(armable, view, armings);
      return { state: dealtClock(threshold), armings: armings + 1 };
    }
    case 'after': {
      const delay = waitDays(armable, trigger.wait, view, armings);
      const state: AfterState = { kind: 'after', due: false, armed: since, delay, used: false };
      return { state, armings: armings + drawsOf(trigger.wait) };
    }
    case 'every': {
      const gap = gapDays(scenario, armable, trigger.wait, view, armings);
      const state: EveryState = {
        kind: 'every',
        due: false,
        fallen: false,
        enabledSteps: 0,
        falls: 0,
        lastFall: 0,
        nextFall: gap,
        gap,
        draw: armings,
      };
      return { state, armings: armings + drawsOf(trigger.wait) };
    }
    case 'when':
      return { state: { kind: 'when', due: false, latched: false }, armings };
    case 'date':
      return { state: { kind: 'date', due: false }, armings };
    default:
      throw new Error(`not a trigger: ${JSON.stringify(trigger satisfies never)}`);
  }
}

const dealtClock = (threshold: number): ClockState => ({
  kind: 'clock',
  due: false,
  threshold,
  risk: 0,
  rungStep: -1,
  fraction: 0,
  rate: 0,
});

const drawsOf = (wait: Wait): number => (wait.kind === 'drawn' ? 1 : 0);

function waitDays(armable: Armable, wait: Wait, view: DrawingView, n: number): number {
  switch (wait.kind) {
    case 'fixed':
      return wait.days;
    case 'drawn':
      return quantile(wait.map, drawAt(armable, view, n));
    case 'expression':
      return wait.read(view);
    default:
      throw new Error(`not a wait: ${JSON.stringify(wait satisfies never)}`);
  }
}

function gapDays(scenario: Scenario, armable: Armable, wait: Wait, view: DrawingView, n: number): number {
  const gap = waitDays(armable, wait, view, n);
  if (gap > 0) return gap;
  const of = wait.kind === 'expression' ? ` \`${wait.expression.text}\`` : '';
  const what = `the gap${of} of this \`every\` is ${gap} days, not more than 0`;
  if (wait.kind === 'expression') {
    throw expressionFault(scenario, wait.expression, 'gap-not-positive', what, view);
  }
  throw placeFault(scenario, armable.place, 'gap-not-positive', what, view);
}

/** A trigger after the step that starts in `view`, `due` told. */
export function advance(
  scenario: Scenario,
  armable: Armable,
  state: TriggerState,
  view: DrawingView,
  armings: number,
): Advanced {
  const { trigger } = armable;
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
    return advanceEvery(scenario, armable, trigger, state, view, armings);
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

function advanceEvery(
  scenario: Scenario,
  armable: Armable,
  trigger: Extract<CompiledTrigger, { kind: 'every' }>,
  state: EveryState,
  view: DrawingView,
  armings: number,
): Advanced {
  if (!isEnabled(trigger, view)) return { state: withDue(state, false), armings };
  const enabledSteps = state.enabledSteps + 1;
  const latest = enabledSteps * view.dt + TIME_SLACK;
  let { falls, lastFall, nextFall, gap, draw } = state;
  let used = armings;
  while (nextFall <= latest) {
    falls++;
    if (falls - state.falls > MOST_FALLS) throw tooOften(scenario, armable, view);
    lastFall = nextFall;
    if (trigger.wait.kind === 'drawn') {
      draw = used;
      gap = gapDays(scenario, armable, trigger.wait, view, used);
      used++;
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
  return { state: next, armings: used };
}

function tooOften(scenario: Scenario, armable: Armable, view: RunView) {
  const what = `this \`every\` falls due more than ${MOST_FALLS} times in one step`;
  return placeFault(scenario, armable.place, 'every-too-often', what, view);
}

function advanceWhen(holds: boolean, state: WhenState): WhenState {
  const latched = state.latched && holds;
  const due = holds && !latched;
  return state.due === due && state.latched === latched ? state : { kind: 'when', due, latched };
}

/** A trigger after it was chosen and its stage was not left; null when it is used up. */
export function afterUse(
  armable: Armable,
  state: TriggerState,
  view: DrawingView,
  armings: number,
): { readonly state: TriggerState | null; readonly armings: number } {
  if (!armable.again) return { state: null, armings };
  switch (state.kind) {
    case 'clock':
      return { state: dealtClock(thresholdAt(armable, view, armings)), armings: armings + 1 };
    case 'after':
      return { state: { ...state, due: false, used: true }, armings };
    case 'every':
      return { state: { ...state, due: false, fallen: false }, armings };
    case 'when':
      return { state: { ...state, due: false, latched: true }, armings };
    case 'date':
      return { state: { ...state, due: false }, armings };
    default:
      throw new Error(`not a trigger's state: ${JSON.stringify(state satisfies never)}`);
  }
}
