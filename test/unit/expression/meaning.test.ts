// Proves what good expressions mean: every operator, function and name of LANGUAGE has its value and its type.
import { describe, expect, test } from 'vitest';
import { evaluator, parseExpression, type ValueType } from '../../../src/expression/index.ts';
import { ANYTHING, sampleNames, sampleState } from './sample-names.ts';

function evaluated(text: string): { value: number; type: ValueType } {
  const parsed = parseExpression(text, sampleNames, ANYTHING);
  if (Array.isArray(parsed)) throw new Error(`${text}: ${parsed.map(({ message }) => message).join('; ')}`);
  return { value: evaluator(parsed.tree)(sampleState), type: parsed.type };
}

/** A boolean expected means that the expression has the type of a yes or no. */
type Row = readonly [text: string, value: number | boolean];

function check(title: string, rows: readonly Row[]): void {
  test.each(rows)(`${title}: %s is %s`, (text, value) => {
    expect(evaluated(text)).toEqual({ value: Number(value), type: typeof value });
  });
}

describe('literals', () => {
  check('a number', [
    ['0', 0],
    ['007', 7],
    ['0.1', 0.1],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1E3', 1000],
    ['2.5e-1', 0.25],
    ['1e+2', 100],
    ['1e-999', 0],
    ['1.7976931348623157e308', Number.MAX_VALUE],
    [' 3 ', 3],
  ]);
  check('a yes or no', [
    ['true', true],
    ['false', false],
  ]);
});

describe('arithmetic and its precedence', () => {
  check('sums and products', [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 2', 3],
    ['24 / 4 * 2', 12],
    ['0.1 + 0.2', 0.30000000000000004],
    ['(0.1 + 0.2) + 0.3', 0.6000000000000001],
    ['0.1 + (0.2 + 0.3)', 0.6],
    ['1/6', 1 / 6],
    ['1 / 0', Number.POSITIVE_INFINITY],
    ['0 / 0', Number.NaN],
  ]);
  check('unary minus and powers', [
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^3^2', 512],
    ['(2^3)^2', 64],
    ['2^-3', 0.125],
    ['2^-1^2', 0.5],
    ['4^0.5', 2],
    ['3 - -2', 5],
    ['2 * -3', -6],
    ['--2', 2],
    ['-2 * 3', -6],
    ['0^0', 1],
    ['(-8)^0.5', Number.NaN],
  ]);
  check('a yes or no counts as 1 or 0 under + - *, and under a minus', [
    ['0.01 * (crowd > 200)', 0.01],
    ['0.01 * (crowd > 300)', 0],
    ['true + true', 2],
    ['1 - active(street.riot)', 0],
    ['0.3 * anger - 0.1 + 0.1 * active(palace.split)', 0.3 * 0.25 - 0.1],
    ['-tense', -1],
    ['tense * tense', 1],
  ]);
});

describe('comparison is IEEE and may be chained', () => {
  check('one', [
    ['1 < 2', true],
    ['2 <= 2', true],
    ['2 > 2', false],
    ['2 >= 2', true],
    ['2 == 2', true],
    ['2 != 2', false],
    ['0.1 + 0.2 == 0.3', false],
    ['1 == 1 + 1e-15', false],
    ['0 == -0', true],
    ['0 / 0 == 0 / 0', false],
    ['0 / 0 != 0 / 0', true],
    ['0 / 0 < 1', false],
  ]);
  check('several', [
    ['0 < anger < 1', true],
    ['0 < anger < 0.2', false],
    ['0 < anger > 0.2', true],
    ['1 < 2 < 3 < 4 < 5', true],
    ['1 < 2 < 3 < 3 < 5', false],
    ['1 < 2 == 2', true],
    ['3 > 2 > 1', true],
    ['3 == 3 != 4', true],
  ]);
});

describe('logic', () => {
  check('and, or, not', [
    ['tense and crowd > 100', true],
    ['tense and crowd > 300', false],
    ['crowd > 300 or tense', true],
    ['not tense', false],
    ['not (crowd > 300)', true],
    ['not not tense', true],
    ['not tense or tense', true],
    ['true or false and false', true],
    ['(true or false) and false', false],
    ['tense and not active(street.protest)', true],
    ['1 < 2 and 2 < 3', true],
  ]);
  check('choices', [
    ['crowd > 100 ? 1 : 2', 1],
    ['crowd > 300 ? 1 : 2', 2],
    ['crowd > 300 ? 1 : crowd > 200 ? 2 : 3', 2],
    ['tense ? (crowd > 300 ? 1 : 2) : 3', 2],
    ['tense ? true : false', true],
    ['tense?.5:1', 0.5],
    ['tense ? 1 + 1 : 5', 2],
    ['1 + (tense ? 1 : 0) * 2', 3],
    ['min(tense ? 1 : 2, 5)', 1],
    ['true ? 1 / 0 > 1 : false', true],
  ]);
});

describe('functions of numbers', () => {
  check('min and max take one or more', [
    ['min(3)', 3],
    ['max(3)', 3],
    ['min(3, 1, 2)', 1],
    ['max(3, 1, 2, 7)', 7],
    ['min(0 / 0, 1)', Number.NaN],
    ['min(1, 0 / 0)', 1],
    ['max(1, 0 / 0)', 1],
  ]);
  check('the others', [
    ['abs(-2)', 2],
    ['exp(0)', 1],
    ['log(1)', 0],
    ['log(0)', Number.NEGATIVE_INFINITY],
    ['log(-1)', Number.NaN],
    ['sqrt(9)', 3],
    ['sqrt(-1)', Number.NaN],
    ['floor(2.7)', 2],
    ['floor(-2.2)', -3],
    ['clamp(5, 0, 1)', 1],
    ['clamp(-5, 0, 1)', 0],
    ['clamp(0.5, 0, 1)', 0.5],
    ['logistic(0)', 0.5],
    ['logistic(-1000)', 0],
    ['logistic(1000)', 1],
    ['exp(710)', Number.POSITIVE_INFINITY],
    ['exp(-746)', 0],
  ]);
  check('ramp is 0 at from, 1 at to, linear between, flat outside', [
    ['ramp(1, 1, 3)', 0],
    ['ramp(2, 1, 3)', 0.5],
    ['ramp(3, 1, 3)', 1],
    ['ramp(0, 1, 3)', 0],
    ['ramp(9, 1, 3)', 1],
    ['ramp(2.5, 3, 1)', 0.25],
    ['ramp(9, 3, 1)', 0],
    ['ramp(1, 1, 1)', Number.NaN],
    ['ramp(2, 1, 1)', 1],
  ]);
});

describe('names', () => {
  check('values', [
    ['loyalty', 0.6],
    ['crowd', 300],
    ['growth', -0.1],
    ['tense', true],
    ['constructor', 7],
    ['undefined', 9],
    ['e', 2.5],
    ['2 * e', 5],
  ]);
  check('the clock', [
    ['day', 2],
    ['dt', 0.25],
    ['floor(day)', 2],
  ]);
  check('stages: active, and days of this stay', [
    ['active(street.riot)', true],
    ['active(street.riot.looting)', false],
    ['days_in(street.riot)', 1],
    ['days_in(palace.united)', 2],
    ['days_in(street.protest)', 0],
    ['active( street . riot )', true],
  ]);
  check('happenings: times, and days since the end of the step of the last', [
    ['times(street.turns_violent)', 2],
    ['times(oil_falls)', 0],
    ['times(response.shoot) > 0', true],
    ['since(street.turns_violent)', 0.5],
    ['since(response.shoot)', 1.75],
    ['since(oil_falls)', 1e6],
    ['since(street.turns_violent) < 5', true],
  ]);
  check('choices and outcomes', [
    ['is(sponsor, gangs)', true],
    ['is(sponsor, nobody)', false],
    ['0.1 + 0.3 * is(sponsor, gangs)', 0.4],
    ['outcome(compromise)', true],
    ['outcome(unresolved)', false],
    ['times(response.shoot) > 0 and outcome(compromise)', true],
  ]);
});

describe('a line break is a blank', () => {
  check('between any two words', [
    ['1\n+ 2', 3],
    ['1 +\n2', 3],
    ['1\r\n+\t2', 3],
    ['crowd > 100\nand tense', true],
    ['min(1,\n2)', 1],
    ['\n1\n', 1],
    ['tense\n? 1\n: 2', 1],
    ['not\ntense', false],
  ]);
  test('but not a separator of expressions', () => {
    expect(() => evaluated('1\n2')).toThrow(/side by side/);
  });
});
