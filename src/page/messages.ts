/** What the page and its worker say to each other. An answer carries the number of the question. */
import type { Estimate } from '../analysis/index.ts';
import type { SimulationResult } from '../experiment/index.ts';
import type { Settings } from '../scenario/index.ts';

export interface Question {
  readonly settings: Settings;
  readonly seed: string;
  readonly runs: number;
}

export type ToWorker =
  /** The page's model as the page holds it. */
  | { readonly kind: 'open'; readonly model: string }
  /** Replaces any question under way. */
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question };

/** How the runs of a question end so far, beside the scenario as its file says on the same luck. */
export interface Picture {
  readonly result: SimulationResult;
  readonly baseline: SimulationResult;
  /** By outcome: the share now less the file's; null where the settings change nothing. */
  readonly changes: readonly Estimate[] | null;
  /** Runs in each side's result, and runs asked for. */
  readonly done: number;
  readonly wanted: number;
  /** Runs a second of one side, without waiting. */
  readonly pace: number;
}

export type FromWorker =
  | { readonly kind: 'picture'; readonly number: number; readonly picture: Picture }
  /** The settings do not fit the scenario, in sentences. */
  | { readonly kind: 'refused'; readonly number: number; readonly why: readonly string[] }
  /** A fault of ours. */
  | { readonly kind: 'broken'; readonly why: string };
