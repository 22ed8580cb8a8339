/** What a batch of runs yields, whichever engine ran it. Sums of these over any partition of the runs are equal. */
import type { Scenario } from './model.ts';

/** Outcome of a run that a fault ended; it counts nowhere but in its row. */
export const FAULTED = -1;

/** Columns of a row before the measures: the outcome's index (or FAULTED) and the step the run ended with. */
export const ROW_HEAD = 2;

/** Numbers of one spell in `RunRecords.spells`. */
export const SPELL_WIDTH = 5;

/** What is kept of every run where it is asked for: too much for work that only counts. */
export interface RunRecords {
  /** `[runs][parameters]`: what each run drew or was held at, faulted runs too. */
  readonly parameters: Float64Array;
  /**
   * `[spells][SPELL_WIDTH]`: the run, counted from the batch's first; leaf; leaf entered at the end of the spell (−1: it
   * went on until the run ended); and the states that the spell began and ended with, the second later than the first.
   * In run order, within a run by end and then by region; a leaf entered again begins a new spell. Faulted runs have none.
   */
  readonly spells: Int32Array;
}

export interface BatchResult {
  readonly firstRun: number;
  readonly runs: number;
  /** `[runs][ROW_HEAD + measures]`; NaN where a measure has no value in the run. Booleans are 0 or 1. */
  readonly rows: Float64Array;
  /**
   * `[steps + 1][stages]`: runs that entered minus runs that left the stage in the step that led to state k.
   * Its running sum over k is the number of runs in the stage at state k; an ended run stays where it ended.
   */
  readonly stageChanges: Int32Array;
  /** `[happenings][steps + 1]`: runs in which it first happened in the step that led to state k (k ≥ 1). */
  readonly firsts: Int32Array;
  /** `[happenings]`: how often it happened, over all runs. */
  readonly times: Int32Array;
  /** `[decisions]`: how often it was asked, and how often its fixed option was not available. */
  readonly asked: Int32Array;
  readonly fixedUnavailable: Int32Array;
  /** Null where nobody asked. */
  readonly records: RunRecords | null;
}

export const rowLength = (scenario: Scenario): number => ROW_HEAD + scenario.measures.length;

/** An empty batch with every array in its right length. */
export function emptyBatch(scenario: Scenario, firstRun: number, runs: number): BatchResult {
  const states = scenario.time.steps + 1;
  return {
    firstRun,
    runs,
    rows: new Float64Array(runs * rowLength(scenario)),
    stageChanges: new Int32Array(states * scenario.stages.length),
    firsts: new Int32Array(states * scenario.happenings.length),
    times: new Int32Array(scenario.happenings.length),
    asked: new Int32Array(scenario.decisions.length),
    fixedUnavailable: new Int32Array(scenario.decisions.length),
    records: null,
  };
}

const NOTHING = new Int32Array(0);

/** A batch that has rows and counts nothing by day. */
export const batchOfRows = (
  firstRun: number,
  runs: number,
  rows: Float64Array,
  records: RunRecords | null = null,
): BatchResult => ({
  firstRun,
  runs,
  rows,
  stageChanges: NOTHING,
  firsts: NOTHING,
  times: NOTHING,
  asked: NOTHING,
  fixedUnavailable: NOTHING,
  records,
});
