/**
 * What a simulation keeps of its runs: plain data that `fold` makes anew from the one before and the next batch in
 * run order. Chunk sizes do not show in it, and beyond a million runs it no longer grows.
 */
import type { QuantileSketch } from '../analysis/index.ts';
import { type BatchResult, FAULTED, ROW_HEAD, type Scenario } from '../scenario/index.ts';
import { valuesOf } from './kept-values.ts';
import { type MeasureValues, NO_MEASURES, sketchOf, withBlock } from './measure-values.ts';
import { emptyMoments, type Moments, withRows } from './moments.ts';

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
  readonly moments: Moments;
  readonly values: MeasureValues;
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
    moments: emptyMoments(scenario.measures.length),
    values: NO_MEASURES,
  };
}

/** Batches of rows alone have empty parts. */
function sum(total: Float64Array, part: Int32Array): Float64Array {
  if (part.length === 0) return total;
  const result = total.slice();
  for (let i = 0; i < part.length; i += 1) result[i] = (result[i] as number) + (part[i] as number);
  return result;
}

/** The tally after one more batch, which must be the next in run order. Neither argument is edited. */
export function fold(tally: Tally, batch: BatchResult): Tally {
  const measures = tally.moments.count.length;
  const outcomes = tally.outcomes.slice();
  const faultedRuns: number[] = [];
  for (let run = 0; run < batch.runs; run += 1) {
    const outcome = batch.rows[run * (ROW_HEAD + measures)] as number;
    if (outcome === FAULTED) faultedRuns.push(batch.firstRun + run);
    else outcomes[outcome] = (outcomes[outcome] as number) + 1;
  }
  const runs = tally.runs + batch.runs;
  const { moments, block } = withRows(tally.moments, batch);
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
    moments,
    values: withBlock(tally.values, block, { measures, runs }),
  };
}

/** What a tally knows of one measure. */
export interface MeasureTally {
  /** Runs that have a value, and runs that came to an end without one. */
  readonly count: number;
  readonly missing: number;
  readonly mean: number;
  /** With divisor count − 1; NaN for fewer than two values. */
  readonly variance: number;
  /** Lowest and highest value. */
  readonly low: number;
  readonly high: number;
  /** Every value, in run order; null where a sketch stands in. */
  readonly values: Float64Array | null;
  /** Null up to a million runs. */
  readonly sketch: QuantileSketch | null;
}

export function measureTally(tally: Tally, measure: number): MeasureTally {
  const { moments, values } = tally;
  const count = moments.count[measure] as number;
  const exact = values.sketches === null;
  return {
    count,
    missing: completed(tally) - count,
    mean: moments.mean[measure] as number,
    variance: count < 2 ? Number.NaN : (moments.squares[measure] as number) / (count - 1),
    low: moments.low[measure] as number,
    high: moments.high[measure] as number,
    values: exact ? valuesOf(values.kept, measure) : null,
    sketch: exact ? null : sketchOf(values, measure),
  };
}
