// Proves that a job of rows gives, for every worker count and chunk, the rows that each point's own job gives.
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../src/runner/index.ts';
import { behave, fakeScenario as scenario } from './fake-engine.ts';
import { deliver, fakePool, gathered, key, point } from './fake-pool.ts';

const pointAt = (value: number) => ({ ...point, parameters: [value] });
/** Three points of seven runs each, the second's beginning later. */
const STARTS = [0, 100, 0] as const;
const SIZE = 7;

function piecesOf(first: number, count: number): readonly Piece[] {
  const runs = Array.from({ length: count }, (_, i) => first + i);
  return runs.map((run) => {
    const place = Math.floor(run / SIZE);
    return { point: pointAt(place), firstRun: STARTS[place]! + (run % SIZE), runs: 1 };
  });
}

async function rowsOf(workers: number, chunk: number | undefined, behaviour = behave()) {
  const pool = fakePool(workers, behaviour);
  const batches: { readonly firstRun: number; readonly rows: Float64Array }[] = [];
  const report = await pool
    .rows({
      scenario,
      key,
      runs: SIZE * STARTS.length,
      chunk,
      piecesOf,
      onBatch: (batch) => batches.push(batch),
    })
    .finally(() => pool.close());
  return { report, batches, rows: batches.flatMap(({ rows }) => [...rows]) };
}

describe('a job of rows', () => {
  it.each([
    [0, 1],
    [0, 5],
    [2, 3],
    [2, undefined],
  ])('%d workers, chunks of %s', async (workers, chunk) => {
    const pool = fakePool(0);
    const own = [];
    for (const [place, firstRun] of STARTS.entries()) {
      own.push(await deliver(pool, { point: pointAt(place), firstRun, runs: SIZE }));
    }
    await pool.close();
    const wanted = own.flatMap(({ batches }) => (gathered(batches) as { rows: readonly number[] }).rows);
    const { report, rows, batches } = await rowsOf(workers, chunk);
    expect(rows).toEqual(wanted);
    expect(report).toMatchObject({ end: 'done', done: SIZE * STARTS.length });
    expect(batches[0]!.firstRun).toBe(0);
    if (chunk !== undefined) expect(batches).toHaveLength(Math.ceil((SIZE * STARTS.length) / chunk));
  });

  it('goes on past faulted runs, and past a seat that fails once', async () => {
    const { rows } = await rowsOf(2, 4);
    const faulted = await rowsOf(2, 4, behave({ faultyRuns: 3 }));
    expect(faulted.report.end).toBe('done');
    expect(faulted.rows.filter((value) => value === -1).length).toBeGreaterThan(3);
    const failed = await rowsOf(2, 4, behave({ kind: 'throws', atRun: 103 }));
    expect(failed.report.end).toBe('done');
    expect(failed.rows).toEqual(rows);
  });

  it('that fails twice at the same runs is broken there', async () => {
    const { report } = await rowsOf(0, 7, behave({ kind: 'throws', atRun: 103, times: 2 }));
    expect(report.breakage).toMatchObject({ firstRun: 7, runs: 7 });
  });
});
