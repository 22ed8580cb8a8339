/** The forms in which tables are written; what a form needs is loaded when it is asked for. */
import type { ColumnShape, TableSink } from './columns.ts';
import { csvText, type Field, type Table } from './csv.ts';
import { csvSink } from './csv-sink.ts';
import { type FieldType, fieldTypes } from './field-types.ts';

export const DATA_FORMATS = ['csv', 'parquet'] as const;

export type DataFormat = (typeof DATA_FORMATS)[number];

export interface DataForms {
  /** Also the ending of a table's file. */
  readonly format: DataFormat;
  /**
   * Takes a table of many rows, block by block.
   * @param write gets the file from its start on; bytes that it is given are used again when it returns.
   */
  readonly sink: (shape: readonly ColumnShape[], write: (part: string | Uint8Array) => void) => TableSink;
  /** A table of few rows, at once. */
  readonly whole: (table: Table) => string | Uint8Array;
}

const CSV: DataForms = { format: 'csv', sink: csvSink, whole: csvText };

/** @param createdBy the program and its version, for files that say it. */
export async function loadForms(format: DataFormat, createdBy: string): Promise<DataForms> {
  if (format === 'csv') return CSV;
  const [{ parquetSink }, { parquetWriteBuffer }] = await Promise.all([
    import('./parquet/sink.ts'),
    import('hyparquet-writer'),
  ]);
  return {
    format,
    sink: (shape, write) => parquetSink(shape, write, createdBy),
    whole(table) {
      const columnData = columnsOf(table);
      return new Uint8Array(parquetWriteBuffer({ columnData, codec: 'UNCOMPRESSED', createdBy }));
    },
  };
}

const BASIC_TYPES = {
  string: 'STRING',
  number: 'DOUBLE',
  integer: 'INT32',
  boolean: 'BOOLEAN',
} as const satisfies Record<FieldType, string>;

const columnsOf = (table: Table) => {
  const types = fieldTypes(table);
  return table.columns.map((name, column) => {
    const type = types[column] as FieldType;
    return { name, type: BASIC_TYPES[type], data: table.rows.map((row) => typed(row[column] ?? null, type)) };
  });
};

/** A number that is none is an entry that is not there, as in the comma-separated form. */
function typed(field: Field, type: FieldType): Field {
  if (field === null || Number.isNaN(field)) return null;
  return type === 'string' ? String(field) : field;
}
