/**
 * Proves that what the kernel computes only when something has happened is what the machine computes in every step: after
 * a count, an effect on a variable that nothing else moves, a move of each kind, at the start, and in futures of a state.
 */
import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/index.ts';
import { loadScenario, NO_SETTINGS, resolvePoint } from '../../src/scenario/index.ts';
import { compareFutures, forksAt, snapshotsOf } from '../helpers/futures-differential.ts';
import { compareBatch, compareRun, pairOf } from '../helpers/kernel-differential.ts';

const KEY = seedKey('steady');

/** `read` is what is looked at in every step; the rest makes something happen that it reads. */
const scenarioWith = (
  read: string,
  more: { stages?: string; decisions?: string; shocks?: string },
): string => `
juncture: 1
time: { start: 2022-01-02, step: 12 hours, horizon: 12 days }
parameters:
  p: { baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
variables:
  moving: { initial: p, per_day: "0.1 * steady - 0.05 * moving + 0.01 * (1 + level * p)", bounds: [-50, 50] }
  level: { initial: 0.2, bounds: [0, 3] }
auxiliaries:
  steady: "${read}"
  mixed: "steady * moving + p * level * 0.5"
regions:
  main:
    initial: a
    transitions:
      ends: { to: over, hazard: "0.05 * (1 + 0.1 * steady)" }
    stages:
      a: { transitions: { go: { to: b, hazard: "0.4 + 0.1 * (steady > 0.5)" } } ${more.stages ?? ''} }
      b:
        initial: b_one
        entry: { add: { level: "0.1 * steady" } }
        transitions: { back: { to: a, hazard: 0.6 } }
        stages:
          b_one: { auxiliaries: { steady: "0.7 * steady_base" }, transitions: { deeper: { to: b_two, chance_per_day: 0.3 } } }
          b_two: {}
      over: { outcome: over }
  other:
    initial: c
    stages:
      c: { transitions: { flips: { to: d, chance_per_day: 0.3 } } }
      d: { transitions: { flops: { to: [c, main.a], hazard: "0.2 + 0.1 * level * p" } } }
decisions: { ${more.decisions ?? ''} }
shocks: { ${more.shocks ?? ''} }
outcomes: { over: {}, late: { at_horizon: "steady > 0" } }
measures:
  highest: { max: "moving + 2 * steady" }
  total: { total: "level * p + steady" }
`;

const withBase = (text: string, base: string): string =>
  text.replace('  mixed:', `  steady_base: "${base}"\n  mixed:`);

const cases: readonly (readonly [string, string, Parameters<typeof scenarioWith>[1]])[] = [
  ['stages', '1 + p * (1 * active(main.b) + 2 * active(other.d) + 4 * active(main.b.b_two))', {}],
  [
    'a variable that only effects change',
    'p * (level + 1) * 2',
    {
      shocks: 'jolt: { chance_per_day: 0.5, repeats: true, add: { level: 0.1 } }',
    },
  ],
  [
    'counts of an option',
    '0.1 * times(ask.agree) + p * (times(ask.refuse) > 1)',
    {
      decisions: 'ask: { ask: { every: 1 day }, options: { agree: {}, refuse: { weight: 2 } } }',
    },
  ],
  [
    'counts of a shock and whether it ever came',
    'p * times(jolt) + 0.3 * (since(jolt) > 100)',
    {
      shocks: 'jolt: { chance_per_day: 0.4, repeats: true }',
    },
  ],
  ['counts of transitions', '0.2 * times(main.go) + 0.1 * times(other.flops) + p * times(main.deeper)', {}],
];

describe.each(cases)('%s', (_, read, more) => {
  const text = withBase(scenarioWith(read, more), '1 + 0.5 * p * active(other.c)');
  const { scenario, diagnostics } = loadScenario('a.yaml', () => new TextEncoder().encode(text));
  if (scenario === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  const { point } = resolvePoint(scenario, NO_SETTINGS);
  if (point === null) throw new Error('no point');

  it('is the same in both', () => {
    const pair = pairOf(scenario, point, KEY);
    for (let run = 0; run < 20; run += 1) expect(compareRun(pair, point, KEY, run)).toBeNull();
    expect(compareBatch(pair, point, KEY, 0, 200)).toBeNull();
  });

  it('is the same in futures, whatever happened in the one before', () => {
    const pair = pairOf(scenario, point, KEY);
    for (let run = 0; run < 4; run += 1) {
      const snapshot = snapshotsOf(pair, point, KEY, run).at(4);
      if (snapshot === undefined) continue;
      for (const fork of forksAt(pair, snapshot, (count) => run % count)) {
        expect(compareFutures(pair, fork, 0, 12)).toBeNull();
      }
    }
  });
});
