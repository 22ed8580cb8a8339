/** Expressions ready to be read in a run: compiled once a chart, checked every time they are evaluated. */
import { type CheckedExpression, evaluator } from '../expression/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { RunView } from './run-context.ts';
import { expressionFault } from './run-fault.ts';

/** A number read in a state. */
export type Reader = (view: RunView) => number;
/** A yes or no read in a state. */
export type Condition = (view: RunView) => boolean;

export interface Readers {
  /** Any finite number. */
  readonly finite: (expression: CheckedExpression) => Reader;
  /** A hazard: finite, not negative. */
  readonly hazard: (expression: CheckedExpression) => Reader;
  /** A chance per day, from 0 to 1. */
  readonly chance: (expression: CheckedExpression) => Reader;
  /** An option's weight: finite, not negative. */
  readonly weight: (expression: CheckedExpression) => Reader;
  readonly condition: (expression: CheckedExpression) => Condition;
}

/** Compilers for a scenario's expressions; their faults are `RunFault`s. */
export function readersFor(scenario: Scenario): Readers {
  const finite = (expression: CheckedExpression): Reader => {
    const evaluate = evaluator(expression.tree);
    return (view) => {
      const value = evaluate(view);
      if (Number.isFinite(value)) return value;
      const what = `\`${expression.text}\` is ${nameOf(value)}`;
      throw expressionFault(scenario, view, { expression, kind: 'not-finite', what });
    };
  };
  const hazard = (expression: CheckedExpression): Reader => {
    const read = finite(expression);
    return (view) => {
      const value = read(view);
      if (!(value < 0)) return value;
      const what = `the hazard \`${expression.text}\` is negative: ${value}`;
      throw expressionFault(scenario, view, { expression, kind: 'negative-hazard', what });
    };
  };
  const chance = (expression: CheckedExpression): Reader => {
    const read = finite(expression);
    return (view) => {
      const value = read(view);
      if (value >= 0 && value <= 1) return value;
      const what = `the chance per day \`${expression.text}\` is ${value}, not between 0 and 1`;
      throw expressionFault(scenario, view, { expression, kind: 'chance-outside', what });
    };
  };
  const weight = (expression: CheckedExpression): Reader => {
    const read = finite(expression);
    return (view) => {
      const value = read(view);
      if (!(value < 0)) return value;
      const what = `the weight \`${expression.text}\` is negative: ${value}`;
      throw expressionFault(scenario, view, { expression, kind: 'negative-weight', what });
    };
  };
  const condition = (expression: CheckedExpression): Condition => {
    const evaluate = evaluator(expression.tree);
    return (view) => evaluate(view) !== 0;
  };
  return { finite, hazard, chance, weight, condition };
}

/** How a message says a value that is no number. */
export function nameOf(value: number): string {
  if (Number.isNaN(value)) return 'not a number';
  return value > 0 ? 'infinite' : value < 0 ? 'minus infinite' : '0';
}
