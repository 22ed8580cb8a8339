// Proves how expressions are typeset: brackets where the reading needs them and nowhere else, every function and name.
import { describe, expect, test } from 'vitest';
import {
  type CheckedExpression,
  type Expression,
  type NamesByIndex,
  parseExpression,
  toTex,
  toTexFactor,
} from '../../../src/expression/index.ts';
import { ANYTHING, sampleNames } from './sample-names.ts';

const nameOf =
  (list: readonly string[]) =>
  (index: number): string =>
    list[index]!;

/** The names of `sample-names.ts`, by index. */
const NAMES: NamesByIndex = {
  parameter: nameOf(['loyalty', 'patience', 'sponsor', 'police_pay', 'constructor', 'undefined', 'e']),
  variable: nameOf(['crowd', 'anger']),
  auxiliary: nameOf(['growth', 'tense']),
  stage: nameOf(sampleNames.known.stages),
  happening: nameOf(sampleNames.known.happenings),
  outcome: nameOf(sampleNames.known.outcomes),
  choice: (_parameter, choice) => nameOf(['nobody', 'gangs', 'faction'])(choice),
};

function treeOf(text: string): Expression {
  const parsed = parseExpression(text, sampleNames, ANYTHING);
  if (Array.isArray(parsed)) throw new Error(`${text}: ${JSON.stringify(parsed)}`);
  return (parsed as Pick<CheckedExpression, 'tree'>).tree;
}

describe('an expression as TeX', () => {
  test.each([
    ['0.1 * anger + 2', '0.1 \\cdot \\mathit{anger} + 2'],
    ['0.1 * (anger + 2)', '0.1 \\cdot (\\mathit{anger} + 2)'],
    ['1 - (2 - 3)', '1 - (2 - 3)'],
    ['1 - 2 - 3', '1 - 2 - 3'],
    ['crowd / (anger + 1) * 2', '\\frac{\\mathit{crowd}}{\\mathit{anger} + 1} \\cdot 2'],
    ['(crowd / 2 + 1) ^ 2', '{\\left( \\frac{\\mathit{crowd}}{2} + 1 \\right)}^{2}'],
    ['-anger ^ 2', '-{\\mathit{anger}}^{2}'],
    ['(-anger) ^ 2', '{(-\\mathit{anger})}^{2}'],
    ['2 ^ 3 ^ 2', '{2}^{{3}^{2}}'],
    ['(2 ^ 3) ^ 2', '{({2}^{3})}^{2}'],
    ['2 * -anger', '2 \\cdot (-\\mathit{anger})'],
    ['exp(anger) ^ 2', '{(\\exp(\\mathit{anger}))}^{2}'],
    ['1e-9 * crowd', '10^{-9} \\cdot \\mathit{crowd}'],
    ['2.5e30', '2.5 \\cdot 10^{30}'],
    ['police_pay + e', '\\mathit{police\\_pay} + \\mathit{e}'],
  ])('%s', (text, tex) => {
    expect(toTex(treeOf(text), NAMES)).toBe(tex);
  });

  test.each([
    ['0 < crowd <= 5', '0 < \\mathit{crowd} \\le 5'],
    [
      'crowd >= 1 and anger == 2 or anger != 3',
      '\\mathit{crowd} \\ge 1 \\land \\mathit{anger} = 2 \\lor \\mathit{anger} \\ne 3',
    ],
    [
      'crowd > 1 and (anger > 2 or anger < 1)',
      '\\mathit{crowd} > 1 \\land (\\mathit{anger} > 2 \\lor \\mathit{anger} < 1)',
    ],
    ['not (crowd > 1)', '\\lnot (\\mathit{crowd} > 1)'],
    ['not active(street.riot)', '\\lnot \\mathrm{active}(\\mathsf{street.riot})'],
    ['is(sponsor, gangs)', '\\mathit{sponsor} = \\mathsf{gangs}'],
    ['true', '\\mathrm{true}'],
  ])('%s, a condition', (text, tex) => {
    expect(toTex(treeOf(text), NAMES)).toBe(tex);
  });

  test.each([
    ['0.01 * (crowd > 300)', '0.01 \\cdot [\\mathit{crowd} > 300]'],
    ['1 + active(street.riot)', '1 + \\mathrm{active}(\\mathsf{street.riot})'],
    ['2 * is(sponsor, gangs)', '2 \\cdot [\\mathit{sponsor} = \\mathsf{gangs}]'],
  ])('%s: a condition that counts as 1 or 0', (text, tex) => {
    expect(toTex(treeOf(text), NAMES)).toBe(tex);
  });

  test.each([
    ['days_in(street.riot)', '\\mathrm{days\\_in}(\\mathsf{street.riot})'],
    ['since(response.shoot)', '\\mathrm{since}(\\mathsf{response.shoot})'],
    ['times(oil_falls)', '\\mathrm{times}(\\mathsf{oil\\_falls})'],
    ['outcome(order_by_force)', '\\mathrm{outcome}(\\mathsf{order\\_by\\_force})'],
    ['day + dt', 't + \\Delta t'],
    ['min(anger, 1, 2)', '\\min(\\mathit{anger}, 1, 2)'],
    ['max(1 / 2, 1)', '\\max\\left( \\frac{1}{2}, 1 \\right)'],
    ['abs(anger)', '\\left\\lvert \\mathit{anger} \\right\\rvert'],
    ['exp(anger)', '\\exp(\\mathit{anger})'],
    ['log(anger)', '\\ln(\\mathit{anger})'],
    ['sqrt(anger)', '\\sqrt{\\mathit{anger}}'],
    ['floor(anger)', '\\left\\lfloor \\mathit{anger} \\right\\rfloor'],
    ['clamp(anger, 0, 1)', '\\mathrm{clamp}(\\mathit{anger}, 0, 1)'],
    ['logistic(anger)', '\\mathrm{logistic}(\\mathit{anger})'],
    ['ramp(anger, 0, 1)', '\\mathrm{ramp}(\\mathit{anger}, 0, 1)'],
  ])('%s', (text, tex) => {
    expect(toTex(treeOf(text), NAMES)).toBe(tex);
  });

  test('choices are one list of cases, in brackets where something follows', () => {
    expect(toTex(treeOf('tense ? 1 : crowd > 2 ? 2 : 3'), NAMES)).toBe(
      '\\begin{cases} 1 & \\text{if } \\mathit{tense} \\\\ 2 & \\text{if } \\mathit{crowd} > 2 \\\\ 3 & \\text{otherwise} \\end{cases}',
    );
    expect(toTex(treeOf('(tense ? 1 : 2) + 3'), NAMES)).toBe(
      '\\left( \\begin{cases} 1 & \\text{if } \\mathit{tense} \\\\ 2 & \\text{otherwise} \\end{cases} \\right) + 3',
    );
  });

  test('as a factor a sum and a product stand in brackets, a name does not', () => {
    expect(toTexFactor(treeOf('anger + 1'), NAMES)).toBe('(\\mathit{anger} + 1)');
    expect(toTexFactor(treeOf('anger * 2'), NAMES)).toBe('(\\mathit{anger} \\cdot 2)');
    expect(toTexFactor(treeOf('anger'), NAMES)).toBe('\\mathit{anger}');
    expect(toTexFactor(treeOf('crowd > 1'), NAMES)).toBe('[\\mathit{crowd} > 1]');
  });

  test('names that only a file made to harm could have are printed, not obeyed', () => {
    const hostile: NamesByIndex = { ...NAMES, variable: () => '\\input{x}$&#%_^~é' };
    expect(toTex(treeOf('crowd'), hostile)).toBe(
      '\\mathit{\\backslash{}input\\{x\\}\\$\\&\\#\\%\\_\\wedge{}\\sim{}?}',
    );
  });
});
