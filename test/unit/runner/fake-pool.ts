/** Pools over the fake engine, in process or in threads, and what they deliver. */
import { performance } from 'node:perf_hooks';
import { inProcessSlot } from '../../../src/runner/in-process.ts';
import { createPool, type Pool } from '../../../src/runner/pool.ts';
import type { JobReport, JobRequest } from '../../../src/runner/request.ts';
import { workerSlot } from '../../../src/runner/worker-slot.ts';
import type { BatchResult, Point } from '../../../src/scenario/index.ts';
import { bundledWorker } from './bundled-worker.ts';
import { type Behaviour, behave, fakeMaker, fakeScenario } from './fake-engine.ts';

const script = bundledWorker(new URL('./fake-worker.ts', import.meta.url));
export const point: Point = {
  parameters: [],
  decisions: [null],
  removed: [false, false],
  initialLeaves: [0],
};
export const key = { key0: 7, key1: 11 };
export const now = (): number => performance.now();

/** @param workers 0: in process. */
export function fakePool(workers: number, behaviour: Behaviour = behave(), limitMs = 20_000): Pool {
  const maker = fakeMaker(behaviour);
  const slots =
    workers === 0
      ? [inProcessSlot(maker, now)]
      : Array.from({ length: workers }, () => workerSlot(script, { limitMs, startsAhead: true }));
  return createPool({ slots, maker, now });
}

export interface Delivered {
  readonly report: JobReport;
  readonly batches: readonly BatchResult[];
}

/** Runs a job on the fake scenario and keeps every batch. */
export async function deliver(
  pool: Pool,
  change: Partial<JobRequest> & { readonly runs: number },
): Promise<Delivered> {
  const batches: BatchResult[] = [];
  const report = await pool.run({
    scenario: fakeScenario,
    point,
    key,
    onBatch: (batch) => void batches.push(batch),
    ...change,
  });
  return { report, batches };
}

/** Everything the batches hold, folded without any of the runner's own code. */
export function gathered(batches: readonly BatchResult[]): unknown {
  const sum = (pick: (batch: BatchResult) => Int32Array) =>
    batches
      .map(pick)
      .reduce<number[]>((total, part) => Array.from(part, (value, i) => value + (total[i] ?? 0)), []);
  return {
    starts: batches[0]?.firstRun,
    runs: batches.reduce((total, { runs }) => total + runs, 0),
    rows: batches.flatMap(({ rows }) => [...rows]),
    stageChanges: sum(({ stageChanges }) => stageChanges),
    firsts: sum(({ firsts }) => firsts),
    times: sum(({ times }) => times),
    asked: sum(({ asked }) => asked),
    fixedUnavailable: sum(({ fixedUnavailable }) => fixedUnavailable),
  };
}
