/** Tables of many rows as typed columns, filled a block at a time: no row is ever an object. */

/** What a column holds. An entry that is not there: code −1, or NaN. */
export type ColumnShape = {
  readonly name: string;
  /** Whether entries may be not there. */
  readonly nullable?: true;
} & (
  | { readonly kind: 'coded'; readonly values: readonly string[] | readonly number[] }
  | { readonly kind: 'whole' }
  | { readonly kind: 'number' }
);

/** `coded` (places in `values`) and `whole`: Int32Array; `number`: Float64Array. */
export type ColumnData = Int32Array | Float64Array;

/** Gets the blocks of a table in order. The arrays are used again: what is kept of them must be copied. */
export interface TableSink {
  /** @param rows of the columns that count, from the first. */
  readonly block: (columns: readonly ColumnData[], rows: number) => void;
  readonly end: () => void;
}

/** A block being filled. */
export interface TableBuffer {
  readonly columns: readonly ColumnData[];
  /** Where the next rows go, and how many find room; the caller writes into every column, then says so. */
  readonly at: number;
  readonly room: number;
  readonly added: (rows: number) => void;
  /** Gives on what is there, and ends the sink. */
  readonly end: () => void;
}

/** Blocks are cut after so many rows, however the rows come: the bytes of a file do not depend on it. */
export function openTable(shape: readonly ColumnShape[], capacity: number, sink: TableSink): TableBuffer {
  const columns = shape.map(({ kind }) =>
    kind === 'number' ? new Float64Array(capacity) : new Int32Array(capacity),
  );
  let rows = 0;
  const give = (): void => {
    if (rows > 0) sink.block(columns, rows);
    rows = 0;
  };
  return {
    columns,
    get at() {
      return rows;
    },
    get room() {
      return capacity - rows;
    },
    added(more) {
      rows += more;
      if (rows === capacity) give();
    },
    end() {
      give();
      sink.end();
    },
  };
}
