/** What an expression reads when it is evaluated. */

/**
 * The state at the start of step `step`, by the indexes of the scenario. While effects are applied, `variables` are
 * the current ones and everything else is still that of the start of the step.
 */
export interface StateView {
  /** A `one_of` parameter's value is the index of its choice. */
  readonly parameters: ArrayLike<number>;
  readonly variables: ArrayLike<number>;
  /** A boolean auxiliary is 1 or 0. */
  readonly auxiliaries: ArrayLike<number>;
  readonly step: number;
  /** Days in a step. */
  readonly dt: number;
  /** By stage: the state with which its present stay began; -1 while it is not active. */
  readonly entered: ArrayLike<number>;
  /** By happening: how often so far. */
  readonly times: ArrayLike<number>;
  /** By happening: the step in which it last happened; -1 if never. */
  readonly last: ArrayLike<number>;
  /** How the run ended; only for expressions read at its end. */
  readonly outcome?: number;
}

/** What `since` gives when a happening never happened, in days. */
export const NEVER = 1e6;
