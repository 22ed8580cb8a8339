/** The question of one run: where did it turn, and what would the alternative have brought? */
import type { Estimate } from '../../analysis/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Chart, RunSnapshot } from '../../statechart/index.ts';
import { plainFork } from './inner-samples.ts';
import { type Instead, insteadOf } from './instead.ts';
import { differences, endings, type Outlook, outlookOf } from './outlook.ts';
import type { TurningRequest } from './turning-request.ts';

export interface TurningPoint {
  /** The step in which it turned: from the state of this number to the next. */
  readonly step: number;
  /** Days at its end, when what happened in it has happened. */
  readonly day: number;
  /** Paths of what happened in it, and the decisions settled in it with the option taken; none: it was a quiet step. */
  readonly happenings: readonly string[];
  readonly decisions: readonly { readonly path: string; readonly option: string | null }[];
  readonly before: Outlook;
  readonly after: Outlook;
  /** By outcome: after less before, paired by luck. */
  readonly changes: readonly Estimate[];
  /** Index of the outcome whose chance moved most where the turn was found. */
  readonly outcome: number;
  readonly instead: readonly Instead[];
}

export interface TurningResult {
  /** In order of time. */
  readonly points: readonly TurningPoint[];
  /** The outlook at the run's start, from the futures that measure. */
  readonly start: Outlook;
  readonly interrupted: boolean;
}

/** States sent at once. */
const BLOCK = 8;
/** A turn moves an outcome by so much at least, and surely so: among a hundred steps one is found by chance in ten runs. */
const LEAST_CHANGE = 0.03;
const SURE = 0.999;

/**
 * The turns are found with one sample of futures and measured with another, so that their size is not flattered by
 * having been the largest; what the second does not confirm is no turn. The last step's change ends in certainty.
 */
export async function turningPoints(request: TurningRequest, pool: Pool): Promise<TurningResult> {
  const { chart, path, futures, most } = request;
  const seeking = await endsAlong(request, path.states, 1, pool);
  const start = (ends: Int32Array): Outlook => outlookOf(chart.scenario, ends);
  if (seeking === null) return { points: [], start: start(new Int32Array()), interrupted: true };
  const turns = largestTurns(chart, seeking, most);
  const needed = [...new Set([0, ...turns.flatMap(({ step }) => [step, step + 1])])];
  const open = needed.filter((step) => step < path.states.length);
  const measured = await endsAlong(
    request,
    open.map((step) => path.states[step]!),
    futures + 1,
    pool,
  );
  if (measured === null) return { points: [], start: start(seeking[0]!), interrupted: true };
  const endsAt = (step: number): Int32Array =>
    measured[open.indexOf(step)] ?? new Int32Array(futures).fill(path.outcome);
  const points: TurningPoint[] = [];
  for (const { step, outcome, rises } of turns) {
    const [before, after] = [endsAt(step), endsAt(step + 1)];
    const changes = differences(chart.scenario, after, before);
    const { low, high } = changes[outcome]!;
    if (!(rises ? low > 0 : high < 0)) continue;
    const instead = await insteadOf(request, { step, first: futures + 1 }, pool);
    if (instead === null) return { points, start: start(endsAt(0)), interrupted: true };
    const { happenings, decisions, day } = path.records[step + 1]!;
    points.push({
      step,
      day,
      happenings: happenings.map((one) => one.path),
      decisions: decisions.map((one) => ({ path: one.path, option: one.option })),
      before: start(before),
      after: start(after),
      changes,
      outcome,
      instead,
    });
  }
  return { points, start: start(endsAt(0)), interrupted: false };
}

/** How the futures of each state end, the last state being the sure end; null when interrupted. */
async function endsAlong(
  { chart, path, futures, engine, signal, onProgress, now }: TurningRequest,
  states: readonly RunSnapshot[],
  first: number,
  pool: Pool,
): Promise<readonly Int32Array[] | null> {
  const { scenario } = chart;
  const started = now();
  const all: Int32Array[] = [];
  for (let from = 0; from < states.length; from += BLOCK) {
    const block = states.slice(from, from + BLOCK);
    const orders = block.map((snapshot) => ({ fork: plainFork(chart, snapshot), first, count: futures }));
    const batches = await pool.futures({ scenario, orders, engine, signal });
    if (batches === null) return null;
    all.push(...batches.map((batch) => endings(scenario, batch)));
    const remainingMs = ((now() - started) * (states.length - all.length)) / all.length;
    onProgress?.({ done: all.length, total: states.length, remainingMs });
  }
  return states === path.states ? [...all, new Int32Array(futures).fill(path.outcome)] : all;
}

interface Turn {
  readonly step: number;
  readonly outcome: number;
  readonly size: number;
  readonly rises: boolean;
}

/** Steps whose largest change is sure and not small; the largest of them, in order of time. */
function largestTurns({ scenario }: Chart, ends: readonly Int32Array[], most: number): readonly Turn[] {
  const turns: Turn[] = [];
  for (let step = 0; step + 1 < ends.length; step += 1) {
    const changes = differences(scenario, ends[step + 1]!, ends[step]!, SURE);
    const sizes = changes.map(({ value }) => Math.abs(value));
    const size = Math.max(...sizes);
    const outcome = sizes.indexOf(size);
    const { low, high } = changes[outcome]!;
    if (size >= LEAST_CHANGE && (low > 0 || high < 0)) turns.push({ step, outcome, size, rises: low > 0 });
  }
  return turns
    .sort((a, b) => b.size - a.size || a.step - b.step)
    .slice(0, most)
    .sort((a, b) => a.step - b.step);
}
