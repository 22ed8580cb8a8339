/** What an expression of the scenario read in a run, by the names its author uses. */
import { type CheckedExpression, type ValueRead, valuesRead } from '../expression/index.ts';
import { namesByIndex, type Scenario } from '../scenario/index.ts';
import type { RunView } from './run-context.ts';

/** Everything the expression reads in this state, once each, in the order of the text. */
export const valuesIn = (
  scenario: Scenario,
  expression: CheckedExpression,
  view: RunView,
): readonly ValueRead[] => valuesRead(expression.tree, view, namesByIndex(scenario));
