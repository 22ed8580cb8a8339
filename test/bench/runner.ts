/**
 * What the runner does with threads: how much two workers gain over one, how soon a first result is there, how a moved
 * parameter answers, and how memory grows from a thousand runs to ten million.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { simulate } from '../../src/experiment/index.ts';
import { seedKey } from '../../src/random/index.ts';
import { emptyTally, fold, type Pool, startPool, type Tally } from '../../src/runner/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { fromFile, now, pointOf, requestOf } from '../unit/experiment/world.ts';
import { bundledWorker } from '../unit/runner/bundled-worker.ts';

/** A busy or shared machine only ever makes work slower, so the best of many is nearest to what the program takes. */
export interface Spread {
  readonly best: number;
  readonly median: number;
}

export interface RunnerBench {
  /** Milliseconds for 200,000 runs of the founding case, run and folded, with one worker and with two. */
  readonly one: Spread;
  readonly two: Spread;
  /** Best against best, and the median of the ratios of interleaved pairs; the goal is 1.9 on two free cores. */
  readonly ratio: Spread;
  /** From a pool just started to the result of 10,000 runs: threads, compilation and all. */
  readonly coldMs: number;
  /** From a moved parameter to the result of 10,000 runs, one worker and two. */
  readonly movedOne: Spread;
  readonly movedTwo: Spread;
  /** From the request to the first live picture of a million runs. */
  readonly firstPictureMs: number;
  /** Largest resident memory of the built command, two workers, in megabytes. */
  readonly memory: readonly { readonly runs: number; readonly megabytes: number }[];
}

export const WORK = 200_000;
const FOUNDING = 'scenarios/kazakhstan-2022.yaml';
/** Small, so that ten million runs take seconds; it has a measure, and that is what could grow. */
const SMALL = 'die';
const PAIRS = 9;
const MOVES = 40;

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { best: sorted[0] as number, median: sorted[Math.floor(sorted.length / 2)] as number };
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

/** Interleaved, so that the machine's mood meets both alike. */
async function moveTimes(scenario: Scenario, pools: readonly Pool[]): Promise<readonly Spread[]> {
  const times = pools.map((): number[] => []);
  for (let move = 0; move < MOVES; move += 1) {
    for (const [i, pool] of pools.entries()) {
      times[i]?.push(await timed(() => simulate(requestOf(scenario, moved(scenario, move)), pool)));
    }
  }
  return times.map(spreadOf);
}

const COMMAND = fileURLToPath(new URL('../../dist/bin/juncture.js', import.meta.url));
const TELL_MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\n'+process.resourceUsage().maxRSS))";

/** A process of its own: this one holds the tools of the bench too. */
function memoryOf(runs: number): number {
  const command = [COMMAND, 'simulate', SMALL, '--json', '--workers', '2', '--runs', String(runs)];
  const { stderr } = spawnSync(process.execPath, ['--import', TELL_MEMORY, ...command], { encoding: 'utf8' });
  return Number(stderr.split('\n').at(-1)) / 1024;
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
  const [movedOne, movedTwo] = await moveTimes(scenario, [one, two]);

  const stop = new AbortController();
  const firstPictureMs = await timed(() =>
    simulate(requestOf(scenario, { runs: 1_000_000, signal: stop.signal }), two, () => stop.abort()),
  );
  await Promise.all([one.close(), two.close()]);

  const ofOne = spreadOf(pairs.map((pair) => pair.one));
  const ofTwo = spreadOf(pairs.map((pair) => pair.two));
  return {
    one: ofOne,
    two: ofTwo,
    ratio: {
      best: ofOne.best / ofTwo.best,
      median: spreadOf(pairs.map((pair) => pair.one / pair.two)).median,
    },
    coldMs,
    movedOne: movedOne as Spread,
    movedTwo: movedTwo as Spread,
    firstPictureMs,
    memory: [1_000, 10_000, 100_000, 1_000_000, 10_000_000].map((runs) => ({
      runs,
      megabytes: memoryOf(runs),
    })),
  };
}
