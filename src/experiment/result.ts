/** What `simulate` answers: the outcome distribution and what goes with it, as plain data for every front end. */
import type { Estimate } from '../analysis/index.ts';
import type { PrecisionReport } from './precision.ts';

export interface Manifest {
  readonly version: string;
  readonly scenario: string;
  readonly scenario_hash: string;
  readonly seed: string;
  readonly runs: number;
  readonly set: Readonly<Record<string, number | string>>;
  readonly decide: Readonly<Record<string, string>>;
  readonly without: readonly string[];
  readonly variant: string | null;
  readonly at_baseline: boolean;
  /** The command that gives this result again. */
  readonly command: string;
}

export interface OutcomeResult {
  readonly id: string;
  readonly label: string;
  readonly colour: string | null;
  readonly count: number;
  /** Share of all runs, 95 % Wilson interval. */
  readonly share: Estimate;
}

export const QUANTILE_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface MeasureResult {
  readonly id: string;
  readonly label: string;
  readonly unit: string | null;
  readonly boolean: boolean;
  /** null when no run has a value. A yes-or-no measure's mean is its share, with Wilson's interval. */
  readonly mean: Estimate | null;
  /** Standard error of the mean. */
  readonly se: number | null;
  /** Parallel to QUANTILE_LEVELS; null when no run has a value. */
  readonly quantiles: readonly (number | null)[];
  /** True above a million runs, where a sketch of 0.1 % relative error stands in for sorting. */
  readonly sketched: boolean;
  /** Runs without a value. */
  readonly missing: number;
  /** Equal-width bins over the values, or one a value where there are few; null when no run has a value. */
  readonly histogram: {
    readonly low: number;
    readonly high: number;
    readonly counts: readonly number[];
  } | null;
}

export interface StageResult {
  readonly path: string;
  readonly label: string;
  readonly depth: number;
  /** Share of runs in the stage at each of `days`. */
  readonly shares: readonly number[];
}

export interface RegionResult {
  readonly id: string;
  readonly label: string;
  /** In document order; a nested stage follows its parent. */
  readonly stages: readonly StageResult[];
}

export interface HappeningResult {
  readonly path: string;
  readonly label: string;
  readonly share: Estimate;
  /** Median, over the runs in which it happened, of the day it first did; null if it never happened. */
  readonly median_day: number | null;
}

export interface DecisionResult {
  readonly path: string;
  readonly label: string;
  readonly asked: number;
  readonly fixed_unavailable: number;
  readonly options: readonly { readonly id: string; readonly label: string; readonly count: number }[];
}

export interface FaultedRun {
  readonly run: number;
  readonly message: string;
  readonly command: string;
}

export interface SimulationResult {
  readonly manifest: Manifest;
  readonly title: string;
  /** Runs that are in this result: less than the manifest's where the work was interrupted or is under way. */
  readonly runs: number;
  /** Where runs were to go on until shares are known so well. */
  readonly precision?: PrecisionReport;
  readonly engine: 'kernel' | 'machine';
  readonly outcomes: readonly OutcomeResult[];
  readonly measures: readonly MeasureResult[];
  /** Days since the start at which stages were recorded: `[steps + 1]`. */
  readonly days: readonly number[];
  readonly regions: readonly RegionResult[];
  readonly happenings: readonly HappeningResult[];
  readonly decisions: readonly DecisionResult[];
  /** How parameters were treated, in the scenario's order. */
  readonly parameters: readonly {
    readonly id: string;
    readonly label: string;
    readonly group: string | null;
    /** Words: `held at 0.6`, `beta, mean 0.6, 90 % within 0.35–0.83`, `nobody 50 %, gangs 30 %, faction 20 %`. */
    readonly treatment: string;
    readonly varied: boolean;
  }[];
  readonly faults: readonly FaultedRun[];
}
