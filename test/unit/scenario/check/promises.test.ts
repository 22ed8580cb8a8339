// Promises are read into rules, what cannot be checked is a fault, and other files are read for comparisons.
import { describe, expect, it } from 'vitest';
import { loadScenario, type PromiseRule, type PromiseSide } from '../../../../src/scenario/index.ts';
import { described, errorsOf, loadSections, readFrom, scenarioText, soundScenario } from './scenario-text.ts';

const GROUND = `variables: { v: { initial: 1 } }
outcomes: { won: { label: Won, at_horizon: "v > 1" }, lost: { label: Lost, at_horizon: "v > 2" } }
measures: { peak: { max: v }, ended: { final: "v > 1" } }
variants: { strong: {}, weak: {} }
`;
const promise = (body: string) => `${GROUND}expect: { p: { ${body}, because: it is so } }`;

const WON = { outcomes: [0], negated: false, label: 'Won' };
const baseline: PromiseSide = { scenario: null, variant: null, decide: [] };
const under = (variant: string): PromiseSide => ({ ...baseline, variant });
const rules: readonly (readonly [string, PromiseRule])[] = [
  [
    'outcome: won, probability: 1/6',
    { kind: 'outcome', of: WON, side: baseline, bound: { kind: 'equals', value: 1 / 6, within: 0.01 } },
  ],
  [
    'outcome: won, probability: 0.5, within: 1/50, variant: strong',
    { kind: 'outcome', of: WON, side: under('strong'), bound: { kind: 'equals', value: 0.5, within: 0.02 } },
  ],
  [
    'outcome: [lost, won], between: [0.1, 1 / 4]',
    {
      kind: 'outcome',
      of: { outcomes: [0, 1], negated: false, label: 'Won or Lost' },
      side: baseline,
      bound: { kind: 'between', low: 0.1, high: 0.25 },
    },
  ],
  [
    'outcome: { not: won }, at_least: 0.2',
    {
      kind: 'outcome',
      of: { outcomes: [1, 2], negated: true, label: 'not Won' },
      side: baseline,
      bound: { kind: 'between', low: 0.2, high: Infinity },
    },
  ],
  [
    'outcome: { not: [won, unresolved] }, at_most: 0.2, at_least: 0.1',
    {
      kind: 'outcome',
      of: { outcomes: [1], negated: true, label: 'not Won or Unresolved' },
      side: baseline,
      bound: { kind: 'between', low: 0.1, high: 0.2 },
    },
  ],
  [
    'outcome: won, variant: strong, more_likely_than: baseline',
    {
      kind: 'contrast',
      of: WON,
      side: under('strong'),
      direction: 'more',
      than: [{ side: baseline, outcomes: [0] }],
    },
  ],
  [
    'outcome: won, less_likely_than: [strong, weak]',
    {
      kind: 'contrast',
      of: WON,
      side: baseline,
      direction: 'less',
      than: [
        { side: under('strong'), outcomes: [0] },
        { side: under('weak'), outcomes: [0] },
      ],
    },
  ],
  [
    'measure: peak, mean: [1, 3]',
    { kind: 'mean', measure: 0, side: baseline, bound: { kind: 'between', low: 1, high: 3 } },
  ],
  [
    'measure: peak, value: 11/3, within: 0.05',
    { kind: 'mean', measure: 0, side: baseline, bound: { kind: 'equals', value: 11 / 3, within: 0.05 } },
  ],
  [
    'measure: ended, between: [0.1, 0.3]',
    { kind: 'mean', measure: 1, side: baseline, bound: { kind: 'between', low: 0.1, high: 0.3 } },
  ],
  [
    'measure: peak, quantiles: { 0.1: [8, 14], 0.9: [16, 60] }',
    {
      kind: 'quantiles',
      measure: 0,
      side: baseline,
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

describe('forms', () => {
  const RICH = `parameters: { p: { baseline: 0.5, range: [0, 1] }, who: { one_of: { a: 1, b: 1 }, baseline: a } }
decisions: { d: { ask: { day: 2 }, options: { go: {}, stay: {} } } }
timeline:
  begun: { date: 2022-01-04, happening: street.erupts }
  noon: { date: 2022-01-04T12:00, happening: street.erupts }
  between: { date: [2022-01-04, 2022-01-06], happening: street.ends }
  counted: { measure: peak, value: 3, range: [2, 5] }
  ranged: { measure: peak, range: [2, 5] }
  dated: { measure: peak, date: 2022-01-05 }
  loose: { date: 2022-01-04, what: Nothing in the model }
`;
  const rich = (body: string) => `${RICH}${promise(body)}`;

  it.each<readonly [string, PromiseRule]>([
    [
      'happening: street.erupts, within: 36 hours of street.ends, at_least: 0.2',
      {
        kind: 'near',
        happening: 0,
        other: 1,
        days: 1.5,
        side: baseline,
        bound: { kind: 'between', low: 0.2, high: Infinity },
      },
    ],
    [
      'happening: street.erupts, within: 3 days of d.go, probability: 1/2, variant: weak',
      {
        kind: 'near',
        happening: 0,
        other: 2,
        days: 3,
        side: under('weak'),
        bound: { kind: 'equals', value: 0.5, within: 0.01 },
      },
    ],
    [
      // A date without a time is the whole day; a moment reaches to the end of the step that holds it.
      'timeline: [begun, noon, between, counted, ranged, dated], inside: 0.8',
      {
        kind: 'timeline',
        entries: [
          { entry: 0, low: 2, high: 3 },
          { entry: 1, low: 2.5, high: 3 },
          { entry: 2, low: 2, high: 5 },
          { entry: 3, low: 3, high: 3 },
          { entry: 4, low: 2, high: 5 },
          { entry: 5, low: 3, high: 4 },
        ],
        inside: 0.8,
        side: baseline,
      },
    ],
    [
      'log_odds: [won, lost], per: { p: [0.2, 0.8] }, between: [-5, -1.5]',
      {
        kind: 'log_odds',
        of: { outcomes: [0, 1], negated: false, label: 'Won or Lost' },
        parameter: 0,
        from: 0.2,
        to: 0.8,
        side: baseline,
        bound: { kind: 'between', low: -5, high: -1.5 },
      },
    ],
    [
      'odds_ratio: won, variant: strong, against: weak, between: [0.1, 0.9]',
      {
        kind: 'odds_ratio',
        of: WON,
        side: under('strong'),
        against: { side: under('weak'), outcomes: [0] },
        bound: { kind: 'between', low: 0.1, high: 0.9 },
      },
    ],
    [
      'odds_ratio: won, variant: strong, decide: { d: go }, against: { d: stay }, at_most: 1',
      {
        kind: 'odds_ratio',
        of: WON,
        side: {
          ...under('strong'),
          decide: [{ decision: 0, fixed: { option: 0, fromStep: 0, untilStep: 29 } }],
        },
        against: {
          side: {
            ...under('strong'),
            decide: [{ decision: 0, fixed: { option: 1, fromStep: 0, untilStep: 29 } }],
          },
          outcomes: [0],
        },
        bound: { kind: 'between', low: -Infinity, high: 1 },
      },
    ],
  ])('%s', (body, expected) => {
    const { promises } = soundScenario(rich(body));
    expect(promises.map(({ rule }) => rule)).toEqual([expected]);
  });

  it('`all` takes the tied entries of the timeline', () => {
    const [found] = soundScenario(rich('timeline: all, inside: 0.8')).promises;
    expect(found!.rule.kind === 'timeline' && found!.rule.entries.map(({ entry }) => entry)).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
  });

  it('`given` may ask how the run ended', () => {
    const [found] = soundScenario(
      promise('outcome: won, between: [0, 1], given: "times(street.erupts) > 0 and not outcome(lost)"'),
    ).promises;
    expect(found!.given).toMatchObject({ type: 'boolean', place: 'expect.p.given' });
  });

  it.each([
    ['outcome: won, at_most: 1, given: "v"', /^expression-type at `v`/],
    ['outcome: won, at_most: 1, given: "outcome(wom)"', /^unknown-name at `wom`/],
    ['outcome: won, at_most: 1, inside: 0.8', /^bad-promise|^exclusive-keys/],
    ['outcome: won, at_most: 1, against: weak', /^bad-promise at `against` — .*`odds_ratio`/],
    ['outcome: won, at_most: 1, per: { p: [0, 1] }', /^bad-promise at `per` — .*`log_odds`/],
    ['happening: street.erupts, at_most: 1', /^bad-promise at `street.erupts` — .*within which time/],
    ['happening: street.erupts, within: 3 of street.ends, at_most: 1', /^bad-duration at `3`/],
    [
      'happening: street.erupts, within: 3 days of street.endz, at_most: 1',
      /^unknown-name at `street.endz` — .*`street.ends`/,
    ],
    [
      'happening: street.erupts, within: 3 days of street.erupts, at_most: 1',
      /^bad-promise .*compared with itself/,
    ],
    ['happening: street.erupts, within: 3 days of street.ends', /^missing-key/],
    ['timeline: [begun, loose], inside: 0.8', /^bad-promise at `loose` — .*tied to nothing/],
    ['timeline: begin, inside: 0.8', /^unknown-name at `begin` — .*Did you mean `begun`/],
    ['timeline: all, inside: 1', /^bad-promise at `1`/],
    ['timeline: all, at_most: 1', /^bad-promise at `p` — .*`p`.*inside/],
    ['log_odds: won, at_most: 1', /^bad-promise at `p` — .*`p`.*per/],
    ['log_odds: won, per: { q: [0, 1] }, at_most: 1', /^unknown-name at `q`/],
    ['log_odds: won, per: { who: [0, 1] }, at_most: 1', /^unknown-name at `who` — .*choices/],
    ['log_odds: won, per: { p: [0, 2] }, at_most: 1', /^value-outside-range at `2`/],
    ['log_odds: won, per: { p: [1, 1] }, at_most: 1', /^bad-promise at `\[1, 1\]` — .*does not move/],
    ['odds_ratio: won, variant: weak, at_most: 1', /^bad-promise at `p` — .*against/],
    ['odds_ratio: won, variant: weak, against: wek, at_most: 1', /^unknown-name at `wek`/],
    ['odds_ratio: won, variant: weak, against: weak, at_most: 1', /^bad-promise at `weak` — .*itself/],
    ['odds_ratio: won, decide: { d: go }, against: { d: sty }, at_most: 1', /^unknown-name at `sty`/],
    ['odds_ratio: won, variant: weak, against: strong, between: [-1, 1]', /^bad-promise .*never negative/],
  ])('%s', (body, pattern) => {
    const found = errorsOf(loadSections(rich(body))).map(described);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(pattern);
  });
});

describe('other files', () => {
  const own = (than: string) => scenarioText(promise(`outcome: won, more_likely_than: ${than}`));
  const load = (than: string, files: Readonly<Record<string, string>>) =>
    loadScenario('cases/own.yaml', readFrom({ 'cases/own.yaml': own(than), ...files }));
  // The outcomes stand in another order, and the file compares itself with the first in turn.
  const other = scenarioText(`variables: { v: { initial: 1 } }
outcomes: { lost: { at_horizon: "v > 2" }, even: { at_horizon: "v > 3" }, won: { at_horizon: "v > 1" } }
variants: { odd: {} }
expect: { back: { outcome: won, less_likely_than: { scenario: ./own.yaml } } }`);

  it('outcomes are found there by their names', () => {
    const { scenario, diagnostics } = load('{ scenario: ./other.yaml, variant: odd }', {
      'cases/other.yaml': other,
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scenario!.compared.map(({ file, promises, compared }) => [file, promises, compared])).toEqual([
      ['cases/other.yaml', [], []],
    ]);
    expect(scenario!.promises[0]!.rule).toMatchObject({
      than: [{ side: { scenario: 0, variant: 'odd', decide: [] }, outcomes: [2] }],
    });
  });

  it('a file is read once, and may stand in a list with variants', () => {
    const { scenario } = load('[strong, { scenario: ./other.yaml }, { scenario: ../cases/other.yaml }]', {
      'cases/other.yaml': other,
    });
    expect(scenario!.compared).toHaveLength(1);
    expect(scenario!.promises[0]!.rule).toMatchObject({
      than: [{ side: { variant: 'strong' } }, { side: { scenario: 0 } }, { side: { scenario: 0 } }],
    });
  });

  it('all but some means all but those there', () => {
    const text = scenarioText(promise('outcome: { not: won }, more_likely_than: { scenario: ./other.yaml }'));
    const { scenario } = loadScenario(
      'cases/own.yaml',
      readFrom({ 'cases/own.yaml': text, 'cases/other.yaml': other }),
    );
    // Lost, even and unresolved.
    expect(scenario!.promises[0]!.rule).toMatchObject({ than: [{ outcomes: [0, 1, 3] }] });
  });

  it.each([
    ['{ scenario: ./othr.yaml }', [/^file-missing at `.\/othr.yaml`/]],
    [
      '{ scenario: ./faulty.yaml }',
      [/^bad-promise at `.\/faulty.yaml` — .*faults of its own/, /^unknown-name at `w`/],
    ],
    ['{ scenario: ./other.yaml, variant: od }', [/^unknown-name at `od` — .*`odd` and `baseline`/]],
    ['{ scenario: ./without.yaml }', [/^unknown-name at `.\/without.yaml` — .*no outcome `won`/]],
    ['{ variant: odd }', [/^missing-key/]],
  ])('%s', (than, patterns) => {
    const result = load(than, {
      'cases/other.yaml': other,
      'cases/faulty.yaml': scenarioText('outcomes: { won: { at_horizon: "w > 1" } }'),
      'cases/without.yaml': scenarioText('outcomes: { lost: { at_horizon: "day > 1" } }'),
    });
    expect(result.scenario).toBeNull();
    const found = errorsOf(result).map(described);
    expect(found).toHaveLength(patterns.length);
    for (const [at, pattern] of patterns.entries()) expect(found[at]).toMatch(pattern);
  });
});
