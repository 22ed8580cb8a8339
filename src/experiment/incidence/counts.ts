/** What is kept of the runs: by curve and state, how many first had it then. It does not grow with the runs. */
import type { FirstTimes, PairedFirstTimes } from '../../analysis/index.ts';
import { type BatchResult, rowLength } from '../../scenario/index.ts';
import { type CurveReader, isFaulted } from './curves.ts';

export interface SideCounts {
  readonly add: (batch: BatchResult) => void;
  readonly timesOf: (curve: number) => FirstTimes;
  /** Runs that no fault ended. */
  readonly runs: () => number;
}

export function sideCounts({ curves, scenario, stepOf }: CurveReader): SideCounts {
  const states = scenario.time.steps + 1;
  const counts = curves.map(() => new Float64Array(states));
  let runs = 0;
  return {
    add(batch) {
      for (const row of rowsOf([batch], rowLength(scenario))) {
        if (isFaulted(row)) continue;
        runs += 1;
        counts.forEach((count, curve) => {
          const step = stepOf(row, curve);
          if (step >= 0) count[step] = (count[step] as number) + 1;
        });
      }
    },
    timesOf: (curve) => ({ counts: counts[curve] as Float64Array, runs }),
    runs: () => runs,
  };
}

export interface PairCounts {
  /** Batches of two sides that hold the same runs; they need not be cut at the same places. */
  readonly add: (side: readonly BatchResult[], against: readonly BatchResult[]) => void;
  readonly timesOf: (curve: number) => PairedFirstTimes;
}

export function pairCounts({ curves, scenario, stepOf }: CurveReader): PairCounts {
  const states = scenario.time.steps + 1;
  const zeros = (): Float64Array => new Float64Array(states);
  const counts = curves.map(() => ({ both: zeros(), first: zeros(), second: zeros() }));
  let pairs = 0;
  const step = (row: Float64Array, curve: number): number => {
    const found = stepOf(row, curve);
    return found < 0 ? states : found;
  };
  /** On `earlier` from its own step until the other has it too. */
  const addPair = ({ both, first, second }: (typeof counts)[number], one: number, other: number): void => {
    const later = Math.max(one, other);
    if (later < states) both[later] = (both[later] as number) + 1;
    if (one === other) return;
    const earlier = one < other ? first : second;
    const from = Math.min(one, other);
    earlier[from] = (earlier[from] as number) + 1;
    if (later < states) earlier[later] = (earlier[later] as number) - 1;
  };
  return {
    add(side, against) {
      const width = rowLength(scenario);
      const [mine, theirs] = [rowsOf(side, width), rowsOf(against, width)];
      for (;;) {
        const [one, other] = [mine.next(), theirs.next()];
        if (one.done === true || other.done === true) return;
        if (isFaulted(one.value) || isFaulted(other.value)) continue;
        pairs += 1;
        counts.forEach((count, curve) => {
          addPair(count, step(one.value, curve), step(other.value, curve));
        });
      }
    },
    timesOf: (curve) => ({ pairs, ...(counts[curve] as (typeof counts)[number]) }),
  };
}

function* rowsOf(batches: readonly BatchResult[], width: number): Generator<Float64Array, void> {
  for (const { rows, runs } of batches) {
    for (let run = 0; run < runs; run += 1) yield rows.subarray(run * width, (run + 1) * width);
  }
}
