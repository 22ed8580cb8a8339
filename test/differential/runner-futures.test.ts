/** Proves that futures are the same bytes from any number of workers and both engines, and that large orders are cut. */
import { afterAll, expect, test } from 'vitest';
import { seedKey } from '../../src/random/index.ts';
import { type FuturesOrder, type Pool, startPool } from '../../src/runner/index.ts';
import {
  type Alternative,
  createChart,
  type Fork,
  forkAt,
  startRun,
  stepRun,
} from '../../src/statechart/index.ts';
import { fromFile, now, pointOf } from '../unit/experiment/world.ts';
import { bundledWorker } from '../unit/runner/bundled-worker.ts';

const script = bundledWorker(new URL('../../src/runner/worker.ts', import.meta.url));
const pools = [0, 1, 2].map((workers): Pool => startPool({ workers, now, script }));
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

const scenario = fromFile('test/fixtures/fuel-prices.yaml');
const chart = createChart(scenario);

function fork(alternative: Alternative): Fork {
  const luck = { key: seedKey('1'), draw: 3, luck: 3, future: 0 };
  let snapshot = startRun(chart, pointOf(scenario), luck);
  for (let step = 0; step < 2; step += 1) snapshot = stepRun(chart, snapshot).snapshot;
  const found = forkAt(chart, snapshot, alternative);
  if ('impossible' in found) throw new Error(found.impossible);
  return found;
}

const orders: readonly FuturesOrder[] = [
  { fork: fork({ kind: 'as_it_stands' }), first: 0, count: 1203 },
  { fork: fork({ kind: 'option', decision: 0, option: 1 }), first: 1, count: 40 },
  { fork: fork({ kind: 'option', decision: 0, option: 0 }), first: 7, count: 0 },
  { fork: fork({ kind: 'option', decision: 0, option: 0 }), first: 7, count: 60 },
];

const bytes = async (pool: Pool, engine: 'kernel' | 'machine', of = orders): Promise<string> =>
  JSON.stringify(await pool.futures({ scenario, engine, orders: of }));

test.each([1, 2])('%s workers give the bytes of the thread of one', async (workers) => {
  expect(await bytes(pools[workers]!, 'kernel')).toBe(await bytes(pools[0]!, 'kernel'));
});

test("the machine's futures are the kernel's", async () => {
  const few = orders.map((order) => ({ ...order, count: Math.min(order.count, 20) }));
  expect(await bytes(pools[2]!, 'machine', few)).toBe(await bytes(pools[2]!, 'kernel', few));
});

test('orders come back whole and in order', async () => {
  const batches = await pools[2]!.futures({ scenario, orders });
  expect(batches?.map(({ futures, firstFuture }) => [firstFuture, futures])).toEqual([
    [0, 1203],
    [1, 40],
    [0, 0],
    [7, 60],
  ]);
  expect(batches?.[1]?.option.some((became) => became > 0)).toBe(true);
});

test('an interrupted request gives null', async () => {
  const stop = new AbortController();
  const answer = pools[1]!.futures({ scenario, orders, signal: stop.signal });
  stop.abort();
  expect(await answer).toBeNull();
});
