/** The checked expression: a typed tree with every name resolved to an index into the scenario. */
import type { DiagnosticCode, Span } from '../diagnostics/index.ts';

export type ValueType = 'number' | 'boolean';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type FunctionName =
  | 'min'
  | 'max'
  | 'abs'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'floor'
  | 'clamp'
  | 'logistic'
  | 'ramp';

/**
 * One node. Booleans are the numbers 1 and 0 at run time; where a boolean stands as an operand of `+ - *`
 * the tree needs no conversion node. Evaluation order is the tree as written: no reassociation.
 *
 * - `chain`: `0 < x < 1`; operators[i] stands between operands[i] and operands[i + 1]; true when all hold.
 * - `is`: true when the parameter's drawn choice has this index.
 * - `days_in`: days of this stay, 0 when the stage is not active.
 * - `since`: days since the end of the step in which the happening last happened, 1e6 if never.
 * - `ended`: `outcome(x)`, true when the run ended so; allowed only in `given`.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'parameter'; readonly index: number }
  | { readonly kind: 'variable'; readonly index: number }
  | { readonly kind: 'auxiliary'; readonly index: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'dt' }
  | { readonly kind: 'active'; readonly stage: number }
  | { readonly kind: 'days_in'; readonly stage: number }
  | { readonly kind: 'since'; readonly happening: number }
  | { readonly kind: 'times'; readonly happening: number }
  | { readonly kind: 'is'; readonly parameter: number; readonly choice: number }
  | { readonly kind: 'ended'; readonly outcome: number }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'chain';
      readonly operators: readonly ComparisonOperator[];
      readonly operands: readonly Expression[];
    }
  | { readonly kind: 'and'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] };

/** A tree with where it came from, so that a fault in a run can name it. */
export interface CheckedExpression {
  readonly tree: Expression;
  readonly type: ValueType;
  /** As the author wrote it. */
  readonly text: string;
  /** Path of keys in the scenario, such as `regions.street.stages.riot.transitions.burns.hazard`. */
  readonly place: string;
  /** The file's name and 1-based line and column of the expression's first character. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a name in an expression can mean; the scenario layer answers. All lookups are by the written name or path. */
export interface Names {
  /** `null` when there is no such name. */
  readonly value: (
    name: string,
  ) => { kind: 'parameter' | 'variable' | 'auxiliary'; index: number; type: ValueType } | null;
  readonly stage: (path: string) => number | null;
  readonly happening: (path: string) => number | null;
  /** A `one_of` parameter and its choices in order. */
  readonly choices: (parameter: string) => { index: number; choices: readonly string[] } | null;
  readonly outcome: (name: string) => number | null;
  /** Every known name by kind, for did-you-mean. */
  readonly known: {
    readonly values: readonly string[];
    readonly stages: readonly string[];
    readonly happenings: readonly string[];
    readonly outcomes: readonly string[];
  };
}

/** Which names may stand in an expression, beyond operators and functions. */
export interface ExpressionRules {
  /** The type the place wants; `either` for measures (a boolean then counts as a share). */
  readonly wants: ValueType | 'either';
  /** `constant`: literals only; `parameters`: parameters and `is` too; `state`: all but `outcome`; `end`: all. */
  readonly scope: 'constant' | 'parameters' | 'state' | 'end';
}

/** An error inside an expression's text; `span` counts from the text's start. */
export interface ExpressionFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly mend: string;
  readonly span: Span;
}
