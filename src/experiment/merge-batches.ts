/** Batches that follow each other as one, so that what is kept of them is made once and not once a batch. */
import type { BatchResult } from '../scenario/index.ts';

const COUNTERS = ['stageChanges', 'firsts', 'times', 'asked', 'fixedUnavailable'] as const;

/** At least one batch, in run order and without a gap. The arrays of the first are edited: they are the caller's. */
export function mergeBatches(batches: readonly BatchResult[]): BatchResult {
  const [first, ...others] = batches;
  if (first === undefined) throw new Error('there is no batch to merge');
  if (others.length === 0) return first;
  for (const other of others) {
    for (const counter of COUNTERS) {
      const into = first[counter];
      const from = other[counter];
      for (let i = 0; i < into.length; i += 1) into[i] = (into[i] as number) + (from[i] as number);
    }
  }
  const rows = new Float64Array(batches.reduce((sum, batch) => sum + batch.rows.length, 0));
  let place = 0;
  for (const batch of batches) {
    rows.set(batch.rows, place);
    place += batch.rows.length;
  }
  return { ...first, runs: batches.reduce((sum, { runs }) => sum + runs, 0), rows };
}
