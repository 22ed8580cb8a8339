// Proves: the structural check takes every form on LANGUAGE's page, and tells other forms in the author's words.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RESERVED } from '../../../../src/scenario/document/shapes/names.ts';
import { findings, load, MINIMAL, plain } from '../../../helpers/document.ts';

/** Message and mend of the only finding. */
function told(text: string): string {
  const { diagnostics } = load(`${MINIMAL}${text}\n`);
  expect(diagnostics.map(({ code }) => code)).toHaveLength(1);
  return `${diagnostics[0]!.message} — ${diagnostics[0]!.mend}`;
}

const CHART = 'juncture: 1\ntime: { start: 2022-01-02, step: 1 day, horizon: 30 days }\n';
const stage = (inside: string): string =>
  `${CHART}regions: { r: { initial: a, stages: { a: ${inside} } } }\n`;
const transition = (inside: string): string => stage(`{ transitions: { t: ${inside} } }`);
const section = (name: string, entry: string): string => `${MINIMAL}${name}: { e: ${entry} }\n`;

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)!;

test('the page’s example is sound, and its tree is the file', () => {
  const { root, diagnostics } = load(readFileSync('test/fixtures/fuel-prices.yaml', 'utf8'));
  expect(diagnostics).toEqual([]);
  expect(root?.entries.map(({ key }) => key).join(' ')).toBe(
    'juncture title summary sources time parameters correlations variables auxiliaries regions decisions shocks outcomes measures timeline variants expect show',
  );
});

describe('forms of the page', () => {
  test.each(
    [
      ...[
        '{ to: b, hazard: 0.1 }',
        '{ to: [b, q.c], chance_per_day: 1/6, while: true }',
        '{ to: q.c, after: 2 days, while: "x > 1" }',
        '{ after: 1.5 }',
        '{ after: "2 * x" }',
        '{ after: { triangular: [1, 3, 7] } }',
        '{ after: { exponential: { mean: 2 } } }',
        '{ after: { gamma: { mean: 2, sd: 1 } } }',
        '{ after: { weibull: { shape: 2, scale: 1 } } }',
        '{ every: 6 hours, decide: response, set: { v: 1 }, add: { w: -1 } }',
        '{ when: "x > 1", label: L, unit: u, note: n, group: g, source: [assumption, "a#p. 3"] }',
        '{ when: true, label: 2022 }',
      ].map(transition),
      ...[
        '{ initial: b, stages: { b: {} } }',
        '{ entry: { set: { v: 1 } }, exit: { add: { v: "x" } }, outcome: o }',
        '{ auxiliaries: { g: 1 }, next: { v: 1 }, per_day: { w: 1 } }',
      ].map(stage),
      ...[
        '{ baseline: 1 }',
        '{ baseline: 1, range: [0, 2], distribution: { uniform: [0, 1] } }',
        '{ baseline: 1, distribution: { triangular: [0, 2] } }',
        '{ baseline: 1, distribution: { pert: [0, 1, 2] } }',
        '{ baseline: 1, distribution: { normal: { sd: 1 } } }',
        '{ baseline: 1, distribution: { normal: { mean: 1, sd: 1 } } }',
        '{ baseline: 1, distribution: { lognormal: { sigma: 1 } } }',
        '{ baseline: 1, distribution: { beta: { alpha: 1, beta: 2 } } }',
        '{ baseline: 1, distribution: { choice: [{ value: 1, weight: 2 }, { value: -1, weight: 0.5 }] } }',
        '{ baseline: x, one_of: { x: 1, y1: 2 } }',
      ].map((entry) => section('parameters', entry)),
      ...[
        '{ initial: 1 }',
        '{ initial: x, next: x, noise: 1, bounds: [null, 3] }',
        '{ initial: x, per_day: 1, bounds: [0, null] }',
      ].map((entry) => section('variables', entry)),
      ...['x + 1', '1', 'true', '{ value: x, label: L }'].map((entry) => section('auxiliaries', entry)),
      ...[
        '{ options: { a: {} } }',
        '{ ask: { date: 2022-01-04T18:00, while: x }, options: { a: { weight: 2 } } }',
        '{ actor: A, question: Q, sees: [x], ask: { day: 2 }, options: { a: { available: x, to: [r.a] } } }',
      ].map((entry) => section('decisions', entry)),
      ...[
        '{ date: 2022-01-04 }',
        '{ day: 2, to: r.a }',
        '{ every: 3 days, repeats: true }',
        '{ date: 2022-01-04, repeats: false }',
        '{ when: x }',
      ].map((entry) => section('shocks', entry)),
      ...[
        'final',
        'min',
        'max',
        'mean',
        'total',
        'day_of_max',
        'total_days_in',
        'first_day',
        'last_day',
        'count',
      ].map((kind) => section('measures', `{ ${kind}: r.a, unit: u }`)),
      ...[
        '{ date: [2022-01-05, 2022-01-06], what: W, happening: restore.ask, contested: true }',
        '{ what: Deaths, measure: deaths, value: 238, range: [164, 241] }',
        '{ day: [1, 2], what: W }',
      ].map((entry) => section('timeline', entry)),
      ...[
        '{ decide: { response: shoot } }',
        '{ decide: { price: { option: cut, from: 2022-01-03, until: 2022-01-04 } } }',
        '{ set: { a: 1, b: x }, without: [s, r.t], initial: { p: q.x } }',
      ].map((entry) => section('variants', entry)),
      ...[
        '{ outcome: x, probability: 1/6, within: 0.02, because: B }',
        '{ measure: m, value: 3 }',
        '{ outcome: [x, y1], at_least: 0.1, at_most: 0.2, variant: v }',
        '{ outcome: { not: x }, between: [0.1, 1/3] }',
        '{ outcome: each, probability: 1/6 }',
        '{ outcome: x, more_likely_than: baseline }',
        '{ outcome: x, less_likely_than: [v, w] }',
        '{ measure: m, quantiles: { 0.1: [8, 14], 0.9: [16, 60] } }',
        '{ measure: m, mean: [1, 2] }',
        '{ happening: h, within: 3 days of other.happening, between: [0, 1] }',
        '{ outcome: x, between: [0, 1], given: "times(patron.asked) > 0 and outcome(held)" }',
        '{ timeline: all, inside: 0.8, given: x }',
        '{ log_odds: [x, y1], per: { loyalty: [0.35, 0.85] }, between: [-5, -1.5] }',
        '{ odds_ratio: x, variant: a, against: b, between: [1, 2] }',
        '{ odds_ratio: x, decide: { d: o }, against: { d: p }, at_least: 1 }',
      ].map((entry) => section('expect', entry)),
      `${MINIMAL}correlations: [{ pair: [a, b], rank: -0.3, source: assumption }]\n`,
      `${MINIMAL}show: { parameters: [a], variables: [b], measures: [c] }\n`,
    ].map((text) => [lastLine(text), text] as const),
  )('%s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('other forms', () => {
  test.each(
    [
      ['several-triggers', transition('{ hazard: 1, when: x }')],
      ['several-triggers', section('shocks', '{ date: 2022-01-03, day: 2 }')],
      ['no-trigger', transition('{ to: b, while: x }')],
      ['no-trigger', section('decisions', '{ ask: { while: x }, options: { a: {} } }')],
      ['unknown-key', transition('{ hazard: 1, date: 2022-01-03 }')],
      ['unknown-key', section('shocks', '{ after: 2 days, day: 2 }')],
      ['exclusive-keys', transition('{ when: x, while: y1 }')],
      ['exclusive-keys', section('shocks', '{ day: 2, repeats: true }')],
      ['exclusive-keys', section('parameters', '{ baseline: 1, one_of: { x: 1 }, range: [0, 1] }')],
      [
        'exclusive-keys',
        section('parameters', '{ baseline: 1, distribution: { uniform: [0, 1], pert: [0, 1] } }'),
      ],
      [
        'exclusive-keys',
        section(
          'parameters',
          '{ baseline: 1, distribution: { beta: { mean: 1, sd: 1, alpha: 1, beta: 1 } } }',
        ),
      ],
      ['exclusive-keys', section('variables', '{ initial: 1, next: 1, per_day: 1 }')],
      ['exclusive-keys', section('measures', '{ max: x, min: x }')],
      ['exclusive-keys', section('timeline', '{ what: W, happening: h, measure: m }')],
      ['exclusive-keys', section('expect', '{ outcome: x, measure: m, between: [0, 1] }')],
      ['exclusive-keys', section('expect', '{ outcome: x, between: [0, 1], at_most: 1 }')],
      ['missing-key', section('parameters', '{ range: [0, 1] }')],
      ['missing-key', section('parameters', '{ baseline: 1, distribution: {} }')],
      ['missing-key', section('parameters', '{ baseline: 1, distribution: { normal: { mean: 1 } } }')],
      ['missing-key', section('parameters', '{ baseline: 1, distribution: { beta: { mean: 1 } } }')],
      ['missing-key', section('parameters', '{ baseline: 1, distribution: { beta: { alpha: 1 } } }')],
      ['missing-key', transition('{ after: { normal: { sd: 1 } } }')],
      ['missing-key', transition('{ after: { beta: { sd: 1 } } }')],
      ['missing-key', section('measures', '{ label: L }')],
      ['missing-key', section('decisions', '{ actor: A, options: {} }')],
      ['missing-key', section('expect', '{ outcome: x }')],
      ['missing-key', stage('{ stages: { b: {} } }')],
      ['missing-key', stage('{ initial: b }')],
      ['missing-key', `${CHART}regions: { r: { stages: { a: {} } } }\n`],
      ['missing-key', `${CHART}regions: {}\n`],
      ['wrong-type', transition('{ after: { triangular: [1, 3] } }')],
      ['wrong-type', section('parameters', '{ baseline: 1, range: [0, null] }')],
      ['wrong-type', section('parameters', '{ baseline: 1, range: [0] }')],
      ['wrong-type', section('variables', '{ initial: [1] }')],
      ['wrong-type', section('variables', '{ initial: 1, bounds: [a, 2] }')],
      ['wrong-type', section('timeline', '{ what: W, date: [2022-01-05] }')],
      ['wrong-type', section('shocks', '{ date: 2022 }')],
      ['wrong-type', section('expect', '{ measure: m, quantiles: { low: [0, 1] } }')],
      ['wrong-type', transition('{ hazard: null }')],
      ['wrong-type', `${MINIMAL}variables: [a]\n`],
      ['bad-number', section('parameters', '{ baseline: 1, range: [0, .inf] }')],
      ['bad-number', section('parameters', '{ baseline: x, one_of: { x: -1 } }')],
      ['bad-number', section('parameters', '{ baseline: 1, distribution: { uniform: [0, 1e999] } }')],
      ['unknown-key', section('parameters', '{ baseline: 1, distribution: { exponential: { mean: 1 } } }')],
      ['reserved-name', `${MINIMAL}sources: { assumption: x }\n`],
    ].map(([code, text]) => [code!, lastLine(text!), text!] as const),
  )('%s: %s', (code, _, text) => {
    expect(load(text).diagnostics.map((found) => found.code)).toEqual([code]);
  });
});

describe('words', () => {
  test.each([
    ['parameters: { p: { basline: 1 } }', 'a parameter has no key `basline` — Did you mean `baseline`?'],
    ['parameters: { p: { baseline: 1, min: 0 } }', 'Did you mean `range`?'],
    ['outcomes: { o: { color: red } }', 'Did you mean `colour`?'],
    ['outcomes: { o: { weight: 1 } }', '`weight` belongs to an option or a value with its weight'],
    ['show: { decisions: [d] }', '`decisions` belongs to a scenario'],
    [
      'parameters: { p: { baseline: "1" }, q: { baseline: true } }',
      '`baseline` wants a number, or the name of a choice; this is `true`, a yes or no',
    ],
    [
      'parameters: { p: { baseline: 1, range: 0-1 } }',
      '`range` wants a list of two numbers, such as [0, 1]; this is text — Put it in brackets',
    ],
    ['parameters: { p: { baseline: 1, range: [0, "1"] } }', 'Write the number without quotes'],
    ['parameters: { p: { baseline: 1, range: [0, "1,5"] } }', 'decimals with a point'],
    [
      'shocks: { s: { date: 2022-01-03, add: x } }',
      '`add` wants expressions by variable, such as `{ anger: -0.1 }`; this is text',
    ],
    ['variables: { v: { initial: [3] } }', 'without the brackets'],
    ['variables: { v: { initial: { x } } }', 'put it in double quotes'],
    ['shocks: { s: { day: 2, repeats: off } }', 'Write `false`: YAML 1.2 reads `off` as text'],
    ['shocks: { s: }', '`s` is empty — Write `{}`'],
  ])('%s', (text, words) => {
    expect(told(text)).toContain(words);
  });

  test('a duration without its unit', () => {
    const { diagnostics } = load(MINIMAL.replace('step: 1 day', 'step: 2'));
    expect(diagnostics.map(({ mend }) => mend)).toEqual(['Add the unit, such as `2 days`.']);
  });

  test('a mistyped key is not also missing', () => {
    expect(findings(transition('{ to: b, hazrd: 1 }'))).toHaveLength(1);
    expect(findings(section('parameters', '{ basline: 1 }'))).toHaveLength(1);
  });
});

describe('names', () => {
  test.each([...RESERVED.keys()])('%s is reserved', (word) => {
    expect(findings(`${MINIMAL}variables: { "${word}": { initial: 1 } }\n`)).toEqual(['reserved-name 4:14']);
  });

  test('the reserved words are those of the page', () => {
    const page =
      'on off yes no y n true false null to in mod xor and or not end day dt unresolved baseline sum outcome ' +
      'min max abs exp log sqrt floor clamp logistic ramp active days_in since times is';
    expect([...RESERVED.keys()].sort()).toEqual(page.split(' ').sort());
  });

  test.each(['A', 'a-b', 'a b', '1a', '_a', 'a.b', 'é', 'constructor!', '__proto__'])(
    '%s is no name',
    (name) => {
      expect(
        load(`${MINIMAL}variables: { "${name}": { initial: 1 } }\n`).diagnostics.map(({ code }) => code),
      ).toEqual(['bad-name']);
    },
  );

  test.each([
    'sources: { X: t }',
    'parameters: { X: { baseline: 1 } }',
    'parameters: { p: { baseline: a, one_of: { X: 1 } } }',
    'variables: { X: { initial: 1 } }',
    'auxiliaries: { X: 1 }',
    'decisions: { X: { options: { a: {} } } }',
    'decisions: { d: { options: { X: {} } } }',
    'shocks: { X: { day: 1 } }',
    'outcomes: { X: {} }',
    'measures: { X: { max: v } }',
    'timeline: { X: { what: W } }',
    'variants: { X: {} }',
    'expect: { X: { outcome: o, at_most: 1 } }',
  ])('every key that names an entry is held to it: %s', (text) => {
    expect(load(`${MINIMAL}${text}\n`).diagnostics.map(({ code }) => code)).toEqual(['bad-name']);
  });

  test('of regions, stages and transitions, too', () => {
    const text = `${CHART}regions: { R: { initial: S, stages: { S: { transitions: { T: { hazard: 1 } } } } } }\n`;
    expect(load(text).diagnostics.map(({ code }) => code)).toEqual(['bad-name', 'bad-name', 'bad-name']);
  });
});

describe('the tree after faults', () => {
  const last = (text: string): unknown => (plain(load(`${MINIMAL}${text}\n`).root) as unknown[]).at(-1);

  test('a named entry stays, without what is faulty in it, so that nothing else is blamed', () => {
    expect(last('parameters: { p: { baseline: [], range: [0, 1] }, q: 5, r: }')).toEqual([
      'parameters',
      [
        ['p', [['range', [0, 1]]]],
        ['q', []],
        ['r', []],
      ],
    ]);
    expect(last('sources: { s: [a] }')).toEqual(['sources', [['s', '?']]]);
  });

  test('what stands under a mistyped key counts as under the one that was meant', () => {
    expect(last('variables: { v: { initail: 1, boundz: [0, 1], nonsense: 2 } }')).toEqual([
      'variables',
      [
        [
          'v',
          [
            ['initial', 1],
            ['bounds', [0, 1]],
          ],
        ],
      ],
    ]);
    expect(last('variabels: { v: { initial: 1 } }')).toEqual(['variables', [['v', [['initial', 1]]]]]);
    expect(last('variables: { v: { initial: 1, initail: 2, bounds: [0, 1] } }')).toEqual([
      'variables',
      [
        [
          'v',
          [
            ['initial', 1],
            ['bounds', [0, 1]],
          ],
        ],
      ],
    ]);
    expect(last('variables: { v: { initial: 1, boundz: x } }')).toEqual([
      'variables',
      [['v', [['initial', 1]]]],
    ]);
  });

  test.each([
    ['variables: [v]', true],
    ['parameters: { p: { baseline: x, one_of: [x, z] } }', true],
    ['decisions: { d: 1 }', true],
    ['players: { a: { b: 1 } }', true],
    ['variables: { v: 1 }', false],
    ['variables: { v: { initial: [] } }', false],
    ['variabels: { v: { initial: 1 } }', false],
  ])('%s: names are lost: %s', (text, lost) => {
    expect(load(`${MINIMAL}${text}\n`).namesLost).toBe(lost);
  });

  test('of keys that exclude each other the first stays', () => {
    expect(last('variables: { v: { initial: 1, per_day: 2, next: 3 } }')).toEqual([
      'variables',
      [
        [
          'v',
          [
            ['initial', 1],
            ['per_day', 2],
          ],
        ],
      ],
    ]);
  });

  test('a good entry of a list stays, a pair with a bad end does not', () => {
    expect(last('show: { parameters: [a, [b], c] }')).toEqual(['show', [['parameters', ['a', 'c']]]]);
    expect(last('parameters: { p: { baseline: 1, range: [0, a] } }')).toEqual([
      'parameters',
      [['p', [['baseline', 1]]]],
    ]);
  });
});
