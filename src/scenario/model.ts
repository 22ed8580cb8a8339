/**
 * The checked scenario: plain, frozen, serialisable data in which every reference is an index.
 * Both executors read this and nothing else. Arrays are in document order, which means something.
 */
import type { CheckedExpression } from '../expression/index.ts';
import type { ScenarioPromise } from './model/promises.ts';

export type * from './model/promises.ts';

/** What any entry may carry for people. `label` is never empty: the name, spaced, stands in. */
export interface Described {
  readonly label: string;
  readonly unit: string | null;
  readonly note: string | null;
  readonly group: string | null;
  readonly sources: readonly SourceReference[];
}

/** `id` of an entry in `sources`, or `assumption`; `place` is what follows `#`. */
export interface SourceReference {
  readonly id: string;
  readonly place: string | null;
}

export interface Source {
  readonly id: string;
  readonly text: string;
}

/** Time is cut into `steps` steps of `stepDays` days. `start` is ISO 8601 without zone (`2022-01-02T00:00`). */
export interface Time {
  readonly start: string;
  readonly stepDays: number;
  readonly steps: number;
  readonly horizonDays: number;
}

/** A distribution with its centre filled in; moments are those before truncation to `range`. Delays use days. */
export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'pert'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number }
  | { readonly kind: 'choice'; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'weibull'; readonly shape: number; readonly scale: number };

/** Fixed in a run, uncertain between runs. A `choices` parameter's value is the index of its choice. */
export interface Parameter extends Described {
  readonly index: number;
  readonly name: string;
  readonly baseline: number;
  /** Lowest and highest value; ±Infinity where the file gives no range. */
  readonly low: number;
  readonly high: number;
  /** null: fixed at the baseline unless set. For `one_of`: kind `choice` over the indexes. */
  readonly distribution: Distribution | null;
  /** Names of the choices of a `one_of`; null for a number. */
  readonly choices: readonly string[] | null;
}

/** Spearman's rank correlation of two parameters. */
export interface Correlation {
  readonly first: number;
  readonly second: number;
  readonly rank: number;
}

/** How a variable moves in a step: `next` replaces it, `per_day` adds its value times dt. */
export interface Rule {
  readonly kind: 'next' | 'per_day';
  readonly expression: CheckedExpression;
}

export interface Variable extends Described {
  readonly index: number;
  readonly name: string;
  readonly initial: CheckedExpression;
  readonly rule: Rule | null;
  /** Standard deviation per square root of a day. */
  readonly noise: CheckedExpression | null;
  /** ±Infinity where there is no bound. */
  readonly low: number;
  readonly high: number;
}

/** A named expression. `value` is null for one that only stages define; it is then 0 elsewhere. */
export interface Auxiliary extends Described {
  readonly index: number;
  readonly name: string;
  readonly value: CheckedExpression;
}

/** One assignment of a list of effects. All expressions of one list read the variables as earlier lists left them. */
export interface Effect {
  readonly variable: number;
  readonly kind: 'set' | 'add';
  readonly expression: CheckedExpression;
}

export type Delay =
  | { readonly kind: 'fixed'; readonly days: number }
  | { readonly kind: 'distribution'; readonly distribution: Distribution }
  | { readonly kind: 'expression'; readonly expression: CheckedExpression };

/** What makes a transition, a shock or an `ask` due. `step` of `date` is the step that contains the date. */
export type Trigger =
  | { readonly kind: 'hazard'; readonly hazard: CheckedExpression; readonly while: CheckedExpression | null }
  | { readonly kind: 'chance'; readonly chance: CheckedExpression; readonly while: CheckedExpression | null }
  | { readonly kind: 'after'; readonly delay: Delay; readonly while: CheckedExpression | null }
  | { readonly kind: 'every'; readonly gap: Delay; readonly while: CheckedExpression | null }
  | { readonly kind: 'when'; readonly condition: CheckedExpression }
  | {
      readonly kind: 'date';
      readonly step: number;
      readonly day: number;
      readonly while: CheckedExpression | null;
    };

export interface Region extends Described {
  readonly index: number;
  readonly name: string;
  /** Every stage of the region, nested ones too, in document order. */
  readonly stages: readonly number[];
  /** The top stage entered at the start. */
  readonly initial: number;
  /** Transitions of the region itself. */
  readonly transitions: readonly number[];
}

export interface Stage extends Described {
  readonly index: number;
  readonly name: string;
  /** `street.riot.looting`. */
  readonly path: string;
  readonly region: number;
  readonly parent: number | null;
  /** 0 for a stage directly below the region. */
  readonly depth: number;
  readonly children: readonly number[];
  /** Null for a leaf. */
  readonly initial: number | null;
  readonly entry: readonly Effect[];
  readonly exit: readonly Effect[];
  readonly auxiliaries: readonly { readonly auxiliary: number; readonly value: CheckedExpression }[];
  readonly rules: readonly { readonly variable: number; readonly rule: Rule }[];
  readonly transitions: readonly number[];
  /** The outcome that ends the run when the stage is entered. */
  readonly outcome: number | null;
}

/** `index` is also document order in the whole chart, ties between clocks go by it. */
export interface Transition extends Described {
  readonly index: number;
  readonly name: string;
  /** `street.turns_violent`; its site is the path with a slash. */
  readonly path: string;
  readonly region: number;
  /** The stage it belongs to; null for the region's own. */
  readonly stage: number | null;
  readonly trigger: Trigger;
  /** At most one stage a region. */
  readonly targets: readonly number[];
  readonly effects: readonly Effect[];
  readonly decision: number | null;
  readonly happening: number;
}

export interface Option extends Described {
  readonly name: string;
  /** `response.shoot`. */
  readonly path: string;
  readonly available: CheckedExpression | null;
  /** Null means 1. */
  readonly weight: CheckedExpression | null;
  readonly targets: readonly number[];
  readonly effects: readonly Effect[];
  readonly happening: number;
}

export interface Decision extends Described {
  readonly index: number;
  readonly name: string;
  /** Null: nature's; nobody is asked. */
  readonly actor: string | null;
  readonly question: string | null;
  /** Names of values the actor sees. */
  readonly sees: readonly string[];
  readonly ask: Trigger | null;
  readonly options: readonly Option[];
}

export interface Shock extends Described {
  readonly index: number;
  readonly name: string;
  readonly trigger: Trigger;
  readonly repeats: boolean;
  readonly targets: readonly number[];
  readonly effects: readonly Effect[];
  readonly happening: number;
}

/** Transitions first, then options by decision, then shocks. */
export type Happening =
  | {
      readonly kind: 'transition';
      readonly path: string;
      readonly label: string;
      readonly transition: number;
    }
  | {
      readonly kind: 'option';
      readonly path: string;
      readonly label: string;
      readonly decision: number;
      readonly option: number;
    }
  | { readonly kind: 'shock'; readonly path: string; readonly label: string; readonly shock: number };

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

export interface Scenario {
  /** The file's base name without its ending. */
  readonly id: string;
  readonly file: string;
  /** SHA-256 (hex) of the canonical JSON of the merged document. */
  readonly hash: string;
  readonly title: string;
  readonly summary: string | null;
  readonly sources: readonly Source[];
  readonly time: Time;
  readonly parameters: readonly Parameter[];
  readonly correlations: readonly Correlation[];
  readonly variables: readonly Variable[];
  readonly auxiliaries: readonly Auxiliary[];
  /** Order of evaluation that respects every rule of every stage. */
  readonly auxiliaryOrder: readonly number[];
  readonly regions: readonly Region[];
  readonly stages: readonly Stage[];
  readonly transitions: readonly Transition[];
  readonly decisions: readonly Decision[];
  readonly shocks: readonly Shock[];
  readonly happenings: readonly Happening[];
  readonly outcomes: readonly Outcome[];
  readonly measures: readonly Measure[];
  readonly timeline: readonly TimelineEntry[];
  readonly variants: readonly Variant[];
  readonly promises: readonly ScenarioPromise[];
  /** Other files that promises compare with; each without promises and `compared` of its own. */
  readonly compared: readonly Scenario[];
  readonly show: Show;
}
