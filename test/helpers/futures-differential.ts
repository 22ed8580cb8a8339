/** Holds the kernel's futures to the machine's: rows, what happened, what became of a fixed option, the last state. */
import type { Key } from '../../src/random/index.ts';
import type { FuturesBatch, Point } from '../../src/scenario/index.ts';
import {
  type Alternative,
  type Fork,
  forkAt,
  futureOf,
  type Moment,
  RunFault,
  type RunSnapshot,
  runFutures,
  startRun,
  stepFuture,
  stepRun,
} from '../../src/statechart/index.ts';
import { type Difference, firstDifference, type Pair, stateDifference } from './kernel-differential.ts';

/** Every state of a run before its end; a run at fault has those before the fault. */
export function snapshotsOf({ chart }: Pair, point: Point, key: Key, run: number): readonly RunSnapshot[] {
  const snapshots: RunSnapshot[] = [];
  try {
    let snapshot = startRun(chart, point, { key, draw: run, luck: run, future: 0 });
    while (snapshot.context.ended === null) {
      snapshots.push(snapshot);
      snapshot = stepRun(chart, snapshot).snapshot;
    }
  } catch (error) {
    if (!(error instanceof RunFault)) throw error;
  }
  return snapshots;
}

/** Every alternative a scenario has in words, at both moments; those that a state does not allow give no fork. */
export function forksAt(
  { chart, scenario }: Pair,
  snapshot: RunSnapshot,
  pick: (count: number) => number,
): readonly Fork[] {
  const happenings = scenario.happenings.length;
  const decision = scenario.decisions[pick(Math.max(1, scenario.decisions.length))];
  const alternatives: Alternative[] = [
    { kind: 'as_it_stands' },
    ...(decision === undefined
      ? []
      : [
          {
            kind: 'option' as const,
            decision: decision.index,
            option: pick(decision.options.length),
          },
        ]),
    ...(happenings === 0
      ? []
      : [
          { kind: 'happens' as const, happening: pick(happenings) },
          { kind: 'not_today' as const, happening: pick(happenings) },
        ]),
    {
      kind: 'parameters',
      values: scenario.parameters.map(({ index, baseline }) => (index % 2 === 0 ? baseline : null)),
    },
  ];
  const moments: readonly Moment[] = ['start', 'asked'];
  return alternatives.flatMap((alternative) =>
    moments.flatMap((moment) => {
      try {
        const fork = forkAt(chart, snapshot, alternative, moment);
        return 'impossible' in fork ? [] : [fork];
      } catch (error) {
        if (error instanceof RunFault) return [];
        throw error;
      }
    }),
  );
}

/** Compares so many futures, and the state that the last of them ends with. */
export function compareFutures(pair: Pair, fork: Fork, first: number, count: number): Difference {
  const expected = runFutures(pair.chart, fork, first, count);
  const actual = pair.kernel.futures(fork, first, count);
  return batchesDifference(expected, actual) ?? lastDifference(pair, fork, first + count - 1);
}

const batchesDifference = (expected: FuturesBatch, actual: FuturesBatch): Difference =>
  firstDifference('rows', expected.rows, actual.rows) ??
  firstDifference('happened', expected.happened, actual.happened) ??
  firstDifference('option', expected.option, actual.option);

function lastDifference({ chart, kernel, scenario }: Pair, fork: Fork, future: number): Difference {
  try {
    let snapshot = futureOf(chart, fork, future);
    while (snapshot.context.ended === null) snapshot = stepFuture(chart, snapshot, fork.once);
    return stateDifference(scenario, snapshot.context, kernel.lastState());
  } catch (error) {
    if (error instanceof RunFault) return null;
    throw error;
  }
}
