/** How each run ended, one byte a run: what pairing by luck needs, and small enough to keep for two sides. */
import { type BatchResult, FAULTED, rowLength, type Scenario } from '../scenario/index.ts';

/** The code of a run that a fault ended. */
export const FAULTED_CODE = 255;
/** The code of a run whose outcome the scenario no longer has. */
const GONE_CODE = 254;

/** By run, from run 0: the index of its outcome, or FAULTED_CODE. */
export interface OutcomeCodes {
  /** Only the first `runs` bytes mean anything; those never change. */
  readonly codes: Uint8Array;
  readonly runs: number;
}

export const NO_CODES: OutcomeCodes = { codes: new Uint8Array(0), runs: 0 };

/** Writes the codes of a batch's runs into `into`, each at its run's number. */
export function writeCodes(scenario: Scenario, batch: BatchResult, into: Uint8Array): void {
  const stride = rowLength(scenario);
  for (let run = 0; run < batch.runs; run += 1) {
    const outcome = batch.rows[run * stride] as number;
    into[batch.firstRun + run] = outcome === FAULTED ? FAULTED_CODE : outcome;
  }
}

/** The codes of runs of one version of a scenario as those of another: outcomes are the same by name. */
export function recoded({ codes, runs }: OutcomeCodes, from: Scenario, to: Scenario): OutcomeCodes {
  const place = from.outcomes.map(({ name }) => to.outcomes.findIndex((outcome) => outcome.name === name));
  const written = codes.slice(0, runs);
  for (let run = 0; run < runs; run += 1) {
    const code = written[run] as number;
    if (code < GONE_CODE) written[run] = (place[code] ?? -1) >= 0 ? (place[code] as number) : GONE_CODE;
  }
  return { codes: written, runs };
}

/** Runs by outcome among the first `runs`, and the runs that no fault ended. */
export function countCodes(
  { codes, runs }: OutcomeCodes,
  outcomes: number,
): { readonly counts: readonly number[]; readonly completed: number } {
  const counts = new Array<number>(256).fill(0);
  for (let run = 0; run < runs; run += 1) counts[codes[run] as number]! += 1;
  return { counts: counts.slice(0, outcomes), completed: runs - counts[FAULTED_CODE]! };
}
