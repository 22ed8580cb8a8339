/** Derived quantities and the rules by which variables move, with their formulae. */
import {
  type Auxiliary,
  expressionTex,
  factorTex,
  nameTex,
  type Rule,
  type Scenario,
  type Variable,
} from '../../scenario/index.ts';
import { called, groundsLine } from '../describe/entry.ts';
import { rangeWords } from '../describe/figures.ts';
import {
  type Block,
  code,
  formula,
  heading,
  type Line,
  listed,
  paragraph,
  say,
  strong,
  words,
} from '../document/index.ts';

/** **Strain on the state** (`strain`), in 0 to 1. */
const headLine = ({ label, name, unit }: Auxiliary | Variable): Line =>
  say`${strong(label)} (${code(name)})${unit === null ? [] : say`, unit: ${words(unit)}`}.`;

export function auxiliaryBlocks(scenario: Scenario): readonly Block[] {
  const { auxiliaries, auxiliaryOrder } = scenario;
  if (auxiliaries.length === 0) return [];
  return [
    heading(3, ['Derived quantities']),
    paragraph([
      'Computed anew in every step from the state, in the order in which they stand here: each comes after those that it reads.',
    ]),
    ...auxiliaryOrder.flatMap((index) => auxiliary(scenario, auxiliaries[index]!)),
  ];
}

function auxiliary(scenario: Scenario, entry: Auxiliary): readonly Block[] {
  const { index, name, value } = entry;
  const elsewhere = scenario.stages.flatMap((stage) =>
    stage.auxiliaries
      .filter((rule) => rule.auxiliary === index)
      .flatMap((rule): readonly Block[] => [
        paragraph(say`While ${called(stage)} is active it is instead`),
        formula(`${nameTex(name)} = ${expressionTex(scenario, rule.value)}`),
      ]),
  );
  return [
    paragraph(say`${headLine(entry)} ${groundsLine(entry)}`),
    formula(`${nameTex(name)} = ${expressionTex(scenario, value)}`),
    ...elsewhere,
  ];
}

export function variableBlocks(scenario: Scenario): readonly Block[] {
  const { variables } = scenario;
  if (variables.length === 0) return [];
  const changed = variables.filter((variable) => hasRule(scenario, variable));
  const still = variables.filter((variable) => !changed.includes(variable));
  return [
    heading(3, ['Variables']),
    paragraph([
      'In the fifth part of a step all variables move at once, each on the values before it. What transitions, options and shocks add to them or set is told with those.',
    ]),
    ...changed.flatMap((variable) => variableRules(scenario, variable)),
    ...(still.length === 0
      ? []
      : [
          paragraph(
            say`These have no rule of their own and change only by what happens: ${listed(still.map(called))}.`,
          ),
        ]),
  ];
}

const hasRule = ({ stages }: Scenario, { index, rule, noise }: Variable): boolean =>
  rule !== null ||
  noise !== null ||
  stages.some(({ rules }) => rules.some((each) => each.variable === index));

function variableRules(scenario: Scenario, variable: Variable): readonly Block[] {
  const { index, low, high } = variable;
  const bounds =
    low === -Infinity && high === Infinity ? '' : ` It is kept within its bounds, ${rangeWords(low, high)}.`;
  const elsewhere = scenario.stages.flatMap((stage) =>
    stage.rules
      .filter((each) => each.variable === index)
      .flatMap(({ rule }): readonly Block[] => [
        paragraph(say`While ${called(stage)} is active it is instead`),
        formula(movedTex(scenario, variable, rule)),
      ]),
  );
  return [
    paragraph(say`${headLine(variable)} ${groundsLine(variable)}${bounds}`),
    formula(movedTex(scenario, variable, variable.rule)),
    ...elsewhere,
  ];
}

/** `v' = v + Δt · (rate) + √Δt · (noise) · ε`. */
function movedTex(scenario: Scenario, { name, noise }: Variable, rule: Rule | null): string {
  const own = nameTex(name);
  const moved = ruleTex(scenario, own, rule);
  const wobble =
    noise === null ? '' : ` + \\sqrt{\\Delta t} \\cdot ${factorTex(scenario, noise)} \\cdot \\varepsilon`;
  return `${own}' = ${moved}${wobble}`;
}

function ruleTex(scenario: Scenario, own: string, rule: Rule | null): string {
  if (rule === null) return own;
  return rule.kind === 'next'
    ? expressionTex(scenario, rule.expression)
    : `${own} + \\Delta t \\cdot ${factorTex(scenario, rule.expression)}`;
}
