/** What has a value: parameters, variables, auxiliaries, and what changes them. */
import type { CheckedExpression } from '../../expression/index.ts';
import type { DistributionSpec } from '../../random/index.ts';
import type { Described } from './described.ts';

/** A distribution with its centre filled in; moments are those before truncation to `range`. Delays use days. */
export type Distribution = DistributionSpec;

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
