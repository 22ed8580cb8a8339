/** What a room waits for at a decision: three options, two thousand futures of each, two workers. */
import { seedKey } from '../../src/random/index.ts';
import { type FuturesOrder, startPool } from '../../src/runner/index.ts';
import { createChart, forkAt, type RunSnapshot, startRun, stepRun } from '../../src/statechart/index.ts';
import { fromFile, now, pointOf } from '../unit/experiment/world.ts';
import { bundledWorker } from '../unit/runner/bundled-worker.ts';

export const OPTIONS = 3;
export const FUTURES = 2_000;
const DAYS = [0, 2, 4, 6];
const REPEATS = 7;

/** Milliseconds from the question to the answer, states of several days, the fastest and the middle of all repeats. */
export async function benchFutures(): Promise<{ readonly best: number; readonly median: number }> {
  const scenario = fromFile('scenarios/kazakhstan-2022.yaml');
  const chart = createChart(scenario);
  const script = bundledWorker(new URL('../../src/runner/worker.ts', import.meta.url));
  const pool = startPool({ workers: 2, now, script });
  const luck = { key: seedKey('2022'), draw: 1, luck: 1, future: 0 };
  const times: number[] = [];
  for (const day of DAYS) {
    let snapshot: RunSnapshot = startRun(chart, pointOf(scenario), luck);
    while (snapshot.context.step < day / scenario.time.stepDays) snapshot = stepRun(chart, snapshot).snapshot;
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const started = now();
      const orders = Array.from({ length: OPTIONS }, (_, option): FuturesOrder => {
        const fork = forkAt(chart, snapshot, { kind: 'option', decision: 0, option: option % 2 });
        if ('impossible' in fork) throw new Error(fork.impossible);
        return { fork, first: 1, count: FUTURES };
      });
      await pool.futures({ scenario, orders });
      // The first answer of all waits for the threads and the compiler.
      if (repeat > 0) times.push(now() - started);
    }
  }
  await pool.close();
  times.sort((a, b) => a - b);
  return { best: times[0]!, median: times[Math.floor(times.length / 2)]! };
}
