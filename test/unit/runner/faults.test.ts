/** Proves that a worker that throws, exits or hangs is replaced and its chunk rerun once, and then reported. */
import { describe, expect, test } from 'vitest';
import { behave } from './fake-engine.ts';
import { deliver, fakePool, gathered } from './fake-pool.ts';

const RUNS = 600;
/** Far more than a chunk takes, even on a busy machine. */
const LIMIT_MS = 2_000;
const expected = async () => {
  const pool = fakePool(0);
  return gathered((await deliver(pool, { runs: RUNS })).batches);
};

describe.each([['throws'], ['exits'], ['hangs']] as const)('a job that %s', (kind) => {
  test('once: the chunk is rerun in a new worker and nothing shows', async () => {
    const pool = fakePool(2, behave({ kind, atRun: 250, times: 1 }), LIMIT_MS);
    const { report, batches } = await deliver(pool, { runs: RUNS, chunk: 100 });
    await pool.close();
    expect(report).toMatchObject({ end: 'done', done: RUNS, breakage: null });
    expect(gathered(batches)).toEqual(await expected());
  });

  test('twice: the fault is data, and the pool is fit for the next job', async () => {
    const pool = fakePool(1, behave({ kind, atRun: 250, times: 2 }), LIMIT_MS);
    const { report, batches } = await deliver(pool, { runs: RUNS, chunk: 100 });
    const words = {
      throws: /fake fault at run 250/,
      exits: /ended with exit code 7/,
      hangs: /no answer within 2 seconds/,
    };
    expect(report).toMatchObject({ end: 'broken', breakage: { firstRun: 200, runs: 100 } });
    expect(report.breakage?.kind).toBe({ throws: 'threw', exits: 'exited', hangs: 'hung' }[kind]);
    expect(report.breakage?.message).toMatch(words[kind]);
    expect(batches.every(({ firstRun }) => firstRun < 200)).toBe(true);
    const after = await deliver(pool, { runs: RUNS });
    await pool.close();
    expect(gathered(after.batches)).toEqual(await expected());
  });
});

test('in process, a throw is rerun once, too', async () => {
  const once = fakePool(0, behave({ kind: 'throws', atRun: 250, times: 1 }));
  expect((await deliver(once, { runs: RUNS })).report.end).toBe('done');
  const twice = fakePool(0, behave({ kind: 'throws', atRun: 250, times: 2 }));
  expect((await deliver(twice, { runs: RUNS })).report).toMatchObject({
    end: 'broken',
    breakage: { kind: 'threw' },
  });
});

test('a worker script that cannot start is reported, not retried for ever', async () => {
  const { workerSlot } = await import('../../../src/runner/worker-slot.ts');
  const { createPool } = await import('../../../src/runner/pool.ts');
  const { fakeMaker } = await import('./fake-engine.ts');
  const script = { url: new URL('./no-such-worker.ts', import.meta.url), execArgv: [] };
  const pool = createPool({
    slots: [workerSlot(script, { limitMs: LIMIT_MS, startsAhead: true })],
    maker: fakeMaker(),
    now: () => 0,
  });
  const { report } = await deliver(pool, { runs: RUNS });
  await pool.close();
  expect(report.end).toBe('broken');
  expect(report.breakage?.message).toMatch(/no-such-worker/);
});

test('an error of what takes the batches is thrown to the caller', async () => {
  const pool = fakePool(0);
  const onBatch = () => {
    throw new Error('the taker failed');
  };
  await expect(deliver(pool, { runs: RUNS, onBatch })).rejects.toThrow('the taker failed');
});

describe('faulted runs', () => {
  test.each([[0], [2]])(
    'stop the job at the first one, whatever the chunks (%s workers)',
    async (workers) => {
      const whole = await expected();
      const pool = fakePool(workers, behave({ faultyRuns: 333 }));
      for (const chunk of [1, 10, 100, 600, undefined]) {
        const { report, batches } = await deliver(pool, { runs: RUNS, chunk });
        expect(report).toMatchObject({ end: 'faulted', done: 333, faultedRun: 333 });
        const before = await deliver(fakePool(0), { runs: 333 });
        expect(gathered(batches)).toEqual(gathered(before.batches));
        expect(gathered(batches)).not.toEqual(whole);
      }
      await pool.close();
    },
  );

  test('go on when they are to be counted', async () => {
    const { report, batches } = await deliver(fakePool(0, behave({ faultyRuns: 100 })), {
      runs: RUNS,
      faults: 'count',
    });
    expect(report).toMatchObject({ end: 'done', done: RUNS, faultedRun: null });
    expect(
      batches.flatMap(({ rows }) => [...rows].filter((_, i) => i % 4 === 0)).filter((x) => x === -1),
    ).toHaveLength(5);
  });
});
