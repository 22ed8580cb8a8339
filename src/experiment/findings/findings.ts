/**
 * Everything that a report tells of a scenario, as plain data: the page, Markdown and LaTeX are written from this alone.
 * The scenario itself goes with it, for the words of its chart.
 */
import type { Estimate } from '../../analysis/index.ts';
import type { Parameter, Point, Scenario, Settings, TimelineEntry } from '../../scenario/index.ts';
import type { ComparisonResult, Contrast } from '../compare.ts';
import type { Manifest, SimulationResult } from '../result.ts';
import type { ToldRun } from '../tell-run.ts';

export interface Findings {
  readonly scenario: Scenario;
  readonly settings: Settings;
  /** The settings resolved against the scenario. */
  readonly point: Point;
  /** Outcomes, stages by day, happenings (the shares of the chart's edges), measures and decisions under the settings. */
  readonly result: SimulationResult;
  /** The scenario as its file says, on the same luck; null where the settings change nothing. */
  readonly baseline: ComparedWithBaseline | null;
  /** The file as it is and every variant, on the same luck; null in a scenario without variants. */
  readonly variants: ComparisonResult | null;
  /** In the scenario's order. */
  readonly assumptions: readonly AssumptionFinding[];
  /** The assumption on which most rests; null where no parameter moves anything that the runs can tell. */
  readonly weakest: AssumptionFinding | null;
  readonly sensitivity: SensitivityFinding;
  readonly stories: readonly StoryFinding[];
  /** In the order of the days; entries without a day last. */
  readonly timeline: readonly TimelineFinding[];
  /** What this result cannot say, a sentence each. */
  readonly limits: readonly string[];
  /** `command` writes the same report again. */
  readonly manifest: Manifest;
}

export interface ComparedWithBaseline {
  readonly result: SimulationResult;
  /** Under the settings, less as the file says. */
  readonly change: Contrast;
}

/**
 * What a value rests on: `sourced` cites sources only, `partly` sources and the word `assumption`, `assumed` only that
 * word, `unsourced` nothing.
 */
export type Evidence = 'sourced' | 'partly' | 'assumed' | 'unsourced';

export interface AssumptionFinding {
  readonly parameter: Parameter;
  /** How the result treats it: `held at 0.6`, `beta, mean 0.6, 90 % within 0.35–0.83`. */
  readonly treatment: string;
  readonly varied: boolean;
  readonly evidence: Evidence;
  /** What it cites, in the words of the scenario's list of sources, with the place in them. */
  readonly sources: readonly string[];
  /** Its note says that the value is contested, unknown or a guess. */
  readonly contested: boolean;
  /** The outcome that it moves most; null for a parameter that is held, and where the runs can tell no change. */
  readonly influence: InfluenceFinding | null;
  /**
   * How much rests on it: the influence (0 to 1) times the weakness of its evidence (sourced ¼, partly ½, else 1; one
   * step weaker where contested). 0 without influence.
   */
  readonly weight: number;
}

/** A parameter alone at the 5th and 95th percentile of what it draws, everything else as it is. */
export interface InfluenceFinding {
  /** Index of the outcome. */
  readonly outcome: number;
  readonly least: { readonly value: number; readonly share: Estimate };
  readonly most: { readonly value: number; readonly share: Estimate };
  /** The difference, on the same luck. */
  readonly swing: Estimate;
}

/** The tornado of every outcome that the runs showed. */
export interface SensitivityFinding {
  /** Runs at each end of each bar. */
  readonly runs: number;
  readonly outcomes: readonly {
    /** Index of the outcome. */
    readonly outcome: number;
    /** The longest first; those whose swing cannot be told from 0 are left out. */
    readonly bars: readonly (InfluenceFinding & { readonly parameter: number })[];
    /** Bars left out. */
    readonly silent: number;
  }[];
}

/** Why a run is told. */
export type StoryKind = 'typical' | 'best' | 'worst';

export interface StoryFinding extends ToldRun {
  readonly kind: StoryKind;
  /** Index of the outcome it ends in. */
  readonly outcome: number;
  /** Share of all runs that end so. */
  readonly share: Estimate;
  /** The command that tells it again. */
  readonly command: string;
}

export interface TimelineFinding {
  readonly entry: TimelineEntry;
  /** What runs gave where it is tied to a happening: the share that have it, and the median day of its first. */
  readonly happened: { readonly share: Estimate; readonly medianDay: number | null } | null;
  /** What runs gave where it is tied to a measure: 5th, 50th and 95th percentile; null where no run has a value. */
  readonly measured: readonly [number, number, number] | null;
}
