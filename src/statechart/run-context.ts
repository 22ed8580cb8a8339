/**
 * The live state of one run: the context of the XState machine. Plain data throughout; nothing in it is ever changed
 * in place. Expressions read it directly: it is a `StateView` of the state at the start of the step, except that
 * `variables` are the current ones while a step is being applied.
 */
import type { StateView } from '../expression/index.ts';
import type { Key } from '../random/index.ts';
import type { Point } from '../scenario/index.ts';
import type { TriggerState } from './trigger-state.ts';

/** Where a run's draws come from. `draw` and `luck` are run numbers; `future` is 0 unless luck was renewed. */
export interface Luck {
  readonly key: Key;
  /** Number of the parameter draw (p). */
  readonly draw: number;
  /** Number of the luck (r): every draw but the parameters'. */
  readonly luck: number;
  readonly future: number;
}

/** What compiled expressions read: the state, and whose run it is should they fail. */
export interface RunView extends StateView {
  readonly draw: number;
  readonly luck: number;
  readonly future: number;
}

/** What the run was given and never changes. */
interface Given extends Luck {
  readonly point: Point;
  readonly parameters: readonly number[];
  /** Days in a step. */
  readonly dt: number;
}

/** State k, where k = `step`. */
interface State {
  readonly step: number;
  readonly variables: readonly number[];
  readonly auxiliaries: readonly number[];
  /** By stage: the state with which its present stay began, -1 when it is not active. */
  readonly entered: readonly number[];
  /** By happening: how often so far, and the step in which it last happened (-1: never). */
  readonly times: readonly number[];
  readonly last: readonly number[];
  /** By armable (see `armable.ts`); null when it is not armed. */
  readonly triggers: readonly (TriggerState | null)[];
  /** By armable: how many draws it has used, the n of its next one. */
  readonly armings: readonly number[];
  /** By decision: how often it was asked, and how often its fixed option could not be taken. */
  readonly asked: readonly number[];
  readonly fixedUnavailable: readonly number[];
  /** Accumulators of the measures over the states so far (see `measures.ts`). */
  readonly measures: readonly number[];
  /** The outcome the run ended with; null while it goes on. */
  readonly ended: number | null;
}

/** What the step under way has done so far; empty between steps. */
interface Underway {
  /** Applications so far. */
  readonly applied: number;
  readonly happened: readonly number[];
  /** Regions that have moved. */
  readonly moved: readonly number[];
  /** Stages left, in the order in which the machine left them, and stages entered. */
  readonly left: readonly number[];
  readonly arrived: readonly number[];
  /** Stages entered by the present application, whose triggers are still to be armed. */
  readonly arming: readonly number[];
}

export type RunContext = Given & State & Underway;

export const NOTHING_UNDERWAY: Underway = {
  applied: 0,
  happened: [],
  moved: [],
  left: [],
  arrived: [],
  arming: [],
};
