/**
 * The measures of all runs so far, as immutable blocks: a longer list shares its blocks with the shorter one it came
 * from, so that keeping a million runs costs neither copying nor editing.
 */
export interface KeptValues {
  readonly runs: number;
  readonly blocks: readonly ValueBlock[];
}

export interface ValueBlock {
  readonly runs: number;
  /** `[measures][runs]`; NaN where a run has no value. */
  readonly columns: Float64Array;
}

export const NO_VALUES: KeptValues = { runs: 0, blocks: [] };

/** Shorter blocks are joined, so that tiny batches do not make a list of tiny blocks. */
const SHORT = 1024;

function joined(first: ValueBlock, second: ValueBlock, measures: number): ValueBlock {
  const runs = first.runs + second.runs;
  const columns = new Float64Array(measures * runs);
  for (let measure = 0; measure < measures; measure += 1) {
    columns.set(column(first, measure), measure * runs);
    columns.set(column(second, measure), measure * runs + first.runs);
  }
  return { runs, columns };
}

const column = ({ runs, columns }: ValueBlock, measure: number): Float64Array =>
  columns.subarray(measure * runs, (measure + 1) * runs);

/** The list with a block after it. Neither is edited. */
export function append({ runs, blocks }: KeptValues, block: ValueBlock, measures: number): KeptValues {
  const last = blocks.at(-1);
  const join = last !== undefined && last.runs < SHORT && block.runs < SHORT;
  return {
    runs: runs + block.runs,
    blocks: join ? [...blocks.slice(0, -1), joined(last, block, measures)] : [...blocks, block],
  };
}

/** A measure's values in run order, without the runs that have none. */
export function valuesOf({ runs, blocks }: KeptValues, measure: number): Float64Array {
  const values = new Float64Array(runs);
  let filled = 0;
  for (const block of blocks) {
    const from = measure * block.runs;
    for (let i = from; i < from + block.runs; i += 1) {
      const value = block.columns[i] as number;
      if (Number.isNaN(value)) continue;
      values[filled] = value;
      filled += 1;
    }
  }
  return values.subarray(0, filled);
}
