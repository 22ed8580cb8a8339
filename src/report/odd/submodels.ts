/** Element 7 of ODD: every parameter, quantity, transition, decision and shock, with formula, source and note. */
import type { Scenario } from '../../scenario/index.ts';
import { type Block, code, emphasis, heading, type Line, paragraph, say } from '../document/index.ts';
import { decisionBlocks } from './decisions.ts';
import { parameterBlocks } from './parameters.ts';
import { auxiliaryBlocks, variableBlocks } from './quantities.ts';
import { shockBlocks, stageBlocks, transitionBlocks } from './transitions.ts';

export const submodelBlocks = (scenario: Scenario): readonly Block[] => [
  heading(2, ['7. Submodels']),
  heading(3, ['Notation']),
  ...notationBlocks(),
  ...parameterBlocks(scenario),
  ...auxiliaryBlocks(scenario),
  ...variableBlocks(scenario),
  ...stageBlocks(scenario),
  ...transitionBlocks(scenario),
  ...decisionBlocks(scenario),
  ...shockBlocks(scenario),
];

function notationBlocks(): readonly Block[] {
  const line: Line = say`Formulae keep the names of the scenario’s file: values in italics, stages and happenings upright. ${emphasis('t')} is the time in days since the start, Δ${emphasis('t')} the length of a step in days; ${emphasis('h')} is a rate per day, ${emphasis('q')} a chance per day, ${emphasis('D')} a delay in days, ${emphasis('w')} the weight of an option; a prime marks the value after a step, and ε is a standard normal draw. A condition in square brackets is 1 where it holds and 0 where it does not.`;
  return [
    paragraph(line),
    paragraph(
      say`${code('active(s)')} is 1 while stage ${emphasis('s')} is active, else 0, and ${code('days_in(s)')} the days of its present stay; ${code('times(e)')} is how often ${emphasis('e')} has happened and ${code('since(e)')} the days since it last did, 1,000,000 if never. ${code('clamp(x, a, b)')} cuts ${emphasis('x')} to the interval from ${emphasis('a')} to ${emphasis('b')}; ${code('ramp(x, a, b)')} is 0 up to ${emphasis('a')}, 1 from ${emphasis('b')} on and linear between; ${code('logistic(x)')} is 1/(1 + exp(−${emphasis('x')})).`,
    ),
  ];
}
