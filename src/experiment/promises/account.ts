/** What is kept of the runs for one promise: sums that further runs are added to, however many. */
import type { Estimate } from '../../analysis/index.ts';
import {
  type Columns,
  FAULTED,
  type GivenColumns,
  type PromiseSide,
  type Scenario,
  type ScenarioPromise,
} from '../../scenario/index.ts';
import type { Sheet } from './sheet.ts';
import type { Standing } from './standing.ts';
import type { Held } from './treatment.ts';

/** One of the things that a promise says; it holds when all do. */
export interface Claim {
  readonly standing: Standing;
  /** Null where no run has a value. */
  readonly estimate: Estimate | null;
  /** What was found: `Government falls: 31.2 % (30.1 % to 32.4 %)`. */
  readonly text: string;
  /** `2 % to 60 %`. */
  readonly wanted: string;
}

/** The present runs of a treatment, by its key. */
export type Sheets = (treatment: string) => Sheet;

export interface Account {
  /** Keys of the treatments it reads. */
  readonly treatments: readonly string[];
  /** Takes in the next runs. */
  readonly add: (sheets: Sheets) => void;
  /** @param level confidence that all intervals together are to have. */
  readonly claims: (level: number) => readonly Claim[];
  /** Runs (pairs, in a comparison) that `given` selects, or that came to their end where there is none. */
  readonly selected: () => number;
  /** What is odd about the promise itself, in sentences. */
  readonly warnings: () => readonly string[];
}

/** What an account asks for before the first run. */
export interface Opening {
  readonly scenario: Scenario;
  readonly promise: ScenarioPromise;
  readonly columns: Columns;
  /** The key of a side's treatment, of which the columns will be read. */
  readonly treat: (side: PromiseSide, columns: readonly number[], held?: Held) => string;
  /** `given`, and the columns that it reads; null where all runs count. */
  readonly given: { readonly columns: readonly number[]; readonly at: GivenColumns } | null;
}

/** Runs that came to their end and for which `given` holds. */
export function selectedRuns(sheet: Sheet, given: Opening['given']): Uint8Array {
  const selected = new Uint8Array(sheet.runs);
  for (let run = 0; run < sheet.runs; run += 1) {
    const outcome = sheet.outcomes[run] as number;
    if (outcome === FAULTED) continue;
    const holds = given === null || sheet.column(given.at(outcome))[run] === 1;
    if (holds) selected[run] = 1;
  }
  return selected;
}

/** Each of several claims gets its part of the error (Bonferroni), so that together they err no more than one. */
export const levelOfEach = (level: number, claims: number): number => 1 - (1 - level) / claims;
