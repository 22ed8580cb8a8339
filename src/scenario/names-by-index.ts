/** How a scenario's file calls what its expressions know by index. */
import type { NamesByIndex } from '../expression/index.ts';
import type { Scenario } from './model.ts';

export const namesByIndex = (scenario: Scenario): NamesByIndex => ({
  parameter: (index) => scenario.parameters[index]!.name,
  variable: (index) => scenario.variables[index]!.name,
  auxiliary: (index) => scenario.auxiliaries[index]!.name,
  stage: (index) => scenario.stages[index]!.path,
  happening: (index) => scenario.happenings[index]!.path,
  outcome: (index) => scenario.outcomes[index]!.name,
  choice: (parameter, choice) => scenario.parameters[parameter]!.choices?.[choice] ?? String(choice),
});
