// Proves that batches merged and folded once give what folding each of them gives.
import { expect, test } from 'vitest';
import { mergeBatches } from '../../../src/experiment/merge-batches.ts';
import { seedKey } from '../../../src/random/index.ts';
import { emptyTally, fold } from '../../../src/runner/index.ts';
import type { BatchResult } from '../../../src/scenario/index.ts';
import { fromFile, ownThread, pointOf } from './world.ts';

test('merged and folded once, or folded one by one: the same tally', async () => {
  const scenario = fromFile('test/fixtures/fuel-prices.yaml');
  const pool = ownThread();
  const batches: BatchResult[] = [];
  await pool.run({
    scenario,
    point: pointOf(scenario),
    key: seedKey('7'),
    runs: 1_000,
    chunk: 130,
    onBatch: (batch) => batches.push(batch),
  });
  await pool.close();
  expect(batches.length).toBeGreaterThan(5);
  const oneByOne = batches.reduce(fold, emptyTally(scenario));
  const { values: _, ...once } = fold(emptyTally(scenario), mergeBatches(batches));
  expect(once.runs).toBe(1_000);
  expect(oneByOne).toMatchObject(once);
});
