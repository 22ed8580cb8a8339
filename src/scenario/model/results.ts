/** What runs yield and are asked for: outcomes, measures, variants, the timeline. */
import type { CheckedExpression } from '../../expression/index.ts';
import type { Described } from './described.ts';

/** The last outcome is always `unresolved`. */
export interface Outcome extends Described {
  readonly index: number;
  readonly name: string;
  readonly colour: string | null;
  readonly atHorizon: CheckedExpression | null;
}

export type MeasureRule =
  | {
      readonly kind: 'final' | 'min' | 'max' | 'mean' | 'total' | 'day_of_max';
      readonly expression: CheckedExpression;
    }
  | { readonly kind: 'total_days_in'; readonly stage: number }
  | {
      readonly kind: 'first_day' | 'last_day';
      readonly of: { readonly kind: 'stage'; readonly stage: number };
    }
  | {
      readonly kind: 'first_day' | 'last_day';
      readonly of: { readonly kind: 'happening'; readonly happening: number };
    }
  | {
      readonly kind: 'first_day' | 'last_day';
      readonly of: { readonly kind: 'expression'; readonly expression: CheckedExpression };
    }
  | { readonly kind: 'count'; readonly happening: number };

export interface Measure extends Described {
  readonly index: number;
  readonly name: string;
  readonly rule: MeasureRule;
  /** A yes or no per run, so that its mean is a share of runs. */
  readonly boolean: boolean;
}

/** A decision's option fixed in the steps `fromStep` to `untilStep`, both included. */
export interface FixedOption {
  readonly option: number;
  readonly fromStep: number;
  readonly untilStep: number;
}

export interface Variant extends Described {
  readonly name: string;
  readonly set: readonly { readonly parameter: number; readonly value: number }[];
  readonly decide: readonly { readonly decision: number; readonly fixed: FixedOption }[];
  /** Happenings taken away. */
  readonly without: readonly number[];
  /** Stages to start in: any stage of a region, entered down to a leaf. */
  readonly initial: readonly { readonly region: number; readonly stage: number }[];
}

/** `from` and `to` are days since the start. */
export interface TimelineEntry extends Described {
  readonly name: string;
  readonly what: string;
  readonly from: number | null;
  readonly to: number | null;
  /**
   * Days that a run may give it: from `from` to the end of the step that holds the last moment of `to`, which without
   * a time is a whole day. A happening's day is the end of its step, so what happens on that date has one of these.
   */
  readonly days: readonly [number, number] | null;
  readonly happening: number | null;
  readonly measure: number | null;
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  readonly contested: boolean;
}

export interface Show {
  readonly parameters: readonly number[];
  readonly variables: readonly number[];
  readonly measures: readonly number[];
}
