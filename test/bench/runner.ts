/**
 * What the runner does with threads: how much two workers gain over one, how soon a first result is there, how a moved
 * parameter answers, and how memory grows from a thousand runs to ten million.
 */
import { memoryUsage } from 'node:process';
import { simulate } from '../../src/experiment/index.ts';
import { seedKey } from '../../src/random/index.ts';
import { emptyTally, fold, type Pool, startPool, type Tally } from '../../src/runner/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { fromFile, now, pointOf, requestOf } from '../unit/experiment/world.ts';
import { bundledWorker } from '../unit/runner/bundled-worker.ts';

export interface RunnerBench {
  /** Runs a second of the founding case, run and folded, with one worker and with two. */
  readonly oneWorker: number;
  readonly twoWorkers: number;
  /** Median of the ratios of interleaved pairs; the goal is 1.9 on two free cores. */
  readonly ratio: number;
  /** From a pool just started to the result of 10,000 runs: threads, compilation and all. */
  readonly coldMs: number;
  /** From a moved parameter to the result of 10,000 runs, one worker and two. */
  readonly movedOneMs: number;
  readonly movedTwoMs: number;
  /** From the request to the first live picture of a million runs. */
  readonly firstPictureMs: number;
  /** Resident memory of the whole process, highest while so many runs were done, in megabytes. */
  readonly memory: readonly { readonly runs: number; readonly megabytes: number }[];
}

const FOUNDING = 'scenarios/kazakhstan-2022.yaml';
/** Small, so that ten million runs take seconds; it has a measure, and that is what could grow. */
const SMALL = 'scenarios/exact/die.yaml';
const WORK = 200_000;
const PAIRS = 7;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = now();
  await work();
  return now() - start;
}

async function folded(scenario: Scenario, pool: Pool, runs: number): Promise<Tally> {
  let tally = emptyTally(scenario);
  await pool.run({
    scenario,
    point: pointOf(scenario),
    key: seedKey('2022'),
    runs,
    onBatch: (batch) => {
      tally = fold(tally, batch);
    },
  });
  return tally;
}

/** The first parameter, a little elsewhere each time. */
function moved(scenario: Scenario, time: number) {
  const { name, baseline } = scenario.parameters[0]!;
  return { settings: { set: { [name]: baseline * (1 - 0.001 * time) } }, runs: 10_000 };
}

async function moveTime(scenario: Scenario, pool: Pool): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 15; time += 1) {
    times.push(await timed(() => simulate(requestOf(scenario, moved(scenario, time)), pool)));
  }
  return median(times.slice(3));
}

async function memoryOf(runs: number, pool: Pool, scenario: Scenario): Promise<number> {
  let most = 0;
  const watched: Pool = {
    ...pool,
    run: (job) =>
      pool.run({
        ...job,
        onProgress(progress) {
          job.onProgress?.(progress);
          most = Math.max(most, memoryUsage.rss());
        },
      }),
  };
  await simulate(requestOf(scenario, { runs }), watched);
  return Math.max(most, memoryUsage.rss()) / 2 ** 20;
}

/** Takes a minute or two; wants two free cores. */
export async function benchRunner(): Promise<RunnerBench> {
  const script = bundledWorker(new URL('../../src/runner/worker.ts', import.meta.url));
  const scenario = fromFile(FOUNDING);
  const open = (workers: number): Pool => startPool({ workers, now, script });

  const cold = open(2);
  const coldMs = await timed(() => simulate(requestOf(scenario, { runs: 10_000 }), cold));
  await cold.close();

  const one = open(1);
  const two = open(2);
  for (const pool of [one, two]) await folded(scenario, pool, WORK);
  const pairs: { readonly one: number; readonly two: number }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    pairs.push({
      one: await timed(() => folded(scenario, one, WORK)),
      two: await timed(() => folded(scenario, two, WORK)),
    });
  }
  const movedOneMs = await moveTime(scenario, one);
  const movedTwoMs = await moveTime(scenario, two);

  const stop = new AbortController();
  const firstPictureMs = await timed(() =>
    simulate(requestOf(scenario, { runs: 1_000_000, signal: stop.signal }), two, () => stop.abort()),
  );

  const small = fromFile(SMALL);
  const memory: { readonly runs: number; readonly megabytes: number }[] = [];
  for (const runs of [1_000, 10_000, 100_000, 1_000_000, 10_000_000]) {
    memory.push({ runs, megabytes: await memoryOf(runs, two, small) });
  }
  await Promise.all([one.close(), two.close()]);
  return {
    oneWorker: (1_000 * WORK) / median(pairs.map((pair) => pair.one)),
    twoWorkers: (1_000 * WORK) / median(pairs.map((pair) => pair.two)),
    ratio: median(pairs.map((pair) => pair.one / pair.two)),
    coldMs,
    movedOneMs,
    movedTwoMs,
    firstPictureMs,
    memory,
  };
}
