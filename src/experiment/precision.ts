/** Runs until shares are known as well as is wanted, whatever the number of points. */
import { halfWidth, nextLook, type WantedShare } from '../analysis/index.ts';
import { type BatchResult, FAULTED, rowLength, type Scenario } from '../scenario/index.ts';

/** Outcomes that are watched, each with the half-width of the 95 % interval that is wanted, between 0 and 0.5. */
export type Precision = readonly { readonly outcome: number; readonly half: number }[];

export interface PrecisionReport {
  readonly wanted: readonly {
    readonly id: string;
    readonly label: string;
    readonly half: number;
    /** The widest half-width of it at any point. */
    readonly reached: number;
  }[];
  /** Whether all are reached; otherwise the limit of runs came first. */
  readonly met: boolean;
}

/** Runs of a point before anything is judged: shares of fewer runs mislead. */
export const FIRST_LOOK = 500;

/** Counts the watched outcomes of every point. */
export interface ShareWatch {
  /** @param batches `[point]`: its newest. */
  readonly add: (batches: readonly (readonly BatchResult[])[]) => void;
  /** Runs of each point at which to look next; null where all is known as wanted. @param runs of each point so far. */
  readonly nextLook: (runs: number) => number | null;
  readonly report: () => PrecisionReport;
}

export function watchShares(scenario: Scenario, points: number, precision: Precision): ShareWatch {
  const stride = rowLength(scenario);
  const counts = Array.from({ length: points }, () => new Float64Array(scenario.outcomes.length));
  const completed = new Float64Array(points);
  const addBatch = (point: number, { rows, runs }: BatchResult): void => {
    const of = counts[point] as Float64Array;
    for (let run = 0; run < runs; run += 1) {
      const outcome = rows[run * stride] as number;
      if (outcome === FAULTED) continue;
      of[outcome]! += 1;
      completed[point]! += 1;
    }
  };
  const sharesOf = ({ outcome, half }: Precision[number]): readonly WantedShare[] =>
    counts.map((of, point) => ({ count: of[outcome] as number, n: completed[point] as number, half }));
  const reached = (share: Precision[number]): number =>
    Math.max(...sharesOf(share).map(({ count, n }) => halfWidth(count, n)));
  return {
    add: (batches) =>
      batches.forEach((some, point) => {
        for (const batch of some) addBatch(point, batch);
      }),
    nextLook: (runs) => nextLook(precision.flatMap(sharesOf), runs),
    report() {
      const wanted = precision.map((share) => {
        const { name, label } = scenario.outcomes[share.outcome]!;
        return { id: name, label, half: share.half, reached: reached(share) };
      });
      return { wanted, met: wanted.every(({ half, reached: now }) => now <= half) };
    },
  };
}
