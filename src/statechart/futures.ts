/** The machine as an engine of futures: many continuations of one state, each with its own luck from there on. */
import { emptyFutures, FAULTED, type FuturesBatch, OPTION, ROW_HEAD, rowLength } from '../scenario/index.ts';
import type { Chart, RunSnapshot } from './chart.ts';
import { type Fork, type OnceFixed, snapshotOf } from './fork.ts';
import { withDealt } from './open-draws.ts';
import { endedRun } from './run.ts';
import type { RunContext } from './run-context.ts';
import { RunFault } from './run-fault.ts';
import { advanceRun } from './step.ts';

/** Futures `first` to `first + count − 1` of a fork. The number of the fork's own luck continues that luck. */
export function runFutures(chart: Chart, fork: Fork, first: number, count: number): FuturesBatch {
  const batch = emptyFutures(chart.scenario, first, count);
  for (let at = 0; at < count; at += 1) addFuture(chart, batch, fork, at);
  return batch;
}

/** The state in which a future of a fork begins: what is open is dealt. */
export function futureOf(
  chart: Chart,
  { context, open, setBack, setBackFuture }: Fork,
  future: number,
): RunSnapshot {
  const isSame = future === context.future;
  const given = isSame ? withDealt(context, setBack, future ^ setBackFuture) : null;
  const triggers = given ?? withDealt(context, [...open, ...setBack], future);
  return snapshotOf(chart, { ...context, future, triggers });
}

/** One step of a future; once the decision was asked, its option is fixed no more. */
export function stepFuture(chart: Chart, snapshot: RunSnapshot, once: OnceFixed | null): RunSnapshot {
  const next = advanceRun(chart, snapshot, null);
  return once !== null && wasAsked(snapshot.context, next.context, once) ? released(chart, next, once) : next;
}

const wasAsked = (before: RunContext, after: RunContext, { decision }: OnceFixed): boolean =>
  after.asked[decision] !== before.asked[decision];

function released(chart: Chart, { context }: RunSnapshot, { decision, afterwards }: OnceFixed): RunSnapshot {
  const decisions = context.point.decisions.map((fixed, index) => (index === decision ? afterwards : fixed));
  return snapshotOf(chart, { ...context, point: { ...context.point, decisions } });
}

function addFuture(chart: Chart, batch: FuturesBatch, fork: Fork, at: number): void {
  const width = rowLength(chart.scenario);
  const row = batch.rows.subarray(at * width, (at + 1) * width);
  try {
    let snapshot = futureOf(chart, fork, batch.firstFuture + at);
    let once = fork.once;
    while (snapshot.context.ended === null) {
      const next = stepFuture(chart, snapshot, once);
      if (once !== null && wasAsked(snapshot.context, next.context, once)) {
        batch.option[at] = whatBecame(snapshot.context, next.context, once);
        once = null;
      }
      snapshot = next;
    }
    const { outcome, endStep, measures } = endedRun(chart, snapshot, []);
    row.set([outcome, endStep, ...measures]);
    const { times } = fork.context;
    const happened = snapshot.context.times.map((count, index) => (count > times[index]! ? 1 : 0));
    batch.happened.set(happened, at * times.length);
  } catch (error) {
    if (!(error instanceof RunFault)) throw error;
    row.set([FAULTED, error.step]);
    row.fill(Number.NaN, ROW_HEAD);
    batch.option[at] = OPTION.notAsked;
  }
}

function whatBecame(before: RunContext, after: RunContext, { decision }: OnceFixed): number {
  const isLost = after.fixedUnavailable[decision] !== before.fixedUnavailable[decision];
  return isLost ? OPTION.unavailable : OPTION.taken;
}
