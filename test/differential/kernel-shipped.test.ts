/**
 * Proves that the kernel and the machine are one: on every shipped scenario and the language's example, every number of
 * every state of 200 runs, each with a seed of its own, and every array of a batch, bit for bit.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/index.ts';
import { NO_SETTINGS, resolvePoint, type Settings } from '../../src/scenario/index.ts';
import { scenarioFromFile } from '../helpers/build-scenario.ts';
import { compareBatch, compareRun, pairOf } from '../helpers/kernel-differential.ts';

const SEEDS = 200;
const RUNS_A_VARIANT = 40;

const below = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));

const FILES = [
  ...below('scenarios'),
  ...below('scenarios/exact'),
  ...below('scenarios/models'),
  ...below('scenarios/tutorial'),
  'test/fixtures/fuel-prices.yaml',
  'test/bench/model.yaml',
];

describe.each(FILES)('%s', (file) => {
  const scenario = scenarioFromFile(file);
  const pointWith = (settings: Partial<Settings>) => {
    const { point } = resolvePoint(scenario, { ...NO_SETTINGS, ...settings });
    if (point === null) throw new Error(`no point for ${JSON.stringify(settings)}`);
    return point;
  };

  it(`has the same trajectory in both executors for ${SEEDS} seeds`, () => {
    const point = pointWith({});
    const pair = pairOf(scenario, point, seedKey('0'));
    let states = 0;
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const key = seedKey(String(seed));
      pair.kernel.setKey(key);
      expect(compareRun(pair, point, key, seed)).toBeNull();
      states += pair.kernel.trace(seed).states.length;
    }
    // The kernel really ran.
    expect(states).toBeGreaterThanOrEqual(SEEDS);
  });

  it('gives the same batches, as it is, at the baseline and under every variant', () => {
    const key = seedKey('batches');
    const settings: readonly Partial<Settings>[] = [
      {},
      { atBaseline: true },
      ...scenario.variants.map(({ name }) => ({ variant: name })),
    ];
    const pair = pairOf(scenario, pointWith({}), key);
    for (const one of settings) {
      const point = pointWith(one);
      pair.kernel.setPoint(point);
      expect(compareBatch(pair, point, key, 0, RUNS_A_VARIANT), JSON.stringify(one)).toBeNull();
    }
  });
});
