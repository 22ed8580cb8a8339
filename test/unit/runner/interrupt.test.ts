/** Proves that an abort ends a job soon with the first runs whole, and that progress tells runs done and time left. */
import { describe, expect, test } from 'vitest';
import { inProcessSlot } from '../../../src/runner/in-process.ts';
import { createPool } from '../../../src/runner/pool.ts';
import type { Progress } from '../../../src/runner/request.ts';
import { behave, fakeMaker } from './fake-engine.ts';
import { deliver, fakePool, gathered, now } from './fake-pool.ts';

/** Some 20 µs a run. */
const SLOW = { spins: 20_000 };

describe.each([[0], [2]])('with %s workers', (workers) => {
  test('an abort keeps what is done and gives the pool back', async () => {
    const pool = fakePool(workers, behave(SLOW));
    const stop = new AbortController();
    let abortedAt = 0;
    const onProgress = ({ done }: Progress) => {
      if (done < 2_000 || stop.signal.aborted) return;
      abortedAt = now();
      stop.abort();
    };
    const { report, batches } = await deliver(pool, { runs: 10_000_000, signal: stop.signal, onProgress });
    // A chunk aims at 100 ms at most; the rest is room for a busy machine. The whole job would take minutes.
    expect(now() - abortedAt).toBeLessThan(1_000);
    expect(report.end).toBe('interrupted');
    expect(report.done).toBeGreaterThanOrEqual(2_000);
    const again = await deliver(fakePool(0), { runs: report.done });
    expect(gathered(batches)).toEqual(gathered(again.batches));
    expect((await deliver(pool, { runs: 500 })).report.end).toBe('done');
    await pool.close();
  });
});

test('a signal that is aborted already runs nothing', async () => {
  const { report, batches } = await deliver(fakePool(0), { runs: 100, signal: AbortSignal.abort() });
  expect(report).toMatchObject({ end: 'interrupted', done: 0 });
  expect(batches).toEqual([]);
});

test('closing the pool interrupts its jobs', async () => {
  const pool = fakePool(1, behave(SLOW));
  const job = deliver(pool, { runs: 10_000_000 });
  setTimeout(() => void pool.close(), 50);
  expect((await job).report.end).toBe('interrupted');
});

test('progress counts up to the end, and the time left is what the runs so far imply', async () => {
  const seen: Progress[] = [];
  const pool = fakePool(0);
  await deliver(pool, { runs: 1_000, chunk: 100, onProgress: (progress) => void seen.push(progress) });
  expect(seen.map(({ done }) => done)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000]);
  expect(seen.every(({ total }) => total === 1_000)).toBe(true);
  expect(seen.at(-1)?.remainingMs).toBe(0);
});

test('a pause holds the job, and does not count as work in the time left', async () => {
  let time = 0;
  let resume = (): void => undefined;
  let paused = false;
  const resumed = (): Promise<void> =>
    new Promise((go) => {
      resume = () => {
        paused = false;
        go();
      };
    });
  const seen: Progress[] = [];
  const maker = fakeMaker();
  const pool = createPool({ slots: [inProcessSlot(maker, now)], maker, now: () => time });
  const onProgress = (progress: Progress): void => {
    time += 10;
    seen.push(progress);
    if (progress.done === 300) paused = true;
  };
  const control = { paused: () => paused, resumed };
  const job = deliver(pool, { runs: 1_000, chunk: 100, control, onProgress });
  await new Promise((go) => setTimeout(go, 50));
  expect(seen.map(({ done }) => done)).toEqual([100, 200, 300, 400]);
  time += 100_000;
  resume();
  expect((await job).report.end).toBe('done');
  // Each hundred runs take 10 ms of the clock that is told here; those under way when it paused end in the pause.
  expect(seen.at(-2)).toEqual({ done: 900, total: 1_000, remainingMs: expect.closeTo(70 / 9, 6) });
});
