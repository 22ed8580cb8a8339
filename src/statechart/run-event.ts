/** Events of the machine: a happening, or one of the driver's own that begin, prepare and end a step. */
import type { TriggerState } from './trigger-state.ts';

/** The run begins: the entry effects of the stages it starts in. */
export const START = 'step:start';
/** Clocks have been advanced and decisions settled. */
export const SETTLED = 'step:settled';
/** What stages wait for is armed, where XState does not come to it by itself. */
export const ARM = 'step:arm';
/** The step ends: variables and time move. */
export const TICK = 'step:tick';

export interface HappeningEvent {
  /** The path of the happening that asks to be applied, as `eventType` spells it. */
  readonly type: string;
  /** Its place among the applications of the step, from 0. */
  readonly order: number;
  /** Whose trigger is used. */
  readonly armable: number;
  /** The stages to which regions move. */
  readonly moves: readonly number[];
  /** What happens, in the order of the lists: the happening itself, then an option. */
  readonly happenings: readonly number[];
}

export interface SettledEvent {
  readonly type: typeof SETTLED;
  readonly triggers: readonly (TriggerState | null)[];
  readonly armings: readonly number[];
  readonly asked: readonly number[];
  readonly fixedUnavailable: readonly number[];
}

export interface PlainEvent {
  readonly type: typeof START | typeof ARM | typeof TICK;
}

export type RunEvent = HappeningEvent | SettledEvent | PlainEvent;

export const isHappening = (event: RunEvent): event is HappeningEvent => 'moves' in event;
export const isSettled = (event: RunEvent): event is SettledEvent => 'triggers' in event;

/**
 * The event type of a happening: its path. XState keeps types that begin with `xstate.` for itself, so those of a
 * region of that name get a mark in front.
 */
export const eventType = (path: string): string => (path.startsWith('xstate') ? `:${path}` : path);
