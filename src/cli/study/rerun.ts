/** A part of an experiment run again, cut and shared out otherwise, and held against its fingerprints. */
import { createHash } from 'node:crypto';
import { type Fingerprint, fingerprintOf } from '../../experiment/index.ts';
import type { Key } from '../../random/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Point, Scenario } from '../../scenario/index.ts';

/** Part of the runs, and runs at least, that a random check takes. */
const PART = 0.05;
const LEAST = 2_000;

/**
 * Some of the fingerprints, by lot: the lot is drawn from the result's own hash, so that everyone draws the same, and
 * nobody can choose what is looked at without changing it.
 */
export function drawSome(all: readonly Fingerprint[], resultHash: string): readonly Fingerprint[] {
  const total = all.reduce((sum, { runs }) => sum + runs, 0);
  const wanted = Math.max(LEAST, PART * total);
  const lots = all.map((one, i) => ({
    one,
    i,
    lot: createHash('sha256').update(`${resultHash} ${i}`).digest('hex'),
  }));
  lots.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  const drawn: typeof lots = [];
  let runs = 0;
  for (const lot of lots) {
    if (runs >= wanted) break;
    drawn.push(lot);
    runs += lot.one.runs;
  }
  return drawn.sort((a, b) => a.i - b.i).map(({ one }) => one);
}

export interface RerunRequest {
  readonly scenario: Scenario;
  readonly key: Key;
  /** `[sample][point]`. */
  readonly samples: readonly (readonly Point[])[];
  readonly signal: AbortSignal;
  /** Runs a chunk; left out, as the pool sees fit. */
  readonly chunk?: number;
}

export interface Rerun {
  readonly runs: number;
  /** Those that gave something else. */
  readonly differing: readonly Fingerprint[];
  readonly interrupted: boolean;
}

/** Runs what the fingerprints are of. @throws Error where a fingerprint is of a point that is not there. */
export async function rerun(
  wanted: readonly Fingerprint[],
  { scenario, key, samples, signal, chunk }: RerunRequest,
  pool: Pool,
): Promise<Rerun> {
  const differing: Fingerprint[] = [];
  let done = 0;
  for (const one of wanted) {
    const point = samples[one.sample]?.[one.point];
    if (point === undefined) throw new Error(`there is no point ${one.point} of sample ${one.sample}`);
    const rows: Float64Array[] = [];
    const { end } = await pool.rows({
      scenario,
      key,
      runs: one.runs,
      signal,
      chunk,
      piecesOf: (first, runs) => [{ point, firstRun: one.firstRun + first, runs }],
      onBatch: (batch) => rows.push(batch.rows),
    });
    if (end === 'interrupted') return { runs: done, differing, interrupted: true };
    if (end !== 'done' || fingerprintOf(rows) !== one.hash) differing.push(one);
    done += one.runs;
  }
  return { runs: done, differing, interrupted: false };
}
