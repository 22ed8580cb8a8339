/** Arming and use of triggers: how a trigger's stay begins, and what becomes of it when it was chosen. */
import { quantile } from '../random/index.ts';
import type { Armable, Wait } from './armable.ts';
import { type DrawingView, drawAt, thresholdAt } from './draw.ts';
import type { AfterState, ClockState, EveryState, TriggerState } from './trigger-state.ts';

/** A trigger's new state, and how many draws it has used in the run by now. */
export interface Drawn {
  readonly state: TriggerState;
  readonly armings: number;
}

/**
 * Arms a trigger for a stay that begins with the state `since`. Delay expressions read `view`. Throws `RunFault` when
 * a delay or a gap will not do.
 */
export function arm(armable: Armable, view: DrawingView, since: number): Drawn {
  const { trigger } = armable;
  const armings = view.armings[armable.index]!;
  switch (trigger.kind) {
    case 'clock': {
      const threshold = thresholdAt(armable, view, armings);
      return { state: dealtClock(threshold), armings: armings + 1 };
    }
    case 'after': {
      const delay = waitDays(armable, view, armings);
      const state: AfterState = { kind: 'after', due: false, armed: since, delay, used: false };
      return { state, armings: armings + drawsOf(trigger.wait) };
    }
    case 'every': {
      const gap = gapDays(armable, view, armings);
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

/** A clock that has been dealt its threshold and has run no risk yet. */
export const dealtClock = (threshold: number): ClockState => ({
  kind: 'clock',
  due: false,
  threshold,
  risk: 0,
  rungStep: -1,
  fraction: 0,
  rate: 0,
});

const drawsOf = (wait: Wait): number => (wait.kind === 'drawn' ? 1 : 0);

/** What an `after` or an `every` waits for, its n-th draw if it draws. */
function waitDays(armable: Armable, view: DrawingView, n: number): number {
  const { trigger } = armable;
  if (trigger.kind !== 'after' && trigger.kind !== 'every') throw new Error(`${armable.path} does not wait`);
  const { wait } = trigger;
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

/** A gap of an `every` in days, its n-th draw if it draws. Throws `RunFault` when it is not positive. */
export function gapDays(armable: Armable, view: DrawingView, n: number): number {
  const gap = waitDays(armable, view, n);
  if (gap > 0) return gap;
  throw armable.fault(view, 'gap-not-positive', `the gap is ${gap} days, not more than 0`);
}

/** What `afterUse` leaves: null when the trigger is used up. */
export type Used = Omit<Drawn, 'state'> & { readonly state: TriggerState | null };

/** A trigger after it was chosen and its stage was not left; null when it is used up. */
export function afterUse(armable: Armable, state: TriggerState, view: DrawingView): Used {
  const armings = view.armings[armable.index]!;
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
