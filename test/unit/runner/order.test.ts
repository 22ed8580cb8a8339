/** Proves that a job's batches come in run order and hold the same bytes for any worker count and chunk size. */
import { afterAll, describe, expect, test } from 'vitest';
import type { Pool } from '../../../src/runner/pool.ts';
import { deliver, fakePool, gathered } from './fake-pool.ts';

const RUNS = 2_503;
const pools: Pool[] = [];
const opened = (workers: number): Pool => {
  const pool = fakePool(workers);
  pools.push(pool);
  return pool;
};
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

describe('batches in run order', async () => {
  const inProcess = opened(0);
  const expected = gathered((await deliver(inProcess, { runs: RUNS, chunk: RUNS })).batches);

  for (const workers of [0, 1, 2, 3]) {
    const pool = opened(workers);
    test.each([[1], [7], [100], [1_000], [RUNS], [undefined]])(
      `${workers} workers, chunks of %s`,
      async (chunk) => {
        const { report, batches } = await deliver(pool, { runs: RUNS, chunk });
        expect(report).toMatchObject({ end: 'done', done: RUNS, faultedRun: null, breakage: null });
        expect(gathered(batches)).toEqual(expected);
        let next = 0;
        for (const { firstRun, runs } of batches) {
          expect(firstRun).toBe(next);
          next += runs;
        }
      },
    );
  }

  test('a job that starts in the middle is the rest of the whole', async () => {
    const { batches } = await deliver(inProcess, { runs: RUNS });
    const head = await deliver(inProcess, { runs: 1_000 });
    const tail = await deliver(inProcess, { firstRun: 1_000, runs: RUNS - 1_000 });
    expect(tail.batches[0]?.firstRun).toBe(1_000);
    expect(gathered([...head.batches, ...tail.batches])).toEqual(gathered(batches));
  });

  test('another key and another point move the runs', async () => {
    const other = await deliver(inProcess, { runs: RUNS, key: { key0: 8, key1: 11 } });
    expect(gathered(other.batches)).not.toEqual(expected);
    const point = { parameters: [1], decisions: [null], removed: [false, false], initialLeaves: [0] };
    expect(gathered((await deliver(inProcess, { runs: RUNS, point })).batches)).toEqual(
      gathered(other.batches),
    );
  });

  test('jobs at the same time do not mix', async () => {
    const pool = opened(2);
    const jobs = await Promise.all([1, 2, 3].map(() => deliver(pool, { runs: RUNS, chunk: 50 })));
    for (const { batches } of jobs) expect(gathered(batches)).toEqual(expected);
  });

  test('no run at all is a job done', async () => {
    expect(await deliver(inProcess, { runs: 0 })).toMatchObject({
      report: { end: 'done', done: 0 },
      batches: [],
    });
  });
});
