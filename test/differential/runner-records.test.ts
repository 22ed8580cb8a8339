/** Proves that the records of runs are the same for any workers, any way to hand the runs out, and both engines. */
import { afterAll, describe, expect, test } from 'vitest';
import { type Pass, runPoints } from '../../src/experiment/run-points.ts';
import { seedKey } from '../../src/random/index.ts';
import { type EngineChoice, type Pool, startPool } from '../../src/runner/index.ts';
import { type BatchResult, joinRecords, type RunRecords, type Scenario } from '../../src/scenario/index.ts';
import { pointOf } from '../helpers/build-scenario.ts';
import { fromFile, now } from '../unit/experiment/world.ts';
import { bundledWorker } from '../unit/runner/bundled-worker.ts';

const script = bundledWorker(new URL('../../src/runner/worker.ts', import.meta.url));
const pools = [0, 2].map((workers): Pool => startPool({ workers, now, script }));
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

const scenario: Scenario = fromFile('test/fixtures/fuel-prices.yaml');
const points = [{}, { set: { loyalty: 0.2 } }, { variant: 'loyal_police' }].map((settings) =>
  pointOf(scenario, settings),
);
const RUNS = 700;

/** `[point]`: the records of all its runs. */
async function recordsOf(
  pool: Pool,
  keep: 'all' | 'rows',
  engine: EngineChoice = 'kernel',
  runs = RUNS,
): Promise<readonly RunRecords[]> {
  const batches: BatchResult[][] = points.map(() => []);
  const onPass = (pass: Pass): void =>
    pass.batches.forEach((some, point) => {
      batches[point]?.push(...some);
    });
  const key = seedKey('records');
  await runPoints({ scenario, points, key, runs, keep, records: true, engine, now, onPass }, pool);
  return batches.map((some) =>
    joinRecords(some.map(({ runs: count, records }) => ({ runs: count, records: records! }))),
  );
}

describe('records of the runs of several points', () => {
  const expected = recordsOf(pools[0] as Pool, 'all');

  test('are there, and differ from point to point', async () => {
    const [first, second] = await expected;
    expect(first?.parameters).toHaveLength(RUNS * scenario.parameters.length);
    expect(first?.spells.length).toBeGreaterThan(5 * RUNS * scenario.regions.length);
    expect(second).not.toEqual(first);
  });

  test.each([
    [0, 'rows'],
    [1, 'all'],
    [1, 'rows'],
  ] as const)('pool %s, %s', async (pool, keep) => {
    expect(await recordsOf(pools[pool] as Pool, keep)).toEqual(await expected);
  });

  test('from the machine', async () => {
    const few = await recordsOf(pools[0] as Pool, 'rows', 'machine', 40);
    expect(few).toEqual(await recordsOf(pools[0] as Pool, 'all', 'kernel', 40));
  });
});
