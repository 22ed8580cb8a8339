/** A run to tell: of those that end in one outcome, the one that ends nearest to the median day. */
import type { Key } from '../../random/index.ts';
import type { Pool } from '../../runner/index.ts';
import { type Point, rowLength, type Scenario } from '../../scenario/index.ts';

export interface TypicalRequest {
  readonly scenario: Scenario;
  readonly point: Point;
  readonly key: Key;
  readonly outcome: number;
  /** Runs looked at, from run 0. */
  readonly runs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Null where none of the runs ends so.
 * @throws Error (rejects) where the pool gave up.
 */
export async function typicalRun(request: TypicalRequest, pool: Pool): Promise<number | null> {
  const { scenario, outcome, ...job } = request;
  const width = rowLength(scenario);
  const found: { readonly run: number; readonly end: number }[] = [];
  const report = await pool.run({
    ...job,
    scenario,
    faults: 'count',
    onBatch: ({ rows, firstRun, runs }) => {
      for (let at = 0; at < runs; at += 1) {
        const [end, step] = rows.subarray(at * width, at * width + 2);
        if (end === outcome) found.push({ run: firstRun + at, end: step! });
      }
    },
  });
  if (report.breakage !== null) throw new Error(report.breakage.message);
  const ends = found.map(({ end }) => end).sort((a, b) => a - b);
  const median = ends[Math.floor((ends.length - 1) / 2)];
  return found.find(({ end }) => end === median)?.run ?? null;
}
