/** What is kept of every run of every point: how it ended, and some measures. */
import type { RunBlock } from '../analysis/index.ts';
import { type BatchResult, ROW_HEAD, rowLength, type Scenario } from '../scenario/index.ts';
import { FAULTED_CODE, writeCodes } from './outcome-codes.ts';
import type { Pass } from './run-points.ts';

/** Filled pass by pass; its arrays are as long as was asked for, `runs` of each point are there. */
export interface KeptRuns {
  readonly points: number;
  /** Runs asked for of each point. */
  readonly most: number;
  /** `[point][run]`: the outcome's index, or FAULTED_CODE. */
  readonly outcomes: readonly Uint8Array[];
  /** `[kept measure][point][run]`; NaN where a run has no value. */
  readonly measures: readonly (readonly Float64Array[])[];
}

export interface KeepingRuns extends KeptRuns {
  readonly add: (pass: Pass) => void;
}

/** @param measures indexes of the measures to keep. */
export function keepRuns(
  scenario: Scenario,
  points: number,
  most: number,
  measures: readonly number[],
): KeepingRuns {
  const outcomes = Array.from({ length: points }, () => new Uint8Array(most));
  const columns = measures.map(() => Array.from({ length: points }, () => new Float64Array(most)));
  const stride = rowLength(scenario);
  const addBatch = (point: number, batch: BatchResult, place: number): void => {
    writeCodes(scenario, { ...batch, firstRun: place }, outcomes[point] as Uint8Array);
    measures.forEach((measure, i) => {
      const column = columns[i]?.[point] as Float64Array;
      for (let run = 0; run < batch.runs; run += 1) {
        column[place + run] = batch.rows[run * stride + ROW_HEAD + measure] as number;
      }
    });
  };
  return {
    points,
    most,
    outcomes,
    measures: columns,
    add({ from, batches }) {
      batches.forEach((some, point) => {
        let place = from;
        for (const batch of some) {
          addBatch(point, batch, place);
          place += batch.runs;
        }
      });
    },
  };
}

/** Some points as a block of zeros and ones: whether a run ended in the outcome. Faulted runs are NaN. */
export function outcomeBlock(
  kept: KeptRuns,
  runs: number,
  points: readonly number[],
  outcome: number,
): RunBlock {
  return blockOf(points, runs, (point, run) => {
    const code = kept.outcomes[point]?.[run] as number;
    return code === FAULTED_CODE ? Number.NaN : code === outcome ? 1 : 0;
  });
}

/** The same of a kept measure. */
export function measureBlock(
  kept: KeptRuns,
  runs: number,
  points: readonly number[],
  measure: number,
): RunBlock {
  return blockOf(points, runs, (point, run) => kept.measures[measure]?.[point]?.[run] as number);
}

function blockOf(
  points: readonly number[],
  runs: number,
  value: (point: number, run: number) => number,
): RunBlock {
  const values = new Float64Array(points.length * runs);
  points.forEach((point, row) => {
    for (let run = 0; run < runs; run += 1) values[row * runs + run] = value(point, run);
  });
  return { rows: points.length, replications: runs, values };
}
