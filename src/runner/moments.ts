/** Mean and spread of each measure, taken run by run in run order, so that no chunking shows in the last bit. */
import { type BatchResult, FAULTED, ROW_HEAD } from '../scenario/index.ts';
import type { ValueBlock } from './kept-values.ts';

/** `[measures]` each. */
export interface Moments {
  /** Runs that have a value. */
  readonly count: Float64Array;
  readonly mean: Float64Array;
  /** Sum of squared deviations from the mean. */
  readonly squares: Float64Array;
  /** Infinity and -Infinity while there is no value. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export const emptyMoments = (measures: number): Moments => ({
  count: new Float64Array(measures),
  mean: new Float64Array(measures),
  squares: new Float64Array(measures),
  low: new Float64Array(measures).fill(Infinity),
  high: new Float64Array(measures).fill(-Infinity),
});

const copyOf = ({ count, mean, squares, low, high }: Moments): Moments => ({
  count: count.slice(),
  mean: mean.slice(),
  squares: squares.slice(),
  low: low.slice(),
  high: high.slice(),
});

/**
 * The moments after a batch, and the batch's measures by column, in one pass over its rows: it stands in the way of
 * the workers' next chunks. Welford's recurrence (Welford 1962, Technometrics 4, 419–420) is stable where a sum of
 * squares is not.
 */
export function withRows(
  before: Moments,
  { rows, runs }: BatchResult,
): { readonly moments: Moments; readonly block: ValueBlock } {
  const moments = copyOf(before);
  const { count, mean, squares, low, high } = moments;
  const measures = count.length;
  const columns = new Float64Array(measures * runs);
  for (let run = 0, row = 0; run < runs; run += 1, row += ROW_HEAD + measures) {
    const faulted = rows[row] === FAULTED;
    for (let measure = 0; measure < measures; measure += 1) {
      const value = faulted ? Number.NaN : (rows[row + ROW_HEAD + measure] as number);
      columns[measure * runs + run] = value;
      if (Number.isNaN(value)) continue;
      const n = (count[measure] as number) + 1;
      const off = value - (mean[measure] as number);
      const middle = (mean[measure] as number) + off / n;
      count[measure] = n;
      mean[measure] = middle;
      squares[measure] = (squares[measure] as number) + off * (value - middle);
      if (value < (low[measure] as number)) low[measure] = value;
      if (value > (high[measure] as number)) high[measure] = value;
    }
  }
  return { moments, block: { runs, columns } };
}
