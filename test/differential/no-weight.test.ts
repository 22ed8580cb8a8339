// Proves that an option whose weight is −0 has none in both executors: it is never taken, and takes no other's turn.
import { expect, it } from 'vitest';
import { seedKey } from '../../src/random/index.ts';
import { loadScenario, NO_SETTINGS, resolvePoint } from '../../src/scenario/index.ts';
import { compareRun, pairOf } from '../helpers/kernel-differential.ts';

const TEXT = `juncture: 1
title: A test
summary: A test.
time: { start: 2022-01-01, step: 1 day, horizon: 5 days }
variables: { level: { initial: 0 } }
regions: { r: { initial: s, stages: { s: { transitions: { t: { decide: d, every: 1 day } } } } } }
decisions:
  d:
    options:
      low: { set: { level: "1" } }
      none: { weight: "-level * 0", set: { level: "2" } }
      high: { weight: "3", set: { level: "3" } }
outcomes: { over: { at_horizon: "true" } }
`;

it('twenty runs are the same, with both other options taken', () => {
  const { scenario } = loadScenario('test.yaml', () => new TextEncoder().encode(TEXT));
  const { point } = resolvePoint(scenario!, NO_SETTINGS);
  const key = seedKey('2022');
  const pair = pairOf(scenario!, point!, key);
  const levels = new Set<number>();
  for (let run = 0; run < 20; run += 1) {
    expect(compareRun(pair, point!, key, run)).toBeNull();
    for (const { variables } of pair.kernel.trace(run).states) levels.add(variables[0]!);
  }
  expect([...levels].sort()).toEqual([0, 1, 3]);
});
