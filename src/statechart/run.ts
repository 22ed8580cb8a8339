/** Whole runs: from a point and its luck to the outcome. */
import type { Point } from '../scenario/index.ts';
import type { Chart, RunSnapshot } from './chart.ts';
import { snapshotOf } from './fork.ts';
import { measuresOf } from './measures.ts';
import { drawParameters } from './parameters.ts';
import type { StepRecord } from './record.ts';
import { recordOf } from './recorder.ts';
import type { Luck } from './run-context.ts';
import { START } from './run-event.ts';
import { RunFault } from './run-fault.ts';
import { stateBeforeEntry } from './start.ts';
import { advanceRun, stepRun } from './step.ts';

/** A run that has come to its end. */
export interface EndedRun {
  /** Index of the outcome, and the step (state) the run ended with. */
  readonly outcome: number;
  readonly endStep: number;
  /** In the scenario's order; NaN where a measure has no value in the run; booleans are 0 or 1. */
  readonly measures: readonly number[];
  /** One a state, from the start to the end; empty unless they were wanted. */
  readonly records: readonly StepRecord[];
  readonly last: RunSnapshot;
}

/** State 0 of a run: parameters drawn, entry effects done, triggers armed. Throws `RunFault`. */
export function startRun(chart: Chart, point: Point, luck: Luck): RunSnapshot {
  const { program } = chart;
  const parameters = drawParameters(program, chart.copulaFor(point), point, luck);
  const { key, draw, luck: number, future } = luck;
  const context = stateBeforeEntry(program, { point, parameters, luck: { key, draw, luck: number, future } });
  return chart.send(snapshotOf(chart, context), { type: START });
}

/** A run from its start to its end, with a record of every state. Throws `RunFault`. */
export function runToEnd(chart: Chart, point: Point, luck: Luck): EndedRun {
  return finishRun(chart, startRun(chart, point, luck));
}

/** A run from a snapshot to its end. The records begin with the snapshot's own state. */
export function finishRun(chart: Chart, from: RunSnapshot): EndedRun {
  const records: StepRecord[] = [];
  return endedRun(chart, recordOnward(chart, from, records), records);
}

/** To the end of the run: puts a record of every state into `records`, and returns the last state. */
function recordOnward(chart: Chart, from: RunSnapshot, records: StepRecord[]): RunSnapshot {
  let snapshot = from;
  records.push(recordOf(chart, snapshot));
  while (snapshot.context.ended === null) {
    const next = stepRun(chart, snapshot);
    snapshot = next.snapshot;
    records.push(next.record);
  }
  return snapshot;
}

/** What was recorded of a run, and what stopped it before its end. */
export interface RecordedRun {
  readonly records: readonly StepRecord[];
  readonly fault: RunFault | null;
}

/** Every state of a run from its start, up to a fault where there is one. */
export function recordRun(chart: Chart, point: Point, luck: Luck): RecordedRun {
  const records: StepRecord[] = [];
  try {
    recordOnward(chart, startRun(chart, point, luck), records);
    return { records, fault: null };
  } catch (error) {
    if (error instanceof RunFault) return { records, fault: error };
    throw error;
  }
}

/** As `finishRun`, but only the end counts; `visit` sees every state on the way, the first and the last too. */
export function followRun(
  chart: Chart,
  from: RunSnapshot,
  visit: (state: RunSnapshot['context']) => void,
): EndedRun {
  let snapshot = from;
  visit(snapshot.context);
  while (snapshot.context.ended === null) {
    snapshot = advanceRun(chart, snapshot, null);
    visit(snapshot.context);
  }
  return endedRun(chart, snapshot, []);
}

export function endedRun(chart: Chart, last: RunSnapshot, records: readonly StepRecord[]): EndedRun {
  const { context } = last;
  return {
    outcome: context.ended!,
    endStep: context.step,
    measures: measuresOf(chart.program.measures, context),
    records,
    last,
  };
}
