/** What an expression of the scenario read in a run, by the names its author uses. */
import {
  type CheckedExpression,
  type NamesByIndex,
  type ValueRead,
  valuesRead,
} from '../expression/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { RunView } from './run-context.ts';

/** Everything the expression reads in this state, once each, in the order of the text. */
export const valuesIn = (
  scenario: Scenario,
  expression: CheckedExpression,
  view: RunView,
): readonly ValueRead[] => valuesRead(expression.tree, view, namesOf(scenario));

const namesOf = (scenario: Scenario): NamesByIndex => ({
  parameter: (index) => scenario.parameters[index]!.name,
  variable: (index) => scenario.variables[index]!.name,
  auxiliary: (index) => scenario.auxiliaries[index]!.name,
  stage: (index) => scenario.stages[index]!.path,
  happening: (index) => scenario.happenings[index]!.path,
  outcome: (index) => scenario.outcomes[index]!.name,
  choice: (parameter, choice) => scenario.parameters[parameter]!.choices?.[choice] ?? String(choice),
});
