/** Proves that a simulation's every byte is the same for any number of workers, any chunks and both engines. */
import { afterAll, describe, expect, test } from 'vitest';
import { checkPromises, simulate } from '../../src/experiment/index.ts';
import { type Pool, startPool } from '../../src/runner/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { fromFile, now, requestOf } from '../unit/experiment/world.ts';
import { bundledWorker } from '../unit/runner/bundled-worker.ts';

const script = bundledWorker(new URL('../../src/runner/worker.ts', import.meta.url));
const pools = [0, 1, 2, 3].map((workers): Pool => startPool({ workers, now, script }));
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

const RUNS = 3_001;

describe.each([['test/fixtures/fuel-prices.yaml'], ['scenarios/kazakhstan-2022.yaml']])('%s', (path) => {
  const scenario: Scenario = fromFile(path);
  const bytes = async (pool: Pool, change: Parameters<typeof requestOf>[1] = {}): Promise<string> => {
    const result = await simulate(requestOf(scenario, { runs: RUNS, ...change }), pool);
    return JSON.stringify(result);
  };
  const expected = bytes(pools[0] as Pool);

  test.each([
    [1, undefined],
    [2, undefined],
    [2, 1],
    [2, 997],
    [3, undefined],
    [3, 100],
    [0, RUNS],
  ])('%s workers, chunks of %s', async (workers, chunk) => {
    expect(await bytes(pools[workers] as Pool, { chunk })).toBe(await expected);
  });

  test("the machine in two workers gives the kernel's bytes", async () => {
    const runs = 120;
    const kernel = await bytes(pools[2] as Pool, { runs, engine: 'kernel' });
    const machine = await bytes(pools[2] as Pool, { runs, engine: 'machine' });
    expect(JSON.parse(machine)).toMatchObject({ engine: 'machine', runs });
    expect(machine.replace('"engine":"machine"', '"engine":"kernel"')).toBe(kernel);
  });

  test('a moved parameter moves warm workers too, and back again', async () => {
    const pool = pools[2] as Pool;
    const parameter = scenario.parameters[0]!;
    const held = { settings: { set: { [parameter.name]: parameter.baseline } } };
    const moved = await bytes(pool, held);
    expect(moved).not.toBe(await expected);
    expect(moved).toBe(await bytes(pools[0] as Pool, held));
    expect(await bytes(pool)).toBe(await expected);
    expect(await bytes(pool, { seed: 'other' })).toBe(await bytes(pools[0] as Pool, { seed: 'other' }));
  });
});

test('promises are judged alike', async () => {
  const scenario = fromFile('scenarios/exact/odds.yaml');
  const judged = async (pool: Pool) =>
    JSON.stringify(await checkPromises(scenario, pool, { seed: '1', named: 'odds', limit: 8_000 }));
  expect(await judged(pools[2] as Pool)).toBe(await judged(pools[0] as Pool));
});
