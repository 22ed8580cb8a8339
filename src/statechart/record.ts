/** What happened in a step, and why: plain data for stories, screens and `run --json`. */
import type { ValueRead } from '../expression/index.ts';
/**
 * Why something became due. `values` are what the expression read at the start of the step; none for a clock
 * that rang in an earlier step.
 */
export type Cause =
  | {
      readonly kind: 'hazard' | 'chance';
      readonly text: string;
      readonly values: readonly ValueRead[];
      /** What the expression gave (per day) in the step in which the clock rang. */
      readonly rate: number;
      /** Accumulated risk A and the threshold E it reached. */
      readonly risk: number;
      readonly threshold: number;
      /** The step in which the clock rang (an earlier one if it lost then), and the fraction of it. */
      readonly rungStep: number;
      readonly fraction: number;
    }
  | { readonly kind: 'when'; readonly text: string; readonly values: readonly ValueRead[] }
  /** `delay` in days; `text` is its expression, null for a plain duration or a distribution. */
  | { readonly kind: 'after'; readonly delay: number; readonly text: string | null; readonly drawn: boolean }
  | { readonly kind: 'every'; readonly gap: number; readonly text: string | null; readonly drawn: boolean }
  | { readonly kind: 'date'; readonly day: number };

/** A region that moved, from leaf to leaf (paths). */
export interface Move {
  readonly region: string;
  readonly from: string;
  readonly to: string;
}

/** A happening of the step. An option's cause is its decision (`decisions` of the record). */
export interface HappeningRecord {
  readonly kind: 'transition' | 'option' | 'shock';
  readonly path: string;
  /** Null for an option. */
  readonly cause: Cause | null;
  /** Regions it moved; an option that came with a transition leaves them to it. */
  readonly moves: readonly Move[];
}

export interface DecisionRecord {
  /** The decision's name, and the name of the option taken; null when none was available. */
  readonly path: string;
  readonly option: string | null;
  /** The odds the option had; 1 when it was fixed, null when there is none. */
  readonly odds: number | null;
  readonly fixed: boolean;
  /** An option was fixed but could not be taken. */
  readonly fixedUnavailable: boolean;
  /** Each option with its odds; null for one that is not available, or whose odds a fixed option made moot. */
  readonly options: readonly { readonly id: string; readonly odds: number | null }[];
  /** Paths of the happenings that asked, in order; the decision's own name when its `ask` did. */
  readonly askedBy: readonly string[];
  /** Why the decision's own `ask` was due; null when only transitions asked. */
  readonly cause: Cause | null;
}

/** A recorded state, and what the step that led to it did. Step 0 is the start. */
export interface StepRecord {
  readonly step: number;
  readonly day: number;
  /** By region: the path of its active leaf. */
  readonly stages: readonly string[];
  readonly variables: readonly number[];
  readonly auxiliaries: readonly number[];
  /** In order of application. */
  readonly happenings: readonly HappeningRecord[];
  /** In document order. */
  readonly decisions: readonly DecisionRecord[];
  /** Paths of what was due and chosen, but whose regions had all moved already. */
  readonly dropped: readonly string[];
  /** Set in the record that ends the run: the outcome's name, and whether a stage or the horizon ended it. */
  readonly end: { readonly outcome: string; readonly by: 'stage' | 'horizon' } | null;
}

/** What a step's driver notes as it goes; the record is made of them. */
export interface Notes {
  readonly happenings: HappeningRecord[];
  readonly decisions: DecisionRecord[];
  readonly dropped: string[];
}

export const noNotes = (): Notes => ({ happenings: [], decisions: [], dropped: [] });
