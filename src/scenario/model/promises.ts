/** What a scenario says of itself, checked: every name is an index, every side of a comparison a place to run. */
import type { CheckedExpression } from '../../expression/index.ts';
import type { FixedOption } from './results.ts';

/** A set of outcomes, by index; `negated` when it was written as all but some. */
export interface OutcomeSet {
  readonly outcomes: readonly number[];
  readonly negated: boolean;
  readonly label: string;
}

/** `at_least: a` is between a and +Infinity. */
export type Bound =
  | { readonly kind: 'equals'; readonly value: number; readonly within: number }
  | { readonly kind: 'between'; readonly low: number; readonly high: number };

/** Whose runs a promise is about: a file, a variant of it, and options fixed beyond the variant. */
export interface PromiseSide {
  /** Index in `compared`; null for the scenario itself. */
  readonly scenario: number | null;
  /** Null is the file as it is. */
  readonly variant: string | null;
  readonly decide: readonly { readonly decision: number; readonly fixed: FixedOption }[];
}

/** A side with the outcomes looked at there: names are the same in another file, indexes may not be. */
export interface ComparedSide {
  readonly side: PromiseSide;
  readonly outcomes: readonly number[];
}

/** Days since the start, or values of a measure, of which one must lie inside. */
export interface TimelineClaim {
  /** Index in `timeline`. */
  readonly entry: number;
  readonly low: number;
  readonly high: number;
}

/** An `each` promise has been expanded to one promise an outcome. */
export type PromiseRule =
  | { readonly kind: 'outcome'; readonly of: OutcomeSet; readonly side: PromiseSide; readonly bound: Bound }
  | {
      readonly kind: 'contrast';
      readonly of: OutcomeSet;
      readonly side: PromiseSide;
      readonly direction: 'more' | 'less';
      /** Sides to beat, all of them. */
      readonly than: readonly ComparedSide[];
    }
  | { readonly kind: 'mean'; readonly measure: number; readonly side: PromiseSide; readonly bound: Bound }
  | {
      readonly kind: 'quantiles';
      readonly measure: number;
      readonly side: PromiseSide;
      readonly quantiles: readonly { readonly level: number; readonly low: number; readonly high: number }[];
    }
  | {
      /** Share of runs in which one happening comes at most so many days before or after another. */
      readonly kind: 'near';
      readonly happening: number;
      readonly other: number;
      readonly days: number;
      readonly side: PromiseSide;
      readonly bound: Bound;
    }
  | {
      readonly kind: 'timeline';
      readonly entries: readonly TimelineClaim[];
      /** The central share, such as 0.8. */
      readonly inside: number;
      readonly side: PromiseSide;
    }
  | {
      /** Change of the log-odds of the outcomes per unit of a parameter that moves from one value to another. */
      readonly kind: 'log_odds';
      readonly of: OutcomeSet;
      readonly parameter: number;
      readonly from: number;
      readonly to: number;
      readonly side: PromiseSide;
      readonly bound: Bound;
    }
  | {
      /** Odds on the side over odds on the other. */
      readonly kind: 'odds_ratio';
      readonly of: OutcomeSet;
      readonly side: PromiseSide;
      readonly against: ComparedSide;
      readonly bound: Bound;
    };

export interface ScenarioPromise {
  readonly name: string;
  readonly because: string | null;
  readonly rule: PromiseRule;
  /** Holds at the end of the runs that count; read in the first side. Null: all runs count. */
  readonly given: CheckedExpression | null;
  /** Where it stands, for the report. */
  readonly file: string;
  readonly line: number;
}
