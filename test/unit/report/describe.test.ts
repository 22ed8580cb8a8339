// Proves the words of descriptions: figures, distributions, what triggers and effects do, and each kind of promise.
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { distributionWords, drawnWords } from '../../../src/report/describe/distribution.ts';
import { counted, daysWords, figure, rangeWords } from '../../../src/report/describe/figures.ts';
import { promiseLine } from '../../../src/report/describe/promise.ts';
import { dependsLine } from '../../../src/report/describe/reads.ts';
import { triggerWords } from '../../../src/report/describe/trigger.ts';
import type { Line } from '../../../src/report/document/index.ts';
import { type Scenario, triggerExpressions } from '../../../src/scenario/index.ts';
import { scenarioFromFile, scenarioOf } from '../../helpers/build-scenario.ts';

const plain = (line: Line): string =>
  line.map((part) => (typeof part === 'string' ? part : 'url' in part ? part.url : part.text)).join('');

const FUEL = scenarioOf(readFileSync('test/fixtures/fuel-prices.yaml', 'utf8'));

test.each([
  [0.1 + 0.2, '0.3'],
  [-0.05, '−0.05'],
  [1234567, '1235000'],
  [2.03, '2.03'],
  [Infinity, '∞'],
])('%d is written %s', (value, words) => {
  expect(figure(value)).toBe(words);
});

test('ranges, counts and days', () => {
  expect([
    rangeWords(0, 1),
    rangeWords(0, Infinity),
    rangeWords(-Infinity, 2),
    rangeWords(-Infinity, Infinity),
  ]).toEqual(['0 to 1', 'at least 0', 'at most 2', 'any number']);
  expect([counted(1, 'region'), counted(12, 'entry', 'entries')]).toEqual(['one region', '12 entries']);
  expect([daysWords(0.25), daysWords(1), daysWords(2.5), daysWords(1 / 24)]).toEqual([
    '6 hours',
    '1 day',
    '2.5 days',
    '1 hour',
  ]);
});

describe('a distribution', () => {
  test.each([
    [{ kind: 'uniform', low: 0, high: 2 }, 'uniform, 0 to 2'],
    [{ kind: 'pert', low: 0, mode: 1, high: 4 }, 'PERT, 0 to 4, most likely 1'],
    // Beta(2, 3): mean 2/5, variance 6/(25 · 6) = 1/25.
    [{ kind: 'beta', alpha: 2, beta: 3 }, 'beta, mean 0.4, standard deviation 0.2'],
    [
      { kind: 'lognormal', median: 2, sigma: 0.5 },
      'lognormal, median 2, standard deviation of the logarithm 0.5',
    ],
    [{ kind: 'weibull', shape: 2, scale: 3 }, 'Weibull, shape 2, scale 3'],
    [{ kind: 'choice', values: [0, 1], weights: [1, 3] }, 'yes 25 %, no 75 %'],
  ] as const)('%j', (distribution, words) => {
    expect(distributionWords(distribution, ['yes', 'no'])).toBe(words);
  });

  it('is said to be truncated where its range cuts something', () => {
    const [loyalty] = FUEL.parameters;
    const normal = { kind: 'normal', mean: 0.5, sd: 0.2 } as const;
    expect(drawnWords({ ...loyalty!, distribution: normal })).toBe(
      'normal, mean 0.5, standard deviation 0.2, truncated to its range',
    );
    expect(drawnWords(loyalty!)).not.toContain('truncated');
    expect(drawnWords({ ...loyalty!, distribution: null })).toBe('fixed');
  });
});

const trigger = (scenario: Scenario, path: string) =>
  scenario.transitions.find((each) => each.path === path)!.trigger;

test.each([
  [
    'street.concession',
    'with a chance per day of q, as the rate',
    'h = -\\ln(1 - q), \\quad q = 0.1 \\quad \\text{while } \\mathit{crowd} > 3',
    'Crowd',
  ],
  ['street.accepted', 'in the first step at whose start it holds that', '\\mathit{anger} < 0.4', 'anger'],
  [
    'street.walk_out',
    'a random number of days (triangular, 1 to 7, most likely 3) after its stage was entered',
    null,
    '',
  ],
  ['street.president_must_choose', '2 days after its stage was entered', null, ''],
  [
    'palace.breaks',
    'at a rate per day of',
    'h = 0.05 \\cdot [\\mathrm{since}(\\mathsf{street.turns\\_violent}) < 5]',
    'what came of turns violent',
  ],
])('%s comes %s', (path, clause, tex, depends) => {
  const words = triggerWords(FUEL, trigger(FUEL, path), 'stage');
  expect(plain(words.clause)).toBe(clause);
  expect(words.formula).toEqual(tex === null ? null : { kind: 'formula', tex });
  expect(plain(dependsLine(FUEL, triggerExpressions(trigger(FUEL, path))))).toBe(depends);
});

test('every kind of promise is a sentence', () => {
  const kazakhstan = scenarioFromFile('scenarios/kazakhstan-2022.yaml');
  const said = new Map(
    kazakhstan.promises.map((promise) => [promise.name, plain(promiseLine(kazakhstan, promise))]),
  );
  expect(said.get('insiders_end_some')).toBe('1 % to 15 % of the runs end in Removed by insiders.');
  expect(said.get('others_possible')).toBe(
    'At least 30 % of the runs end in an outcome other than Held with troops.',
  );
  expect(said.get('loyalty_slope')).toBe(
    'The log-odds of Removed by insiders or The regime falls change by −5 to −1.5 per unit of Loyalty of the security forces, between 0.35 and 0.85.',
  );
  expect(said.get('troops_matter')).toBe(
    'The odds of Removed by insiders or The regime falls under the variant The alliance sends a small force over those under the variant The alliance refuses are 0.15 to 0.95.',
  );
  expect(said.get('troops_count')).toBe(
    'It is more likely that a run ends in Removed by insiders or The regime falls under the variant No foreign troops than in the scenario as it is.',
  );
  expect(said.get('concession_late')).toBe(
    'In 5 % to 30 % of the runs, The concession ends it comes within 3 days of Cut the price.',
  );
  expect(said.get('history_fits')).toBe(
    'Each of 18 entries of the timeline lies in the central 80 % of the runs that have it, among the runs with outcome(held_with_troops).',
  );
  expect(said.get('some_relapse')).toBe('In at least 1 % of the runs it holds that: Violence returns.');
  const ruin = scenarioFromFile('scenarios/exact/gamblers-ruin.yaml');
  expect(plain(promiseLine(ruin, ruin.promises.at(-1)!))).toBe(
    'The mean of bets under the variant kind odds is 20.81 (to within 0.25).',
  );
});
