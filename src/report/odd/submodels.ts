/** Element 7 of ODD: every parameter, quantity, transition, decision and shock, with formula, source and note. */
import type { Scenario } from '../../scenario/index.ts';
import { type Block, code, emphasis, heading, joined, type Line, paragraph, say } from '../document/index.ts';
import { decisionBlocks } from './decisions.ts';
import { parameterBlocks } from './parameters.ts';
import { auxiliaryBlocks, variableBlocks } from './quantities.ts';
import { shockBlocks, stageBlocks, transitionBlocks } from './transitions.ts';

export function submodelBlocks(scenario: Scenario): readonly Block[] {
  const parts = [
    ...parameterBlocks(scenario),
    ...auxiliaryBlocks(scenario),
    ...variableBlocks(scenario),
    ...stageBlocks(scenario),
    ...transitionBlocks(scenario),
    ...decisionBlocks(scenario),
    ...shockBlocks(scenario),
  ];
  return [heading(2, ['7. Submodels']), heading(3, ['Notation']), ...notationBlocks(parts), ...parts];
}

/** What stands in formulae and what it means; told where it is used. */
const FUNCTIONS: readonly (readonly [name: string, Line])[] = [
  ['active', say`${code('active(s)')} is 1 while stage ${emphasis('s')} is active, else 0`],
  [
    'days_in',
    say`${code('days_in(s)')} is the number of days of the present stay in ${emphasis('s')}, 0 elsewhere`,
  ],
  ['times', say`${code('times(e)')} is how often ${emphasis('e')} has happened`],
  [
    'since',
    say`${code('since(e)')} is the number of days since ${emphasis('e')} last happened, 1,000,000 if never`,
  ],
  ['is', say`${code('is(p, c)')} holds where parameter ${emphasis('p')} was drawn as ${emphasis('c')}`],
  [
    'clamp',
    say`${code('clamp(x, a, b)')} is ${emphasis('x')} cut to the interval from ${emphasis('a')} to ${emphasis('b')}`,
  ],
  [
    'ramp',
    say`${code('ramp(x, a, b)')} is 0 up to ${emphasis('a')}, 1 from ${emphasis('b')} on and linear between`,
  ],
  ['logistic', say`${code('logistic(x)')} is 1/(1 + exp(−${emphasis('x')}))`],
  ['floor', say`${code('floor(x)')} is the largest whole number not above ${emphasis('x')}`],
];

function notationBlocks(parts: readonly Block[]): readonly Block[] {
  const said = JSON.stringify(parts).replaceAll('\\\\_', '_');
  const used = FUNCTIONS.filter(([name]) => said.includes(`${name}(`) || said.includes(`${name}}(`));
  const symbols = say`Formulae keep the names of the scenario’s file: values in italics, stages and happenings upright. ${emphasis('t')} is the time in days since the start, Δ${emphasis('t')} the length of a step in days; ${emphasis('h')} is a rate per day, ${emphasis('q')} a chance per day, ${emphasis('D')} a delay in days, ${emphasis('w')} the weight of an option; a prime marks the value after a step, and ε is a standard normal draw. A condition in square brackets is 1 where it holds and 0 where it does not.`;
  return [
    paragraph(symbols),
    ...(used.length === 0
      ? []
      : [
          paragraph(
            say`${joined(
              used.map(([, line]) => line),
              '; ',
            )}.`,
          ),
        ]),
  ];
}
