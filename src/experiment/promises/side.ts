/** One side of the promises: the file as it is, or a variant, with what is kept of its runs. */
import type { PairedCounts } from '../../analysis/index.ts';
import { emptyTally, fold, type JobReport, type JobRequest, type Tally } from '../../runner/index.ts';
import {
  FAULTED,
  NO_SETTINGS,
  type OutcomeSet,
  type Point,
  resolvePoint,
  rowLength,
  type Scenario,
} from '../../scenario/index.ts';

export interface Side {
  readonly variant: string | null;
  readonly point: Point;
  readonly tally: Tally;
  /** By run: the outcome's index or FAULTED. What pairs the runs of two sides. */
  readonly outcomes: Int16Array;
}

/** The sides by variant; null is the file as it is. */
export type Sides = ReadonlyMap<string | null, Side>;

/** A side without runs. */
export function openSide(scenario: Scenario, variant: string | null): Side {
  const { point, diagnostics } = resolvePoint(scenario, { ...NO_SETTINGS, variant });
  if (point === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return { variant, point, tally: emptyTally(scenario), outcomes: new Int16Array(0) };
}

type Job = Pick<JobRequest, 'scenario' | 'point' | 'firstRun' | 'runs' | 'faults' | 'onBatch'>;

/** The side brought up to `runs` runs, or to as many as `run` did. */
export async function withRuns(
  scenario: Scenario,
  side: Side,
  runs: number,
  run: (job: Job) => Promise<JobReport>,
): Promise<{ readonly side: Side; readonly report: JobReport }> {
  const { point } = side;
  const firstRun = side.tally.runs;
  const stride = rowLength(scenario);
  const outcomes = new Int16Array(runs);
  outcomes.set(side.outcomes);
  let { tally } = side;
  const onBatch: JobRequest['onBatch'] = (batch) => {
    tally = fold(tally, batch);
    for (let i = 0; i < batch.runs; i += 1) outcomes[batch.firstRun + i] = batch.rows[i * stride] as number;
  };
  const report = await run({ scenario, point, firstRun, runs: runs - firstRun, faults: 'count', onBatch });
  return { side: { ...side, tally, outcomes: outcomes.subarray(0, tally.runs) }, report };
}

/** Runs that ended in the set on both sides, on one of them, on neither; a run that faulted on either is left out. */
export function pairedCounts(first: Side, second: Side, { outcomes }: OutcomeSet): PairedCounts {
  const inSet = new Set(outcomes);
  const counts = { both: 0, first: 0, second: 0, neither: 0 };
  const pairs = Math.min(first.outcomes.length, second.outcomes.length);
  for (let run = 0; run < pairs; run += 1) {
    const one = first.outcomes[run] as number;
    const other = second.outcomes[run] as number;
    if (one === FAULTED || other === FAULTED) continue;
    const onFirst = inSet.has(one);
    const onSecond = inSet.has(other);
    counts[onFirst ? (onSecond ? 'both' : 'first') : onSecond ? 'second' : 'neither'] += 1;
  }
  return counts;
}
