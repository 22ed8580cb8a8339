/** Two sides run with the same luck, pair by pair: how often an outcome is gained, lost and kept. */
import { type Estimate, newcombePaired, type PairedCounts } from '../analysis/index.ts';
import { FAULTED_CODE, type OutcomeCodes } from './outcome-codes.ts';

/** Pairs of runs with the same number, by how each side ended. */
export interface CrossTable {
  readonly outcomes: number;
  /** `[before][now]`: pairs; a side whose outcome the scenario no longer has stands in the last row or column. */
  readonly counts: Float64Array;
  /** Pairs in which neither side was ended by a fault. */
  readonly pairs: number;
}

/** Counts the pairs that both sides have; those with a faulted side are left out. */
export function crossTable(before: OutcomeCodes, now: OutcomeCodes, outcomes: number): CrossTable {
  const width = outcomes + 1;
  const counts = new Float64Array(width * width);
  const runs = Math.min(before.runs, now.runs);
  let pairs = 0;
  for (let run = 0; run < runs; run += 1) {
    const first = before.codes[run] as number;
    const second = now.codes[run] as number;
    if (first === FAULTED_CODE || second === FAULTED_CODE) continue;
    const place = Math.min(first, outcomes) * width + Math.min(second, outcomes);
    counts[place] = (counts[place] as number) + 1;
    pairs += 1;
  }
  return { outcomes, counts, pairs };
}

/** Pairs in which now and before have the outcome; `first` of the counts is now. */
export function pairedCounts({ outcomes, counts, pairs }: CrossTable, outcome: number): PairedCounts {
  const width = outcomes + 1;
  let before = 0;
  let now = 0;
  for (let other = 0; other < width; other += 1) {
    before += counts[outcome * width + other] as number;
    now += counts[other * width + outcome] as number;
  }
  const both = counts[outcome * width + outcome] as number;
  return { both, first: now - both, second: before - both, neither: pairs - before - now + both };
}

/**
 * By outcome: its share now less its share before, on the same luck, with the interval for paired shares
 * (Newcombe 1998, method 10). Without pairs the value is NaN.
 */
export function pairedChanges(table: CrossTable, level = 0.95): readonly Estimate[] {
  return Array.from({ length: table.outcomes }, (_, outcome) =>
    newcombePaired(pairedCounts(table, outcome), level),
  );
}

/** Whether the runs can tell in which direction an outcome changed. */
export const canTell = ({ low, high, n }: Estimate): boolean => n > 0 && (low > 0 || high < 0);
