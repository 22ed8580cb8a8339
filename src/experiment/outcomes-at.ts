/** How runs end at many points with the same luck, pass by pass: what curves, maps and tornadoes are made of. */
import { type Estimate, wilson } from '../analysis/index.ts';
import type { Key } from '../random/index.ts';
import type { JobControl, Pool } from '../runner/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import { keepRuns } from './kept-runs.ts';
import { countCodes, type OutcomeCodes } from './outcome-codes.ts';
import { runPoints } from './run-points.ts';

export interface OutcomesAtRequest {
  readonly scenario: Scenario;
  readonly key: Key;
  readonly points: readonly Point[];
  /** Runs of each point. */
  readonly runs: number;
  readonly signal?: AbortSignal | undefined;
  readonly control?: JobControl | undefined;
  /** Milliseconds from any origin. No number depends on it. */
  readonly now: () => number;
}

export interface OutcomesAt {
  /** Runs that every point has so far, and is to have. */
  readonly runs: number;
  readonly wanted: number;
  /** `[point]`: how its runs ended, paired across points by their number. */
  readonly codes: readonly OutcomeCodes[];
  /** `[outcome][point]`: share of the runs that no fault ended, 95 % Wilson interval. */
  readonly shares: readonly (readonly Estimate[])[];
  /** Runs of all points together that a fault ended. */
  readonly faulted: number;
}

/**
 * Tells after each pass over all points; settles when all is done or it was aborted.
 * @throws ExperimentBroken (rejects) where the pool gave up.
 */
export async function outcomesAt(
  { scenario, key, points, runs, signal, control, now }: OutcomesAtRequest,
  pool: Pool,
  onPass: (soFar: OutcomesAt) => void,
): Promise<void> {
  const kept = keepRuns(scenario, points.length, runs, []);
  await runPoints(
    {
      scenario,
      points,
      key,
      runs,
      signal,
      control,
      now,
      onPass(pass) {
        kept.add(pass);
        if (signal?.aborted === true) return;
        onPass(summed(scenario, kept.outcomes, pass.from + pass.runs, runs));
      },
    },
    pool,
  );
}

function summed(
  { outcomes }: Scenario,
  kept: readonly Uint8Array[],
  runs: number,
  wanted: number,
): OutcomesAt {
  const codes = kept.map((some) => ({ codes: some, runs }));
  const counted = codes.map((some) => countCodes(some, outcomes.length));
  return {
    runs,
    wanted,
    codes,
    shares: outcomes.map((_, outcome) =>
      counted.map(({ counts, completed }) => wilson(counts[outcome]!, completed)),
    ),
    faulted: counted.reduce((sum, { completed }) => sum + runs - completed, 0),
  };
}
