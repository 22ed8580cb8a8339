/** Proves what `simulate` answers when it ends well, is interrupted, meets a faulted run, or its pool breaks. */
import { afterAll, expect, test } from 'vitest';
import { SimulationBroken, type SimulationResult, simulate } from '../../../src/experiment/index.ts';
import type { Pool, Progress } from '../../../src/runner/index.ts';
import { fromFile, fromText, HEAD, ownThread, requestOf } from './world.ts';

const prices = fromFile('test/fixtures/fuel-prices.yaml');
const pool = ownThread();
afterAll(() => pool.close());

/** Half the runs meet a logarithm of a negative number on their third day. */
const faulty = fromText(`${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 5 days }
parameters: { p: { baseline: 0, range: [-1, 1], distribution: { uniform: [-1, 1] }, source: assumption } }
variables: { v: { initial: 1, next: "day < 2 ? v : log(p)" } }
regions: { r: { initial: a, stages: { a: {} } } }
outcomes: { other: { at_horizon: "v > 5" } }
`);

test('the manifest says what was asked, and the command that repeats it', async () => {
  const settings = { variant: 'loyal_police', set: { patience: 0.4 }, without: ['oil_falls'] };
  const result = await simulate(requestOf(prices, { settings, seed: 'a b', runs: 300 }), pool);
  expect(result.manifest).toEqual({
    version: '0.1.0',
    scenario: 'fuel-prices',
    scenario_hash: prices.hash,
    seed: 'a b',
    runs: 300,
    set: { patience: 0.4 },
    decide: {},
    without: ['oil_falls'],
    variant: 'loyal_police',
    at_baseline: false,
    command:
      "juncture simulate fuel-prices --runs 300 --seed 'a b' --variant loyal_police --set patience=0.4 --without oil_falls",
  });
  expect(result.runs).toBe(300);
  expect(result.engine).toBe('kernel');
  expect(result.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(300);
  const treatments = Object.fromEntries(result.parameters.map(({ id, treatment }) => [id, treatment]));
  expect(treatments).toMatchObject({ loyalty: 'held at 0.95', patience: 'held at 0.4' });
});

test('another seed gives other runs, the same seed the same bytes', async () => {
  const of = async (seed: string) =>
    JSON.stringify((await simulate(requestOf(prices, { seed }), pool)).outcomes);
  expect(await of('1')).toBe(await of('1'));
  expect(await of('2')).not.toBe(await of('1'));
});

test('updates are whole results of the runs so far, and come no faster than the clock allows', async () => {
  let time = 0;
  const updates: { readonly result: SimulationResult; readonly progress: Progress }[] = [];
  // Each look at the clock takes a millisecond: 50 of them between updates, some 3 a chunk.
  const request = requestOf(prices, { runs: 2_000, chunk: 10, now: () => time++ });
  const last = await simulate(request, pool, (result, progress) => updates.push({ result, progress }));
  expect(updates.length).toBeGreaterThan(2);
  expect(updates.length).toBeLessThan(20);
  for (const { result, progress } of updates) {
    expect(result.runs).toBe(progress.done);
    expect(progress.total).toBe(2_000);
    expect(result.runs).toBeLessThan(2_000);
  }
  const { result } = updates[1]!;
  const again = await simulate(requestOf(prices, { runs: result.runs }), pool);
  expect({ ...result, manifest: null }).toEqual({ ...again, manifest: null });
  expect(last.runs).toBe(2_000);
});

test('interrupted, it gives what is done, as if no more had been asked for', async () => {
  const stop = new AbortController();
  const watched: Pool = {
    ...pool,
    run: (job) =>
      pool.run({
        ...job,
        onProgress(progress) {
          job.onProgress?.(progress);
          if (progress.done >= 500) stop.abort();
        },
      }),
  };
  const result = await simulate(requestOf(prices, { runs: 1_000_000, signal: stop.signal }), watched);
  expect(result.runs).toBeGreaterThanOrEqual(500);
  expect(result.runs).toBeLessThan(1_000_000);
  expect(result.manifest.runs).toBe(1_000_000);
  const again = await simulate(requestOf(prices, { runs: result.runs }), pool);
  expect({ ...result, manifest: null }).toEqual({ ...again, manifest: null });
});

test.each([['kernel'], ['machine']] as const)(
  'a faulted run stops the work and is explained (%s)',
  async (engine) => {
    const result = await simulate(requestOf(faulty, { engine, named: 'my faults.yaml' }), pool);
    const [fault] = result.faults;
    expect(result.faults).toHaveLength(1);
    expect(result.runs).toBe(fault!.run);
    expect(fault!.command).toBe(`juncture run 'my faults.yaml' --run ${fault!.run} --seed 2022`);
    expect(fault!.message).toMatch(/^Run \d+ cannot go on: .*log\(p\)/);
    expect(fault!.message).toMatch(/where: test\.yaml:7:\d+, variables\.v\.next/);
    expect(fault!.message).toMatch(/when: {2}day 2 \(2022-01-03\)/);
    expect(fault!.message).toMatch(/read: {2}.*p = -0\.\d+/);
  },
);

test('counted, faulted runs are left out of shares, and the first are listed', async () => {
  const result = await simulate(requestOf(faulty, { faults: 'count' }), pool);
  const ended = result.outcomes.reduce((sum, { count }) => sum + count, 0);
  expect(result.runs).toBe(1_000);
  // Half of 1,000 runs, give or take five standard errors of 16.
  expect(Math.abs(ended - 500)).toBeLessThan(80);
  expect(result.outcomes.every(({ share }) => share.n === ended)).toBe(true);
  expect(result.faults).toHaveLength(20);
  expect(new Set(result.faults.map(({ run }) => run)).size).toBe(20);
});

test('a pool that breaks is an error that keeps what was done', async () => {
  const breakage = { kind: 'exited', message: 'gone', firstRun: 100, runs: 50 } as const;
  const broken: Pool = {
    ...pool,
    async run(job) {
      const report = await pool.run({ ...job, runs: 100 });
      return { ...report, end: 'broken', breakage };
    },
  };
  const error = await simulate(requestOf(prices), broken).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SimulationBroken);
  expect(error).toMatchObject({ breakage, message: 'runs 100 to 149 could not be done: gone' });
  expect((error as SimulationBroken).result.runs).toBe(100);
});
