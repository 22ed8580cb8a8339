// Promises are read into rules, what cannot be checked is a fault, and what is not checked yet is said.
import { describe, expect, it } from 'vitest';
import type { PromiseRule } from '../../../../src/scenario/index.ts';
import { described, errorsOf, loadSections, soundScenario, warningsOf } from './scenario-text.ts';

const GROUND = `variables: { v: { initial: 1 } }
outcomes: { won: { label: Won, at_horizon: "v > 1" }, lost: { label: Lost, at_horizon: "v > 2" } }
measures: { peak: { max: v }, ended: { final: "v > 1" } }
variants: { strong: {}, weak: {} }
`;
const promise = (body: string) => `${GROUND}expect: { p: { ${body}, because: it is so } }`;

const WON = { outcomes: [0], label: 'Won' };
const rules: readonly (readonly [string, PromiseRule])[] = [
  [
    'outcome: won, probability: 1/6',
    { kind: 'outcome', of: WON, variant: null, bound: { kind: 'equals', value: 1 / 6, within: 0.01 } },
  ],
  [
    'outcome: won, probability: 0.5, within: 1/50, variant: strong',
    { kind: 'outcome', of: WON, variant: 'strong', bound: { kind: 'equals', value: 0.5, within: 0.02 } },
  ],
  [
    'outcome: [lost, won], between: [0.1, 1 / 4]',
    {
      kind: 'outcome',
      of: { outcomes: [0, 1], label: 'Won or Lost' },
      variant: null,
      bound: { kind: 'between', low: 0.1, high: 0.25 },
    },
  ],
  [
    'outcome: { not: won }, at_least: 0.2',
    {
      kind: 'outcome',
      of: { outcomes: [1, 2], label: 'not Won' },
      variant: null,
      bound: { kind: 'between', low: 0.2, high: Infinity },
    },
  ],
  [
    'outcome: { not: [won, unresolved] }, at_most: 0.2, at_least: 0.1',
    {
      kind: 'outcome',
      of: { outcomes: [1], label: 'not Won or Unresolved' },
      variant: null,
      bound: { kind: 'between', low: 0.1, high: 0.2 },
    },
  ],
  [
    'outcome: won, variant: strong, more_likely_than: baseline',
    { kind: 'contrast', of: WON, variant: 'strong', direction: 'more', than: [null] },
  ],
  [
    'outcome: won, less_likely_than: [strong, weak]',
    { kind: 'contrast', of: WON, variant: null, direction: 'less', than: ['strong', 'weak'] },
  ],
  [
    'measure: peak, mean: [1, 3]',
    { kind: 'mean', measure: 0, variant: null, bound: { kind: 'between', low: 1, high: 3 } },
  ],
  [
    'measure: peak, value: 11/3, within: 0.05',
    { kind: 'mean', measure: 0, variant: null, bound: { kind: 'equals', value: 11 / 3, within: 0.05 } },
  ],
  [
    'measure: ended, between: [0.1, 0.3]',
    { kind: 'mean', measure: 1, variant: null, bound: { kind: 'between', low: 0.1, high: 0.3 } },
  ],
  [
    'measure: peak, quantiles: { 0.1: [8, 14], 0.9: [16, 60] }',
    {
      kind: 'quantiles',
      measure: 0,
      variant: null,
      quantiles: [
        { level: 0.1, low: 8, high: 14 },
        { level: 0.9, low: 16, high: 60 },
      ],
    },
  ],
];

describe('rules', () => {
  it.each(rules)('%s', (body, expected) => {
    const { promises } = soundScenario(promise(body));
    expect(promises.map(({ rule }) => rule)).toEqual([expected]);
    expect(promises[0]).toMatchObject({ name: 'p', because: 'it is so', file: 'test.yaml', line: 14 });
  });

  it('makes one promise for every outcome that the file names of `each`', () => {
    const { promises } = soundScenario(promise('outcome: each, probability: 1/2'));
    expect(promises.map(({ name }) => name)).toEqual(['p.won', 'p.lost']);
    expect(promises.map(({ rule }) => rule.kind === 'outcome' && rule.of.outcomes)).toEqual([[0], [1]]);
  });
});

describe('faults', () => {
  it.each([
    ['outcome: wonn, probability: 0.5', /^unknown-name at `wonn` — .*Did you mean `won`/],
    ['outcome: { not: wonn }, probability: 0.5', /^unknown-name at `wonn`/],
    ['outcome: won, probability: 1.5', /^bad-promise at `1.5` — .*share/],
    ['outcome: won, between: [0.5, 0.2]', /^bad-promise at `\[0.5, 0.2\]`/],
    ['outcome: won, at_least: -1', /^bad-promise at `-1`/],
    ['measure: ended, value: 2', /^bad-promise at `2` — .*share/],
    ['outcome: won, probability: 1/0', /^bad-number at `1\/0`/],
    ['outcome: won, probability: v', /^unknown-name at `v`|^expression-scope at `v`/],
    ['outcome: won, probability: 0.5, within: 0', /^bad-promise at `0`/],
    [
      'outcome: won, variant: strongg, probability: 0.5',
      /^unknown-name at `strongg` — .*Did you mean `strong`/,
    ],
    ['outcome: won, more_likely_than: [strong, wek]', /^unknown-name at `wek`/],
    [
      'outcome: won, variant: strong, more_likely_than: [weak, strong]',
      /^bad-promise at .*`strong` is compared/,
    ],
    ['outcome: won, less_likely_than: baseline', /^bad-promise at `baseline` — .*`baseline` is compared/],
    ['measure: peek, mean: [1, 2]', /^unknown-name at `peek` — .*Did you mean `peak`/],
    ['measure: peak, quantiles: { 1.5: [1, 2] }', /^bad-promise at `1.5`/],
    ['measure: peak, quantiles: { 0.5: [3, 2] }', /^bad-promise at `\[3, 2\]`/],
    ['measure: peak, probability: 0.5', /^bad-promise at `p` — .*`p`.*`value`/],
    ['outcome: won, mean: [0.1, 0.2]', /^bad-promise at `p` — .*`p`.*`probability`/],
  ])('%s', (body, pattern) => {
    const found = errorsOf(loadSections(promise(body))).map(described);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(pattern);
  });
});

describe('promises of later versions', () => {
  it.each([
    ['outcome: won, between: [0, 1], given: "v > 1"', 'given'],
    ['timeline: all, inside: 0.8', 'timeline'],
    ['log_odds: [won, lost], per: { p: [0.1, 0.2] }, between: [-5, -1]', 'log_odds'],
    ['odds_ratio: won, variant: strong, against: weak, between: [0.1, 0.9]', 'odds_ratio'],
    ['happening: street.erupts, within: 3 days of street.ends, between: [0.1, 0.9]', 'happening'],
  ])('%s', (body, key) => {
    const result = loadSections(promise(body));
    expect(errorsOf(result).map(described)).toEqual([]);
    expect(result.scenario?.promises).toEqual([]);
    const said = warningsOf(result).filter(({ code }) => code === 'promise-not-yet');
    expect(said.map(described)).toEqual([expect.stringContaining(`promise-not-yet at \`${key}\``)]);
  });
});
