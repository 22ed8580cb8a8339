/** What `sensitivity` is asked and what it answers. */
import type { ElementaryEffects, Estimate, VarianceSplit } from '../../analysis/index.ts';
import type { Point } from '../../scenario/index.ts';
import type { Design, Factor, FactorValue } from '../design/index.ts';
import type { ExperimentRequest, FaultCount, Place } from '../experiment.ts';
import type { Manifest } from '../result.ts';

/**
 * `sobol`: shares of variance; `morris`: elementary effects; `given-data`: from ordinary runs, correlated or not; `luck`:
 * how much of a run is luck and how much not knowing the factors; `tornado`: each parameter alone at its tails.
 */
export const SENSITIVITY_METHODS = ['sobol', 'morris', 'given-data', 'luck', 'tornado'] as const;
export type SensitivityMethod = (typeof SENSITIVITY_METHODS)[number];

/** Indexes of the outcomes and measures whose sensitivity is asked for. */
export interface Outputs {
  readonly outcomes: readonly number[];
  readonly measures: readonly number[];
}

export interface SensitivityRequest extends ExperimentRequest {
  readonly method: SensitivityMethod;
  readonly factors: readonly Factor[];
  /** Null for ordinary runs, whose parameters are drawn as the scenario says, and for a tornado. */
  readonly design: Design | null;
  /** The design's points, or the one place of ordinary runs. */
  readonly places: readonly Place[];
  /** What holds everywhere, resolved: what a tornado is around. */
  readonly centre: Point;
  /** Runs of each place. */
  readonly runs: number;
  readonly outputs: Outputs;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

/** An outcome (its share is what varies) or a measure (its mean). */
interface Output extends Named {
  readonly kind: 'outcome' | 'measure';
  /** Over all runs of all points. */
  readonly mean: number;
}

export interface SobolOutput extends Output {
  readonly method: 'sobol';
  /** Null from a radial design, which gives total order alone. */
  readonly first: readonly Estimate[] | null;
  readonly total: readonly Estimate[];
  /** By pairs of factors; null where it was not asked for. */
  readonly second:
    | readonly { readonly factors: readonly [number, number]; readonly index: Estimate }[]
    | null;
  /** Share of the variance of single runs that is luck. */
  readonly luck: Estimate | null;
  /** The total order indices from the first part of the rows. */
  readonly convergence: readonly { readonly rows: number; readonly total: readonly number[] }[];
}

export interface MorrisOutput extends Output {
  readonly method: 'morris';
  readonly effects: readonly (ElementaryEffects & {
    /** What μ* would be were there luck alone. */
    readonly byLuck: number;
  })[];
}

export interface GivenDataOutput extends Output {
  readonly method: 'given-data';
  /** Median PAWN index; `byChance` is what a factor without influence reaches in 95 of 100 cases. */
  readonly pawn: readonly (Estimate & { readonly byChance: number })[];
  /** Null for a factor with labels, or where the columns depend on each other. */
  readonly rankCorrelation: readonly (Estimate | null)[];
  readonly regression: readonly (Estimate | null)[];
  /** Share of variance that the straight line explains; null where there is none. */
  readonly explained: number | null;
}

/** The variance of single runs: between worlds (points) and within them. */
export interface LuckOutput extends Output, VarianceSplit {
  readonly method: 'luck';
}

interface TornadoEnd {
  readonly value: FactorValue;
  readonly share: Estimate;
}

/** Bars of the parameters that vary, the longest first; only outcomes have them. */
export interface TornadoOutput extends Output {
  readonly method: 'tornado';
  readonly bars: readonly {
    readonly id: string;
    readonly label: string;
    /** Where the outcome is rarest and where it is most frequent, everything else being as it is. */
    readonly least: TornadoEnd;
    readonly most: TornadoEnd;
    /** The difference, on the same luck. */
    readonly swing: Estimate;
  }[];
}

export type SensitivityOutput = SobolOutput | MorrisOutput | GivenDataOutput | LuckOutput | TornadoOutput;

export interface SensitivityResult {
  readonly manifest: Manifest & {
    readonly method: SensitivityMethod;
    readonly design: string;
    readonly factors: readonly string[];
    readonly points: number;
  };
  readonly title: string;
  readonly factors: readonly Named[];
  /** Parameters that vary from run to run without being factors: their part counts as luck. */
  readonly othersDrawn: number;
  /** Runs of each point. */
  readonly runs: number;
  readonly outputs: readonly SensitivityOutput[];
  /** Outcomes and measures asked for that nothing can be said of, and why. */
  readonly left: readonly (Named & { readonly why: string })[];
  readonly faults: FaultCount;
  readonly interrupted: boolean;
}
