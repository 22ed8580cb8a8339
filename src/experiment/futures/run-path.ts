/** A run as the states it went through: what its outlook is asked of. */
import {
  type Chart,
  RunFault,
  type RunSnapshot,
  recordOf,
  type StepRecord,
  stepRun,
} from '../../statechart/index.ts';

export interface RunPath {
  /** States 0 to the last before the end. */
  readonly states: readonly RunSnapshot[];
  /** Of state 0 and every later one, the last too. */
  readonly records: readonly StepRecord[];
  /** Index of the outcome it ended with. */
  readonly outcome: number;
}

/** Follows a run from a snapshot to its end, or gives the fault that stops it. */
export function followPath(chart: Chart, start: () => RunSnapshot): RunPath | RunFault {
  try {
    let snapshot = start();
    const states: RunSnapshot[] = [];
    const records = [recordOf(chart, snapshot)];
    while (snapshot.context.ended === null) {
      states.push(snapshot);
      const next = stepRun(chart, snapshot);
      snapshot = next.snapshot;
      records.push(next.record);
    }
    return { states, records, outcome: snapshot.context.ended };
  } catch (error) {
    if (error instanceof RunFault) return error;
    throw error;
  }
}
