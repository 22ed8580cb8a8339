/** What promises read of a few thousand runs of one treatment, by run. */
import { type BatchResult, ROW_HEAD } from '../../scenario/index.ts';

export interface Sheet {
  readonly runs: number;
  /** The outcome's index, or FAULTED. */
  readonly outcomes: Int16Array;
  /** A column's values by run; NaN where a run has none. */
  readonly column: (index: number) => Float64Array;
}

export interface SheetWriter {
  readonly sheet: Sheet;
  readonly write: (batch: BatchResult) => void;
}

/** An empty sheet for runs `firstRun` to `firstRun + runs − 1`, of which the columns asked for are kept. */
export function openSheet(firstRun: number, runs: number, columns: ReadonlySet<number>): SheetWriter {
  const outcomes = new Int16Array(runs);
  const values = new Map([...columns].map((index) => [index, new Float64Array(runs)]));
  const column = (index: number): Float64Array => {
    const found = values.get(index);
    if (found === undefined) throw new Error(`column ${index} was not asked for`);
    return found;
  };
  const write = (batch: BatchResult): void => {
    const stride = batch.rows.length / batch.runs;
    const at = batch.firstRun - firstRun;
    for (let run = 0; run < batch.runs; run += 1) outcomes[at + run] = batch.rows[run * stride] as number;
    for (const [index, kept] of values) {
      const place = ROW_HEAD + index;
      for (let run = 0; run < batch.runs; run += 1) {
        kept[at + run] = batch.rows[run * stride + place] as number;
      }
    }
  };
  return { sheet: { runs, outcomes, column }, write };
}
