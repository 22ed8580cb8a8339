/**
 * What a simulation keeps of its runs: plain data that `fold` makes anew from the one before and the next batch in
 * run order. Chunk sizes do not show in it, and beyond a million runs it no longer grows.
 */
import { type BatchResult, FAULTED, ROW_HEAD, type Scenario } from '../scenario/index.ts';
import { emptyMeasure, type MeasureTally, withBatchValues } from './measure-tally.ts';

/** Numbers of faulted runs that are kept; all are counted. */
const LISTED_FAULTS = 20;

export interface Tally {
  /** Runs folded, faulted ones too. */
  readonly runs: number;
  /** Runs that a fault ended: they count nowhere else. */
  readonly faulted: number;
  /** The first of them, by number. */
  readonly faultedRuns: readonly number[];
  /** `[outcomes]`: runs that ended so. */
  readonly outcomes: Float64Array;
  /** The sums of the batches' arrays, in their shapes. */
  readonly stageChanges: Float64Array;
  readonly firsts: Float64Array;
  readonly times: Float64Array;
  readonly asked: Float64Array;
  readonly fixedUnavailable: Float64Array;
  readonly measures: readonly MeasureTally[];
}

/** Runs that came to an end of their own. */
export const completed = ({ runs, faulted }: Tally): number => runs - faulted;

export function emptyTally(scenario: Scenario): Tally {
  const states = scenario.time.steps + 1;
  return {
    runs: 0,
    faulted: 0,
    faultedRuns: [],
    outcomes: new Float64Array(scenario.outcomes.length),
    stageChanges: new Float64Array(states * scenario.stages.length),
    firsts: new Float64Array(states * scenario.happenings.length),
    times: new Float64Array(scenario.happenings.length),
    asked: new Float64Array(scenario.decisions.length),
    fixedUnavailable: new Float64Array(scenario.decisions.length),
    measures: scenario.measures.map(emptyMeasure),
  };
}

function sum(total: Float64Array, part: Int32Array): Float64Array {
  const result = total.slice();
  for (let i = 0; i < part.length; i += 1) result[i] = (result[i] as number) + (part[i] as number);
  return result;
}

/** The tally after one more batch, which must be the next in run order. Neither argument is edited. */
export function fold(tally: Tally, batch: BatchResult): Tally {
  const stride = ROW_HEAD + tally.measures.length;
  const outcomes = tally.outcomes.slice();
  const faultedRuns: number[] = [];
  for (let i = 0; i < batch.runs; i += 1) {
    const outcome = batch.rows[i * stride] as number;
    if (outcome === FAULTED) faultedRuns.push(batch.firstRun + i);
    else outcomes[outcome] = (outcomes[outcome] as number) + 1;
  }
  const runs = tally.runs + batch.runs;
  return {
    runs,
    faulted: tally.faulted + faultedRuns.length,
    faultedRuns: [...tally.faultedRuns, ...faultedRuns].slice(0, LISTED_FAULTS),
    outcomes,
    stageChanges: sum(tally.stageChanges, batch.stageChanges),
    firsts: sum(tally.firsts, batch.firsts),
    times: sum(tally.times, batch.times),
    asked: sum(tally.asked, batch.asked),
    fixedUnavailable: sum(tally.fixedUnavailable, batch.fixedUnavailable),
    measures: tally.measures.map((measure, i) => withBatchValues(measure, column(batch, stride, i), runs)),
  };
}

/** A measure's values in the runs that came to an end; NaN where it has none. */
function column(batch: BatchResult, stride: number, measure: number): Float64Array {
  const values = new Float64Array(batch.runs);
  let kept = 0;
  for (let row = 0; row < batch.rows.length; row += stride) {
    if (batch.rows[row] === FAULTED) continue;
    values[kept] = batch.rows[row + ROW_HEAD + measure] as number;
    kept += 1;
  }
  return values.subarray(0, kept);
}
