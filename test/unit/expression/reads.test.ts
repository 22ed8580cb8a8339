// Proves what is told of the things an expression reads: for dependencies, for warnings, for faults in a run.
import { describe, expect, test } from 'vitest';
import { type Expression, parseExpression, references, valuesRead } from '../../../src/expression/index.ts';
import { ANYTHING, sampleNames, sampleState } from './sample-names.ts';

function treeOf(text: string): Expression {
  const parsed = parseExpression(text, sampleNames, ANYTHING);
  if (Array.isArray(parsed)) throw new Error(text);
  return parsed.tree;
}

describe('references', () => {
  test('every kind, each once, in the order of the text', () => {
    const found = references(
      treeOf(
        'min(police_pay, loyalty) * crowd + growth - anger / crowd + is(sponsor, gangs) + active(palace.split) * days_in(street.riot) + (since(oil_falls) < 2) + times(response.shoot) + day * dt + outcome(compromise)',
      ),
    );
    const lists = Object.fromEntries(
      Object.entries(found).map(([key, value]) => [key, typeof value === 'boolean' ? value : [...value]]),
    );
    expect(lists).toEqual({
      parameters: [3, 0, 2],
      variables: [0, 1],
      auxiliaries: [0],
      stages: [4, 1],
      happenings: [4, 2],
      since: [4],
      times: [2],
      longSince: [],
      outcomes: [1],
      day: true,
      dt: true,
    });
  });
  test('nothing', () => {
    const { day, dt, parameters, variables } = references(treeOf('1 + 2'));
    expect([day, dt, parameters.size, variables.size]).toEqual([false, false, 0, 0]);
  });
  test('inside every operator', () => {
    for (const text of [
      '-crowd',
      '2 ^ crowd',
      'not (crowd > 1)',
      '1 < 2 < crowd',
      'tense and crowd > 1',
      'crowd > 1 or tense',
      'crowd > 1 ? 1 : 2',
      'tense ? crowd : 2',
      'tense ? 1 : crowd',
      'clamp(1, 2, crowd)',
    ])
      expect([...references(treeOf(text)).variables], text).toEqual([0]);
  });
  test.each([
    ['since(oil_falls) > 5', [4]],
    ['since(oil_falls) >= 5', [4]],
    ['5 < since(oil_falls)', [4]],
    ['1 < since(oil_falls) < 5', [4]],
    ['since(oil_falls) < 5', []],
    ['5 > since(oil_falls)', []],
    ['since(oil_falls) == 5', []],
    ['not (tense or since(response.shoot) > 1)', [2]],
  ])('%s is also true when it never happened: %j', (text, happenings) => {
    expect([...references(treeOf(text)).longSince]).toEqual(happenings);
  });
});

describe('values read', () => {
  const names = {
    parameter: (index: number) => ['loyalty', 'patience', 'sponsor', 'police_pay'][index]!,
    variable: (index: number) => ['crowd', 'anger'][index]!,
    auxiliary: (index: number) => ['growth', 'tense'][index]!,
    stage: (index: number) => ['street.protest', 'street.riot'][index]!,
    happening: (index: number) => ['street.turns_violent', '', '', '', 'oil_falls'][index]!,
    outcome: (index: number) => ['order_by_force', 'compromise'][index]!,
    choice: (_: number, choice: number) => ['nobody', 'gangs', 'faction'][choice]!,
  };
  test('by the names of the author, once each, in the order of the text', () => {
    const tree = treeOf(
      'crowd / (anger - anger) + loyalty * crowd + tense + active(street.riot) + days_in(street.riot) + since(oil_falls) + times(street.turns_violent) + is(sponsor, faction) + is(sponsor, gangs) + day + dt + outcome(compromise) + 2',
    );
    expect(valuesRead(tree, sampleState, names)).toEqual([
      { name: 'crowd', value: 300 },
      { name: 'anger', value: 0.25 },
      { name: 'loyalty', value: 0.6 },
      { name: 'tense', value: 1 },
      { name: 'active(street.riot)', value: true },
      { name: 'days_in(street.riot)', value: 1 },
      { name: 'since(oil_falls)', value: 1e6 },
      { name: 'times(street.turns_violent)', value: 2 },
      { name: 'sponsor', value: 'gangs' },
      { name: 'day', value: 2 },
      { name: 'dt', value: 0.25 },
      { name: 'outcome(compromise)', value: true },
    ]);
  });
});
