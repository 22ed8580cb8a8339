/** A tally with the counts of more runs, without their measures: what a screen refines while nobody looks at those. */
import type { Tally } from '../runner/index.ts';
import { type BatchResult, FAULTED, rowLength, type Scenario } from '../scenario/index.ts';

/** Numbers of faulted runs that are kept; all are counted. */
const LISTED_FAULTS = 20;

/**
 * The batches must follow the tally's runs, in run order. Outcomes, stages, happenings and faults are of all runs then;
 * `moments` and `values` stay those of the runs before. Neither argument is edited.
 */
export function extendTally(scenario: Scenario, tally: Tally, batches: readonly BatchResult[]): Tally {
  const stride = rowLength(scenario);
  const outcomes = tally.outcomes.slice();
  const faultedRuns = [...tally.faultedRuns];
  let faulted = tally.faulted;
  for (const batch of batches) {
    for (let run = 0; run < batch.runs; run += 1) {
      const outcome = batch.rows[run * stride] as number;
      if (outcome === FAULTED) {
        faulted += 1;
        if (faultedRuns.length < LISTED_FAULTS) faultedRuns.push(batch.firstRun + run);
      } else outcomes[outcome] = (outcomes[outcome] as number) + 1;
    }
  }
  const summed = (
    counter: 'stageChanges' | 'firsts' | 'times' | 'asked' | 'fixedUnavailable',
  ): Float64Array => {
    const total = tally[counter].slice();
    for (const batch of batches) {
      const part = batch[counter];
      for (let i = 0; i < total.length; i += 1) total[i] = (total[i] as number) + (part[i] as number);
    }
    return total;
  };
  return {
    ...tally,
    runs: batches.reduce((sum, { runs }) => sum + runs, tally.runs),
    faulted,
    faultedRuns,
    outcomes,
    stageChanges: summed('stageChanges'),
    firsts: summed('firsts'),
    times: summed('times'),
    asked: summed('asked'),
    fixedUnavailable: summed('fixedUnavailable'),
  };
}
