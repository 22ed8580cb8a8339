// Proves how names, paths and choices are found, guessed when mistyped, and kept to the scope of their place.
import { describe, expect, test } from 'vitest';
import { constantOf, type ExpressionRules, parseExpression } from '../../../src/expression/index.ts';
import { faultLines, faultsOf, sampleNames } from './sample-names.ts';

describe('mends for unknown names', () => {
  test.each([
    ['corwd', 'unknown-name: corwd → Did you mean `crowd`?'],
    ['Crowd', 'unknown-name: Crowd → Did you mean `crowd`?'],
    ['loyality', 'unknown-name: loyality → Did you mean `loyalty`?'],
    ['today', 'unknown-name: today → Write `day` for the days since the start.'],
    ['riot', 'unknown-name: riot → Ask whether the stage is active: `active(street.riot)`.'],
    ['shoot', 'unknown-name: shoot → Ask whether it has happened: `times(response.shoot) > 0`.'],
    ['xyzzy', 'unknown-name: xyzzy → Declare it under `parameters`, `variables` or `auxiliaries`.'],
    ['street.riot', 'unknown-name: street.riot → Write `active(street.riot)`.'],
    ['response.shoot', 'unknown-name: response.shoot → Write `times(response.shoot) > 0`.'],
    ['street.rito', 'unknown-name: street.rito → Did you mean `active(street.riot)`?'],
    ['crowd.size', 'unknown-name: crowd.size → Write `crowd`.'],
    ['active(street.rito)', 'unknown-name: street.rito → Did you mean `street.riot`?'],
    ['active(riot)', 'unknown-name: riot → Did you mean `street.riot`?'],
    ['active(looting)', 'unknown-name: looting → Did you mean `street.riot.looting`?'],
    [
      'active(street)',
      'unknown-name: street → There are `street.protest`, `street.riot` and `street.riot.looting`.',
    ],
    [
      'active(oil_falls)',
      'unknown-name: oil_falls → It is a happening: write `times(oil_falls)` or `since(oil_falls)`.',
    ],
    ['days_in(palce.split)', 'unknown-name: palce.split → Did you mean `palace.split`?'],
    [
      'since(street.riot)',
      'unknown-name: street.riot → It is a stage: write `active(street.riot)` or `days_in(street.riot)`.',
    ],
    ['since(turns_violent)', 'unknown-name: turns_violent → Did you mean `street.turns_violent`?'],
    ['times(response)', 'unknown-name: response → There are `response.shoot` and `response.concede`.'],
    ['times(oil_fall)', 'unknown-name: oil_fall → Did you mean `oil_falls`?'],
    [
      'times(nowhere.at_all)',
      'unknown-name: nowhere.at_all → Write `region.transition`, `decision.option`, or the name of a shock.',
    ],
    ['outcome(comprimise)', 'unknown-name: comprimise → Did you mean `compromise`?'],
    ['outcome(other)', 'unknown-name: other → There are `order_by_force`, `compromise` and `unresolved`.'],
    ['is(sponsor, gang)', 'unknown-name: gang → Did you mean `gangs`?'],
    ['is(sponsor, army)', 'unknown-name: army → Its choices are `nobody`, `gangs` and `faction`.'],
    ['is(sponser, gangs)', 'unknown-name: sponser → Did you mean `sponsor`?'],
    ['is(loyalty, gangs)', 'unknown-name: loyalty → Compare it with a number, as in `loyalty > 0.5`.'],
    ['is(street.riot, gangs)', 'unknown-name: street.riot → Declare it under `parameters`, with `one_of`.'],
    ['pow(crowd, 2)', 'unknown-name: pow → Write a power as `x ^ y`.'],
    ['round(crowd)', 'unknown-name: round → Write `floor(x + 0.5)`.'],
    [
      'sum(crowd, anger)',
      'unknown-name: sum → Write `a + b`; `sum(…)` runs over the members of a set, as in `sum(size_{service})`.',
    ],
    ['mni(1, 2)', 'unknown-name: mni → Did you mean `min(a, b, …)`?'],
    ['Max(1, 2)', 'unknown-name: Max → Did you mean `max(a, b, …)`?'],
    ['street.riot(1)', 'unknown-name: street.riot → There are `min`, `max`'],
    ['day(3)', 'unknown-name: day → Write `day * (…)` to multiply.'],
  ])('%s', (text, line) => {
    expect(faultLines(text).map((found) => found.slice(0, line.length))).toEqual([line]);
  });

  test('few names are listed, and none is asked to be guessed', () => {
    const few = { ...sampleNames, known: { ...sampleNames.known, values: ['crowd', 'anger'] } };
    const parsed = parseExpression('xyzzy', few, { wants: 'number', scope: 'state' });
    expect(parsed).toMatchObject([{ mend: 'Known here: `crowd` and `anger`.' }]);
  });
});

describe('scope', () => {
  const inScope = (scope: ExpressionRules['scope'], text: string): readonly string[] =>
    faultsOf(text, { wants: 'either', scope }).map(({ code }) => code);
  const OUT = ['expression-scope'];

  test.each([
    ['1/6 + sqrt(2)', [], [], [], []],
    ['loyalty', OUT, [], [], []],
    ['is(sponsor, gangs)', OUT, [], [], []],
    ['crowd', OUT, OUT, [], []],
    ['growth', OUT, OUT, [], []],
    ['day', OUT, OUT, [], []],
    ['dt', OUT, OUT, [], []],
    ['active(street.riot)', OUT, OUT, [], []],
    ['days_in(street.riot)', OUT, OUT, [], []],
    ['since(oil_falls)', OUT, OUT, [], []],
    ['times(oil_falls)', OUT, OUT, [], []],
    ['outcome(compromise)', OUT, OUT, OUT, []],
    ['xyzzy', OUT, ['unknown-name'], ['unknown-name'], ['unknown-name']],
  ] as const)(
    '%s: constant %j, parameters %j, state %j, end %j',
    (text, constant, parameters, state, end) => {
      expect(inScope('constant', text)).toEqual(constant);
      expect(inScope('parameters', text)).toEqual(parameters);
      expect(inScope('state', text)).toEqual(state);
      expect(inScope('end', text)).toEqual(end);
    },
  );

  test('the message says why', () => {
    const message = (text: string, scope: ExpressionRules['scope']): string | undefined =>
      faultsOf(text, { wants: 'either', scope })[0]?.message;
    expect(message('crowd', 'parameters')).toBe(
      '`crowd` may not stand here: before a run begins there are only parameters',
    );
    expect(message('loyalty', 'constant')).toBe('`loyalty` may not stand here: only a number may');
    expect(message('outcome(compromise)', 'state')).toBe(
      '`outcome(…)` may not stand here: how a run ends is known only at its end',
    );
  });
});

describe('constants', () => {
  test.each([
    ['1/6', 1 / 6],
    ['0.25', 0.25],
    ['-3', -3],
    ['2^10', 1024],
    ['exp(0)', 1],
    ['5 > 3 ? 1 : 2', 1],
  ])('%s is %d', (text, value) => {
    expect(constantOf(text)).toBe(value);
  });
  test.each([
    ['1/0', 'bad-number'],
    ['0/0', 'bad-number'],
    ['loyalty', 'expression-scope'],
    ['day', 'expression-scope'],
    ['1 < 2', 'expression-type'],
    ['1 /', 'expression-syntax'],
  ])('%s is %s', (text, code) => {
    expect(constantOf(text)).toMatchObject([{ code }]);
  });
});
