/** What every part of the checker has at hand. */
import type { CheckedExpression, ExpressionRules } from '../../expression/index.ts';
import type { Origin, ScalarNode } from '../document.ts';
import type { Time } from '../model.ts';
import type { Declarations } from './declare.ts';
import type { NameIndex } from './name-index.ts';
import type { OtherFiles } from './other-files.ts';
import type { Report } from './report.ts';
import type { Guesses } from './suggest.ts';

export interface Check {
  readonly report: Report;
  readonly declared: Declarations;
  readonly names: NameIndex;
  readonly time: Time;
  /** False when the clock was faulty and `time` only stands in for it: dates are then not judged. */
  readonly clockKnown: boolean;
  /** Paths of the files a scenario is made of: the one asked for first, then what it extends. */
  readonly files: readonly string[];
  /** Opens files that promises compare with; null where they are not followed. */
  readonly others: OtherFiles | null;
  readonly guesses: Guesses;
  /** Reads an expression; a faulty one is reported, and a constant stands in for it or for an absent one. */
  readonly expression: (node: ScalarNode | null, place: string, rules: ExpressionRules) => CheckedExpression;
  /** Where an expression read by `expression` stands. */
  readonly originOf: (expression: CheckedExpression) => Origin;
  /** Whether an auxiliary is a number or a yes or no, as its general rule says; `either` when that is faulty. */
  readonly auxiliaryType: (auxiliary: number) => ExpressionRules['wants'];
}
