// Proves the typing of LANGUAGE: a yes or no counts as 1 or 0 under + - * only, and everywhere else types must fit.
import { describe, expect, test } from 'vitest';
import { type ExpressionRules, parseExpression } from '../../../src/expression/index.ts';
import { faultLines, faultsOf, sampleNames } from './sample-names.ts';

const NUMBER: ExpressionRules = { wants: 'number', scope: 'state' };
const CONDITION: ExpressionRules = { wants: 'boolean', scope: 'state' };
const EITHER: ExpressionRules = { wants: 'either', scope: 'state' };

describe('the whole expression', () => {
  test('a condition is no hazard', () => {
    expect(faultLines('crowd > 300', NUMBER)).toEqual([
      'expression-type: crowd > 300 → Multiply it by a number, as in `0.1 * (crowd > 300)`; a condition by itself belongs in `when` or `while`.',
    ]);
  });
  test('a number is no condition', () => {
    expect(faultLines(' crowd ', CONDITION)).toEqual([
      'expression-type: crowd → Compare it, as in `crowd > 0`.',
    ]);
    expect(faultLines('1', CONDITION)).toHaveLength(1);
  });
  test.each([
    ['crowd > 300', 'boolean'],
    ['crowd', 'number'],
    ['tense', 'boolean'],
    ['tense + 0', 'number'],
    ['tense ? tense : false', 'boolean'],
    ['-tense', 'number'],
    ['is(sponsor, gangs)', 'boolean'],
    ['active(street.riot)', 'boolean'],
    ['days_in(street.riot)', 'number'],
    ['since(oil_falls)', 'number'],
    ['times(oil_falls)', 'number'],
  ] as const)('%s is a %s, and passes where that or either is wanted', (text, type) => {
    for (const wants of [type, 'either'] as const)
      expect(parseExpression(text, sampleNames, { wants, scope: 'state' })).toMatchObject({ type });
    const other = type === 'number' ? CONDITION : NUMBER;
    expect(faultsOf(text, other).map(({ code }) => code)).toEqual(['expression-type']);
  });
});

describe('not binds before a comparison', () => {
  test.each([
    ['not crowd > 3', 'not crowd > 3 → Write `not (crowd > 3)`.'],
    ['not tense > 3', 'not tense > 3 → Write `not (tense > 3)`.'],
    ['not 0 < crowd < 3', 'not 0 < crowd < 3 → Write `not (0 < crowd < 3)`.'],
    ['tense and not crowd == 3', 'not crowd == 3 → Write `not (crowd == 3)`.'],
    ['not crowd + 1 > 3', 'not crowd + 1 > 3 → Write `not (crowd + 1 > 3)`.'],
  ])('%s', (text, line) => {
    expect(faultLines(text, EITHER)).toEqual([`expression-type: ${line}`]);
  });
  test('the message shows how it was read', () => {
    expect(faultsOf('not crowd > 3')[0]?.message).toBe(
      '`not` binds before `>`: this reads `(not crowd) > …`',
    );
  });
  test('with brackets it is right', () => {
    expect(faultsOf('not (crowd > 3)', CONDITION)).toEqual([]);
  });
  test('unknown names inside are told as well', () => {
    expect(faultLines('not corwd > 3').map((line) => line.split(' →')[0])).toEqual([
      'expression-type: not corwd > 3',
      'unknown-name: corwd',
    ]);
  });
});

describe('operands', () => {
  test.each([
    ['crowd / tense', 'tense → Write `1 * tense` if'],
    ['(crowd > 3) / 2', '(crowd > 3) → Write `1 * (crowd > 3)` if'],
    ['(crowd > 3) ^ 2', '(crowd > 3) → Write `1 * (crowd > 3)` if'],
    ['2 ^ tense', 'tense → Write `1 * tense` if'],
    ['crowd and tense', 'crowd → Compare it, as in `crowd > 0`'],
    ['tense or 1', '1 → Compare it, as in `1 > 0`'],
    ['not crowd', 'crowd → Compare it'],
    ['crowd ? 1 : 2', 'crowd → Compare it'],
    ['tense ? 1 : true', '1 : true → Make both numbers, or both conditions'],
    ['tense == true', 'true → Write `tense` alone'],
    ['tense == false', 'false → Write `not tense` alone'],
    ['true != (crowd > 3)', 'true → Write `not (crowd > 3)` alone'],
    ['tense != false', 'false → Write `tense` alone'],
    ['crowd == true', 'true → Write the condition by itself'],
    ['tense > 0', 'tense → Write the condition by itself'],
    ['0 < tense < 1', 'tense → Write the condition by itself'],
    ['min(tense, 1)', 'tense → Write `1 * tense` if'],
    ['abs(crowd > 3)', 'crowd > 3 → Write `1 * (crowd > 3)` if'],
    ['exp(active(street.riot))', 'active(street.riot) → Write `1 * active(street.riot)` if'],
    ['ramp(tense, 0, 1)', 'tense → Write'],
    ['sponsor + 1', 'sponsor → Ask for a choice: `is(sponsor, nobody)`'],
    ['sponsor == 1', 'sponsor → Ask for a choice'],
  ])('%s', (text, line) => {
    const found = faultLines(text, EITHER);
    expect(found.map((fault) => fault.slice(0, line.length + 17))).toEqual([`expression-type: ${line}`]);
  });
  test('what is unknown is not complained of twice', () => {
    expect(
      faultLines('nothing_here and nothing_here / 2 > (nothing_here ? 1 : 2)').map(
        (line) => line.split(':')[0],
      ),
    ).toEqual(['unknown-name', 'unknown-name', 'unknown-name']);
  });
  test('two yes or no under one `==` are two faults', () => {
    expect(faultsOf('tense == (crowd > 3)')).toHaveLength(2);
  });
});

describe('arguments', () => {
  test.each([
    ['min()', 'min() → Write `min(a, b, …)`', '`min` takes at least 1 argument, and here is none'],
    ['abs()', 'abs() → Write `abs(x)`', '`abs` takes 1 argument, and here is none'],
    ['abs(1, 2)', 'abs(1, 2) → Write `abs(x)`', '`abs` takes 1 argument, and here are 2'],
    [
      'clamp(crowd)',
      'clamp(crowd) → Write `clamp(x, low, high)`',
      '`clamp` takes 3 arguments, and here is 1',
    ],
    ['ramp(1, 2)', 'ramp(1, 2) → Write `ramp(x, from, to)`', '`ramp` takes 3 arguments, and here are 2'],
    ['log(2, 10)', 'log(2, 10) → Write `log(x) / log(base)`', '`log` takes 1 argument, and here are 2'],
    ['active()', 'active() → Write `active(region.stage)`', '`active` takes 1 argument, and here is none'],
    ['is(sponsor)', 'is(sponsor) → Write `is(parameter, choice)`', '`is` takes 2 arguments, and here is 1'],
    [
      'active(3)',
      'active(3) → Write `active(region.stage)`',
      '`active` takes a name or a path, and nothing else',
    ],
    ['since(crowd + 1)', 'since(crowd + 1) → Write', '`since` takes a name or a path, and nothing else'],
    ['is(sponsor, 1)', 'is(sponsor, 1) → Write', '`is` takes two names, and nothing else'],
    ['is(sponsor, (gangs))', 'is(sponsor, (gangs)) → Write', '`is` takes two names, and nothing else'],
    ['min', 'min → Write `min(a, b, …)`', '`min` is a function, and its brackets are missing'],
    [
      'times + 1',
      'times → Write `times(region.happening)`',
      '`times` is a function, and its brackets are missing',
    ],
  ])('%s', (text, line, message) => {
    const found = faultsOf(text, EITHER);
    expect(found.map((fault) => fault.message)).toEqual([message]);
    expect(faultLines(text, EITHER)[0]).toContain(`expression-arguments: ${line}`);
  });
});
