/** The chart: regions and stages, what happens in them and when, decisions and shocks. */
import type { CheckedExpression } from '../../expression/index.ts';
import type { Described } from './described.ts';
import type { Distribution, Effect, Rule } from './values.ts';

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
