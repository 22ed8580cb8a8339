// Proves that batches merged and folded once, or only counted, give what folding each of them gives.
import { expect, test } from 'vitest';
import { extendTally } from '../../../src/experiment/extend-tally.ts';
import { mergeBatches } from '../../../src/experiment/merge-batches.ts';
import { seedKey } from '../../../src/random/index.ts';
import { emptyTally, fold } from '../../../src/runner/index.ts';
import type { BatchResult, Scenario } from '../../../src/scenario/index.ts';
import { fromFile, ownThread, pointOf } from './world.ts';

async function batchesOf(scenario: Scenario): Promise<BatchResult[]> {
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
  return batches;
}

test('merged and folded once, or folded one by one, or counted: the same tally', async () => {
  const scenario = fromFile('test/fixtures/fuel-prices.yaml');
  const batches = await batchesOf(scenario);
  expect(batches.length).toBeGreaterThan(5);
  const oneByOne = batches.reduce(fold, emptyTally(scenario));
  const { values: _, ...once } = fold(emptyTally(scenario), mergeBatches(batches));
  expect(once.runs).toBe(1_000);
  expect(oneByOne).toMatchObject(once);
  const [first, ...others] = await batchesOf(scenario);
  const { moments, values, ...counted } = extendTally(scenario, fold(emptyTally(scenario), first!), others);
  expect(oneByOne).toMatchObject(counted);
  expect([moments.count[0], values.kept.runs]).toEqual([first!.runs, first!.runs]);
});
