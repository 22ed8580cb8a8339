/**
 * One replication of multilevel splitting with fixed effort: of so many runs the part that passes the first level; from states
 * in which they did, as many futures, and of those the part that passes the next; and so on to the outcome. The product of
 * the parts is an unbiased estimate of the outcome's chance, whatever the levels (Garvels 2000; Amrein and Künsch 2011).
 */
import { type Key, siteOf, uniformAt } from '../../random/index.ts';
import type { EngineChoice, FuturesOrder, Pool } from '../../runner/index.ts';
import { type BatchResult, FAULTED, type Point, rowLength } from '../../scenario/index.ts';
import type { Chart } from '../../statechart/index.ts';
import { type Particle, type Passed, particleOf } from './particle.ts';
import type { Passing } from './passing.ts';

export interface SplitRequest {
  /** Of the scenario with the columns of `passing`. */
  readonly chart: Chart;
  readonly passing: Passing;
  readonly point: Point;
  readonly key: Key;
  /** Runs, and futures from each level. */
  readonly effort: number;
  /** Its runs are numbered from `effort` times this: no two replications share any luck. */
  readonly replication: number;
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A level: of so many runs or futures that set out for it, how many passed it. */
export interface Passage {
  readonly tried: number;
  readonly passed: number;
}

export interface Replication {
  readonly estimate: number;
  /** By level, the outcome last; levels behind one that nothing passed are not tried. */
  readonly passages: readonly Passage[];
  /** Steps of the runs, and steps in all, those of the machine to find states again among them. */
  readonly plainSteps: number;
  readonly steps: number;
  readonly faults: number;
}

/** States that futures begin with, at most: finding one again costs the machine's steps to it. */
const MOST_PARTICLES = 100;

/** Null when interrupted. */
export async function splitOnce(request: SplitRequest, pool: Pool): Promise<Replication | null> {
  const { passing, effort, signal } = request;
  const first = await plainRuns(request, pool);
  if (first === null || signal?.aborted) return null;
  let { hits } = first;
  let { steps, faults } = first;
  const passages: Passage[] = [{ tried: effort, passed: hits.length }];
  let estimate = hits.length / effort;
  for (let level = 1; level < passing.count && hits.length > 0; level += 1) {
    const { particles, steps: sought } = entrances(request, hits, level);
    const next = await futuresFrom(request, particles, level, pool);
    if (next === null) return null;
    hits = next.hits;
    steps += sought + next.steps;
    faults += next.faults;
    passages.push({ tried: next.tried, passed: hits.length });
    estimate *= hits.length / next.tried;
  }
  return { estimate, passages, plainSteps: first.steps, steps, faults };
}

interface Stretch {
  readonly hits: readonly Passed[];
  readonly tried: number;
  readonly steps: number;
  readonly faults: number;
}

async function plainRuns(
  { chart, passing, point, key, effort, replication, engine, signal }: SplitRequest,
  pool: Pool,
): Promise<Stretch | null> {
  const hits: Passed[] = [];
  let [steps, faults] = [0, 0];
  const report = await pool.run({
    scenario: chart.scenario,
    point,
    key,
    firstRun: replication * effort,
    runs: effort,
    engine,
    faults: 'count',
    signal,
    onBatch({ rows, runs, firstRun }: BatchResult) {
      const width = rowLength(chart.scenario);
      for (let run = 0; run < runs; run += 1) {
        const row = rows.subarray(run * width, (run + 1) * width);
        const step = passing.stepOf(row, 0);
        if (step < Infinity) {
          hits.push({ kind: 'run', run: firstRun + run, step, behind: passing.behind(row, step) });
        }
        steps += row[1] as number;
        faults += row[0] === FAULTED ? 1 : 0;
      }
    },
  });
  if (report.breakage !== null) throw new Error(report.breakage.message);
  return report.end === 'done' ? { hits, tried: effort, steps, faults } : null;
}

const CHOICE = siteOf('rare/entrances');

/**
 * Some of the states in which the level was passed, found again: all, or evenly spaced ones from a random place on, so that
 * each has the same chance to be among them and the estimate stays unbiased.
 */
function entrances(
  { chart, point, key, replication }: SplitRequest,
  hits: readonly Passed[],
  level: number,
): { readonly particles: readonly Particle[]; readonly steps: number } {
  const count = Math.min(MOST_PARTICLES, hits.length);
  const offset = uniformAt(key, 0, CHOICE, replication, level);
  let steps = 0;
  const particles = Array.from({ length: count }, (_, i) => {
    const hit = hits[Math.floor(((i + offset) * hits.length) / count)] as Passed;
    const found = particleOf(chart, hit, { point, key });
    steps += found.steps;
    return found.particle;
  });
  return { particles, steps };
}

/**
 * The same number of futures of every particle, each with a number of its own among all of the replication. One that has the
 * level behind it already needs none, and one that has ended has none.
 */
async function futuresFrom(
  { chart, passing, effort, engine, signal }: SplitRequest,
  particles: readonly Particle[],
  level: number,
  pool: Pool,
): Promise<Stretch | null> {
  const each = Math.max(1, Math.floor(effort / particles.length));
  const tried = each * particles.length;
  const orders: FuturesOrder[] = [];
  const from: Particle[] = [];
  const hits: Passed[] = [];
  particles.forEach((particle, index) => {
    const { fork, behind } = particle;
    if (behind >= level) {
      hits.push(...Array.from({ length: each }, (): Passed => ({ kind: 'same', from: particle })));
    } else if (fork !== null) {
      orders.push({ fork, first: 1 + level * effort + index * each, count: each });
      from.push(particle);
    }
  });
  const batches = await pool.futures({ scenario: chart.scenario, orders, engine, signal });
  if (batches === null) return null;
  const width = rowLength(chart.scenario);
  let [steps, faults] = [0, 0];
  batches.forEach(({ rows, firstFuture }, order) => {
    const particle = from[order] as Particle;
    for (let at = 0; at < each; at += 1) {
      const row = rows.subarray(at * width, (at + 1) * width);
      const step = passing.stepOf(row, level);
      if (step < Infinity) {
        const future = firstFuture + at;
        hits.push({ kind: 'future', from: particle, future, step, behind: passing.behind(row, step) });
      }
      steps += (row[1] as number) - particle.snapshot.context.step;
      faults += row[0] === FAULTED ? 1 : 0;
    }
  });
  return { hits, tried, steps, faults };
}
