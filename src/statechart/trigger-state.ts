/** What an armed trigger carries from step to step. `due` says whether it was due in the step last advanced. */

/** A hazard or a chance per day: accumulated risk against the threshold it was dealt. */
export interface ClockState {
  readonly kind: 'clock';
  readonly due: boolean;
  /** E, a standard exponential. */
  readonly threshold: number;
  /** A, the hazard accumulated since arming; it stands still once the clock has rung. */
  readonly risk: number;
  /** The step in which it rang, -1 before, and the fraction of that step at which it did. */
  readonly rungStep: number;
  readonly fraction: number;
  /** What its expression said (a hazard or a chance per day) in the step last advanced before or when it rang. */
  readonly rate: number;
}

export interface AfterState {
  readonly kind: 'after';
  readonly due: boolean;
  /** The state with which the stay began, and the delay in days. */
  readonly armed: number;
  readonly delay: number;
  readonly used: boolean;
}

export interface EveryState {
  readonly kind: 'every';
  readonly due: boolean;
  /** A fall has come that was not chosen yet. */
  readonly fallen: boolean;
  /** Steps since arming in which it was enabled: its own clock reads `enabledSteps` · dt. */
  readonly enabledSteps: number;
  /** Falls so far, and the times of the last and the next one in days of its own clock. */
  readonly falls: number;
  readonly lastFall: number;
  readonly nextFall: number;
  /** The gap before the next fall; `draw` is the n it was drawn at. */
  readonly gap: number;
  readonly draw: number;
}

export interface WhenState {
  readonly kind: 'when';
  readonly due: boolean;
  /** It was chosen, and its condition has held ever since. */
  readonly latched: boolean;
}

/** Due in its one step only. */
export interface DateState {
  readonly kind: 'date';
  readonly due: boolean;
}

export type TriggerState = ClockState | AfterState | EveryState | WhenState | DateState;
