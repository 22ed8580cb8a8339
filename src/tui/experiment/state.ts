/** The state of the screen of a long experiment. */
import { type Look, outcomeLooks } from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Leading } from './leading.ts';

export interface ExperimentState {
  readonly title: string;
  /** What is run, in words: `9 points`, `3 sides (baseline, …)`. */
  readonly what: string;
  /** What gives the answer again. */
  readonly command: string;
  readonly outcomes: readonly { readonly label: string; readonly look: Look }[];
  readonly done: number;
  readonly total: number;
  /** Whether the total is only the most there may be: a search that ends when it has found. */
  readonly isOpenEnded: boolean;
  /** Milliseconds of work, without pauses; and when it was looked at last. */
  readonly workedMs: number;
  readonly lookedAt: number;
  readonly paused: boolean;
  readonly leading: Leading | null;
}

export interface ExperimentOpening {
  readonly scenario: Scenario;
  readonly what: string;
  readonly command: string;
  /** Milliseconds of work before the screen was opened. */
  readonly workedMs: number;
}

/** @param at milliseconds from any origin. */
export const initialExperiment = (
  { scenario, what, command, workedMs }: ExperimentOpening,
  at: number,
): ExperimentState => {
  const looks = outcomeLooks(scenario.outcomes);
  return {
    title: scenario.title,
    what,
    command,
    outcomes: scenario.outcomes.map(({ label }, index) => ({ label, look: looks[index]! })),
    done: 0,
    total: 0,
    isOpenEnded: false,
    workedMs,
    lookedAt: at,
    paused: false,
    leading: null,
  };
};

export type ExperimentAction =
  /** How far it is. @param at milliseconds from any origin. */
  | {
      readonly type: 'progress';
      readonly done: number;
      readonly total: number;
      readonly isOpenEnded: boolean;
      readonly leading: Leading | null;
      readonly at: number;
    }
  | { readonly type: 'pause'; readonly at: number };

export function reduceExperiment(state: ExperimentState, action: ExperimentAction): ExperimentState {
  const { at } = action;
  // What passed since the last look was work, unless it was paused.
  const since = state.paused ? 0 : Math.max(0, at - state.lookedAt);
  const now = { ...state, workedMs: state.workedMs + since, lookedAt: at };
  switch (action.type) {
    case 'pause':
      return { ...now, paused: !state.paused };
    case 'progress': {
      const { done, total, isOpenEnded, leading } = action;
      return { ...now, done, total, isOpenEnded, leading };
    }
    default:
      return action satisfies never;
  }
}

/** Runs a second; null before there is something to say. */
export const rateOf = ({ done, workedMs }: ExperimentState): number | null =>
  done === 0 || workedMs < 1 ? null : (1000 * done) / workedMs;

/** Null where it is not known. */
export function secondsLeft(state: ExperimentState): number | null {
  const rate = rateOf(state);
  return rate === null || state.isOpenEnded ? null : (state.total - state.done) / rate;
}
