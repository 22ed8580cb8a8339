/** The runs of all treatments, a few thousand at a time, with the same luck; what accounts take from them is all that is kept. */
import type { Key } from '../../random/index.ts';
import type { Breakage, EngineChoice, Pool } from '../../runner/index.ts';
import { FAULTED } from '../../scenario/index.ts';
import type { Account } from './account.ts';
import type { Plan, PlannedTreatment } from './plan.ts';
import { openSheet, type Sheet } from './sheet.ts';

/** Runs of every treatment that are held at once: enough that handing them out costs nothing, few enough to be flat. */
const MOST_HELD = 1 << 15;

/** Faulted runs that are listed of each treatment. */
const LISTED_FAULTS = 2;

/** Runs of a treatment that a fault ended: how many, and the first of them. */
export interface Faulted {
  readonly count: number;
  readonly first: readonly number[];
}

export type Extension =
  | { readonly end: 'done' | 'interrupted' }
  | { readonly end: 'broken'; readonly breakage: Breakage };

export interface TreatmentRuns {
  /** Runs that the accounts have. */
  readonly runs: () => number;
  /** By key of a treatment. */
  readonly faulted: ReadonlyMap<string, Faulted>;
  /**
   * Brings the accounts up to `runs` runs. What is under way when it is interrupted, or breaks, is left out of all.
   * @param tell gets the runs done, of those that were lacking, all treatments together.
   */
  readonly extend: (
    accounts: readonly Account[],
    runs: number,
    tell: (done: number, toDo: number) => void,
  ) => Promise<Extension>;
}

export interface HowToRun {
  readonly pool: Pool;
  readonly key: Key;
  readonly engine: EngineChoice | undefined;
  readonly signal: AbortSignal | undefined;
}

export function openTreatmentRuns(
  { treatments }: Plan,
  { pool, key, engine, signal }: HowToRun,
): TreatmentRuns {
  const faulted = new Map<string, Faulted>();
  let held = 0;

  const noteFaults = (treatment: string, { outcomes }: Sheet): void => {
    const { count, first } = faulted.get(treatment) ?? { count: 0, first: [] };
    const found = [...outcomes.entries()].flatMap(([at, outcome]) =>
      outcome === FAULTED ? [held + at] : [],
    );
    const listed = [...first, ...found].slice(0, LISTED_FAULTS);
    faulted.set(treatment, { count: count + found.length, first: listed });
  };

  /** The next runs of one treatment. */
  const sheetOf = async (
    { scenario, point, columns }: PlannedTreatment,
    runs: number,
    tell: (done: number) => void,
  ): Promise<Sheet | Exclude<Extension, { end: 'done' }>> => {
    const { sheet, write } = openSheet(held, runs, columns);
    const onProgress = ({ done }: { readonly done: number }): void => tell(done);
    const job = { scenario, point, key, engine, signal, firstRun: held, runs, onProgress, onBatch: write };
    const { end, breakage } = await pool.run({ ...job, faults: 'count' });
    if (breakage !== null) return { end: 'broken', breakage };
    return end === 'done' ? sheet : { end: 'interrupted' };
  };

  return {
    runs: () => held,
    faulted,
    async extend(accounts, wanted, tell) {
      const needed = [...new Set(accounts.flatMap((account) => account.treatments))];
      const toDo = needed.length * (wanted - held);
      let before = 0;
      while (held < wanted) {
        const runs = Math.min(MOST_HELD, wanted - held);
        const sheets = new Map<string, Sheet>();
        for (const treatment of needed) {
          const sheet = await sheetOf(treatments.get(treatment)!, runs, (done) => tell(before + done, toDo));
          if ('end' in sheet) return sheet;
          sheets.set(treatment, sheet);
          before += runs;
        }
        for (const account of accounts) account.add((treatment) => sheets.get(treatment)!);
        for (const [treatment, sheet] of sheets) noteFaults(treatment, sheet);
        held += runs;
      }
      return { end: 'done' };
    },
  };
}
