// Proves what sets and extending files make of a scenario, by what the result does in a run; values by hand.
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/scenario/index.ts';
import { createChart, runToEnd } from '../../../src/statechart/index.ts';
import { type Case, errorsOf, judge, KEY, load, pointFor, sound, wholeText } from './judge.ts';

const SETS: readonly Case[] = [
  {
    name: 'sum, min and max run over the members; the innermost call around the set does',
    yaml: `
sets: { s: [p, q, r] }
variables: { x_p: { initial: 1 }, x_q: { initial: 2 }, x_r: { initial: 4 } }
auxiliaries:
  all: "sum(x_{s})"
  squares: "sum(x_{s} ^ 2)"
  weighed: "10 - sum(2 * x_{s} + 1) * 2"
  least: "min(x_{s})"
  most: "max(x_{s}, 3)"
  capped: "max(0, min(x_{s}, 3))"
  outer: "max(sum(x_{s}), 20)"
  per_one: "sum(max(x_{s}, 2))"`,
    // The innermost call around the set in `per_one` is max: max(1, 2, 2, 2, 4, 2) = 4, and `sum` is left with no set.
    facts: {
      auxiliaries: Object.fromEntries(
        Object.entries({ all: 7, squares: 21, weighed: -24, least: 1, most: 4, capped: 1, outer: 20 }).map(
          ([name, value]) => [name, Array.from({ length: 7 }, () => value)],
        ),
      ),
    },
  },
  {
    name: 'a pattern stands for one entry a member, in order, in keys and values; an explicit one further down is merged over',
    yaml: `
sets: { s: [p, q] }
variables:
  "x_{s}": { initial: 1, per_day: "10 + 0 * x_{s}", label: "The {s}", bounds: [0, 1000] }
  x_q: { per_day: 2, label: Other }
  z: { initial: 7 }
shocks: { "s_{s}": { day: 1, add: { "x_{s}": 100 } } }`,
    facts: {
      happened: ['1 s_p', '1 s_q'],
      variables: {
        x_p: [1, 11, 121, 131, 141, 151, 161],
        x_q: [1, 3, 105, 107, 109, 111, 113],
        z: [7, 7, 7, 7, 7, 7, 7],
      },
    },
  },
  {
    name: 'an explicit entry that names another of several exclusive keys removes the pattern’s',
    yaml: `
sets: { s: [p, q] }
variables:
  "x_{s}": { initial: 1, per_day: 10 }
  x_q: { next: "2 * x_q + 0 * dt" }`,
    facts: { variables: { x_p: [1, 11, 21, 31, 41, 51, 61], x_q: [1, 2, 4, 8, 16, 32, 64] } },
  },
  {
    name: 'two sets in a key: every pair, the first set outermost',
    yaml: `
sets: { s: [p, q], t: [u, v] }
shocks: { "at_{s}_{t}": { day: 1 } }`,
    facts: { happened: ['1 at_p_u', '1 at_p_v', '1 at_q_u', '1 at_q_v'] },
  },
  {
    name: 'in regions, targets and paths',
    yaml: `
sets: { s: [p, q] }
regions:
  "r_{s}":
    initial: a
    stages:
      a: { transitions: { go: { to: [b, other.at_{s}], day_in: 0 } } }
      b: {}
  other: { initial: idle, stages: { idle: {}, "at_{s}": {} } }
auxiliaries: { there: "sum(10 * active(r_{s}.b))" }`
      .replace('day_in: 0', 'after: 2 days')
      .replace('[b, other.at_{s}]', '[b, "other.at_{s}"]'),
    facts: {
      stages: ['r_p.a r_q.a other.idle', '"', 'r_p.b r_q.b other.at_p', '"', '"', '"', '"'],
      auxiliaries: { there: [0, 0, 20, 20, 20, 20, 20] },
    },
  },
];

const BASE = `
juncture: 1
title: Base
time: { start: 2022-01-01, step: 1 day, horizon: 6 days }
parameters:
  p: { baseline: 0.5, range: [0, 1], distribution: { beta: { mean: 0.4, sd: 0.1 } } }
  q: { baseline: 0.5, range: [0, 1], distribution: { beta: { sd: 0.1 } } }
variables: { x: { initial: 1, per_day: 1, bounds: [0, 100] } }
regions:
  main:
    initial: a
    stages:
      a: { transitions: { go: { to: b, hazard: 0, while: "day > 0" }, wait: { to: b, after: 3 days, while: "day == 4" } } }
      b: { transitions: { back: { to: a, after: 1 day, add: { x: 1 } } } }
shocks: { one: { day: 1, add: { x: 1 } }, two: { day: 1, set: { x: "2 * x" } } }
decisions: { what: { ask: { day: 2 }, options: { first: { weight: 0 }, second: {} } } }
`;

/** What a file that extends the base does, in a run. */
function extended(child: string, facts: Case['facts']): void {
  const scenario = sound({
    'main.yaml': `extends: ./base.yaml\n${child}`,
    './base.yaml': BASE,
    'base.yaml': BASE,
  });
  expect(scenario.title).toBe(/title: (.*)/.exec(child)?.[1] ?? 'Base');
  judgeScenario(scenario, facts);
}

function judgeScenario(scenario: Scenario, { happened, variables }: Case['facts']): void {
  const run = runToEnd(createChart(scenario), pointFor(scenario), { key: KEY, draw: 0, luck: 0, future: 0 });
  if (happened !== undefined) {
    expect(
      run.records.flatMap(({ step, happenings }) => happenings.map(({ path }) => `${step - 1} ${path}`)),
    ).toEqual(happened);
  }
  for (const [name, column] of Object.entries(variables ?? {})) {
    const { index } = scenario.variables.find((variable) => variable.name === name)!;
    expect(run.records.map((record) => record.variables[index])).toEqual(column);
  }
}

describe('sets', () => {
  for (const one of SETS) {
    it(one.name, () => {
      const yaml = one.yaml.replace(/\n {2}per_one:.*$/, '');
      judge({ ...one, yaml });
    });
  }
  it('leaves `sum` without a set where an inner call has taken it', () => {
    expect(errorsOf(wholeText(SETS[0]!.yaml))).toEqual(['unknown-name']);
  });
});

describe('extends', () => {
  it('takes everything from the base', () => {
    // one then two at day 1: x = 2 + 1 = 3, then 6, then + 1. wait is due in step 4 (its `while`), back in step 5.
    extended('', {
      happened: ['1 one', '1 two', '2 what.second', '4 main.wait', '5 main.back'],
      variables: { x: [1, 2, 7, 8, 9, 10, 12] },
    });
  });
  it('merges key by key, replaces values and lists, removes with null', () => {
    extended('title: Child\nvariables: { x: { initial: 5, bounds: [0, 9] } }\nshocks: { one: null }', {
      happened: ['1 two', '2 what.second', '4 main.wait', '5 main.back'],
      // 5, 6; two: 12 cut to 9, + 1 cut to 9.
      variables: { x: [5, 6, 9, 9, 9, 9, 9] },
    });
  });
  it('another trigger removes the old one with its `while`; the same key keeps it', () => {
    extended(
      'regions: { main: { stages: { a: { transitions: { go: { chance_per_day: 1 }, wait: { after: 2 days } } } } } }',
      {
        happened: [
          '0 main.go',
          '1 one',
          '1 two',
          '1 main.back',
          '2 what.second',
          '2 main.go',
          '3 main.back',
          '4 main.go',
          '5 main.back',
        ],
      },
    );
    extended('regions: { main: { stages: { a: { transitions: { wait: { after: 1 day } } } } } }', {
      happened: ['1 one', '1 two', '2 what.second', '4 main.wait', '5 main.back'],
    });
  });
  it('another rule removes the old one', () => {
    extended(
      'variables: { x: { next: "x + 10 * dt" } }\nshocks: { one: null, two: null }\nregions: { main: { stages: { a: { transitions: null } } } }',
      {
        variables: { x: [1, 11, 21, 31, 41, 51, 61] },
      },
    );
  });
  it('date and day are two keys of one trigger', () => {
    extended('shocks: { one: { date: 2022-01-03 } }', {
      happened: ['1 two', '2 one', '2 what.second', '4 main.wait', '5 main.back'],
    });
  });
  it('before places a new entry, or an inherited one', () => {
    extended('shocks: { two: { before: one } }', { variables: { x: [1, 2, 6, 7, 8, 9, 11] } });
    // zero: + 5, one: + 1, two: × 2, + 1.
    extended('shocks: { zero: { before: one, day: 1, add: { x: 5 } } }', {
      variables: { x: [1, 2, 17, 18, 19, 20, 22] },
    });
    extended('shocks: { mid: { before: two, day: 1, set: { x: 0 } } }', {
      variables: { x: [1, 2, 1, 2, 3, 4, 6] },
    });
  });
  it('a new entry without `before` comes last', () => {
    extended('shocks: { last: { day: 1, set: { x: 50 } } }', {
      variables: { x: [1, 2, 51, 52, 53, 54, 56] },
    });
  });
  it('refuses a new baseline under an inherited distribution with a centre of its own, takes one without', () => {
    const files = (child: string) => ({ 'main.yaml': `extends: ./base.yaml\n${child}`, 'base.yaml': BASE });
    expect(errorsOf(files('parameters: { p: { baseline: 0.6 } }'))).toEqual(['inherited-centre']);
    expect(errorsOf(files('parameters: { q: { baseline: 0.6 } }'))).toEqual([]);
    expect(
      errorsOf(files('parameters: { p: { baseline: 0.6, distribution: { beta: { mean: 0.6, sd: 0.1 } } } }')),
    ).toEqual([]);
    expect(
      errorsOf(files('parameters: { p: { baseline: 0.6, distribution: { uniform: [0, 1] } } }')),
    ).toEqual([]);
    expect(errorsOf(files('parameters: { p: { baseline: 0.6, distribution: null } }'))).toEqual([]);
  });
  it('replaces a distribution whole', () => {
    const { scenario } = load({
      'main.yaml': 'extends: ./base.yaml\nparameters: { p: { distribution: { beta: { sd: 0.2 } } } }',
      'base.yaml': BASE,
    });
    // Mean 0.5 (the baseline, not the old 0.4), sd 0.2: a + b = 0.25 / 0.04 − 1 = 5.25.
    expect(scenario!.parameters[0]!.distribution).toEqual({
      kind: 'beta',
      alpha: expect.closeTo(2.625, 12),
      beta: expect.closeTo(2.625, 12),
    });
  });
  it('chains of files, faults of a circle, of itself, of what is missing', () => {
    expect(
      sound({
        'main.yaml': 'extends: ./mid.yaml\ntitle: Top',
        'mid.yaml': 'extends: ./base.yaml\ntitle: Mid\nvariables: { x: { initial: 3 } }',
        'base.yaml': BASE,
      }).title,
    ).toBe('Top');
    expect(errorsOf({ 'main.yaml': 'extends: ./main.yaml\njuncture: 1' })).toEqual(['extends-cycle']);
    expect(errorsOf({ 'main.yaml': 'extends: ./b.yaml', 'b.yaml': 'extends: ./main.yaml' })).toEqual([
      'extends-cycle',
    ]);
    expect(errorsOf({ 'main.yaml': 'extends: ./b.yaml' })).toEqual(['file-missing']);
  });
});
