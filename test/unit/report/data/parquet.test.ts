/** Proves that Parquet files hold what was put into them: hyparquet and DuckDB, neither of them ours, read them back. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { type ColumnShape, openTable } from '../../../../src/report/data/columns.ts';
import { loadForms } from '../../../../src/report/data/forms.ts';
import { bitWidth, hybrid } from '../../../../src/report/data/parquet/hybrid.ts';

const MANY = Array.from({ length: 70 }, (_, i) => `label ${i}`);
const LABELS = ['', 'é "quoted", with a comma', 'plain'];
const SHAPE: readonly ColumnShape[] = [
  { name: 'id', kind: 'whole' },
  { name: 'far', kind: 'whole' },
  { name: 'label', kind: 'coded', values: LABELS },
  { name: 'many', kind: 'coded', values: MANY, nullable: true },
  { name: 'day', kind: 'coded', values: [0, 0.5, 1, 1.5] },
  { name: 'varied', kind: 'number' },
  { name: 'few', kind: 'number', nullable: true },
  { name: 'nothing', kind: 'number', nullable: true },
  { name: 'held', kind: 'number' },
];
type Row = readonly (number | string | null)[];

/** Rows without chance: runs of equal values, short ones, gaps, extremes. */
function rowOf(i: number): Row {
  const label = i % 100 < 60 ? 2 : i % 3;
  return [
    i >> 3,
    (i * 2_654_435_761) | 0,
    LABELS[label]!,
    i % 11 === 0 ? null : MANY[(i * 7) % 70]!,
    (i % 4) / 2,
    Math.sin(i) * 10 ** (i % 300),
    i % 5 === 0 ? null : [0, -0, 1 / 3, Infinity, -Infinity][i % 5]!,
    null,
    0.25,
  ];
}

async function fileOf(rows: readonly Row[], format: 'csv' | 'parquet', piece = 1000): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const { sink } = await loadForms(format, 'juncture test');
  const table = openTable(
    SHAPE,
    700,
    sink(SHAPE, (part) => parts.push(Buffer.from(part))),
  );
  for (let done = 0; done < rows.length; ) {
    const count = Math.min(piece, table.room, rows.length - done);
    for (let i = 0; i < count; i += 1) {
      SHAPE.forEach((shape, column) => {
        const field = rows[done + i]![column]!;
        const code = shape.kind === 'coded' ? (shape.values as readonly unknown[]).indexOf(field) : null;
        table.columns[column]![table.at + i] = code ?? (field === null ? Number.NaN : (field as number));
      });
    }
    table.added(count);
    done += count;
  }
  table.end();
  return Buffer.concat(parts);
}

const ROWS = Array.from({ length: 1_645 }, (_, i) => rowOf(i));
const bufferOf = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
const asRow = (object: Record<string, unknown>): Row => SHAPE.map(({ name }) => object[name] as Row[number]);

describe('a table of many rows', () => {
  it('is read back by hyparquet, to the bit', async () => {
    const file = bufferOf(await fileOf(ROWS, 'parquet'));
    const rows = (await parquetReadObjects({ file })).map(asRow);
    expect(rows).toHaveLength(ROWS.length);
    const isSame = rows.map((row, i) => row.every((field, k) => Object.is(field, ROWS[i]![k])));
    expect(isSame).not.toContain(false);
  });

  it('has the types it should, says which entries may be missing, and is cut after so many rows', async () => {
    const {
      schema,
      row_groups: groups,
      created_by: by,
    } = parquetMetadata(bufferOf(await fileOf(ROWS, 'parquet')));
    expect(by).toBe('juncture test');
    expect(groups.map((group) => Number(group.num_rows))).toEqual([700, 700, 245]);
    expect(schema.slice(1).map(({ name, type, repetition_type }) => [name, type, repetition_type])).toEqual([
      ['id', 'INT32', 'REQUIRED'],
      ['far', 'INT32', 'REQUIRED'],
      ['label', 'BYTE_ARRAY', 'REQUIRED'],
      ['many', 'BYTE_ARRAY', 'OPTIONAL'],
      ['day', 'DOUBLE', 'REQUIRED'],
      ['varied', 'DOUBLE', 'REQUIRED'],
      ['few', 'DOUBLE', 'OPTIONAL'],
      ['nothing', 'DOUBLE', 'OPTIONAL'],
      ['held', 'DOUBLE', 'REQUIRED'],
    ]);
    const coded = groups[0]!.columns.filter(({ meta_data: data }) =>
      data!.encodings.includes('RLE_DICTIONARY'),
    );
    expect(coded.map(({ meta_data: data }) => data!.path_in_schema[0])).toEqual([
      'id',
      'label',
      'many',
      'day',
      'few',
      'held',
    ]);
  });

  it('is read back by DuckDB', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'juncture-')), 'table.parquet');
    writeFileSync(path, await fileOf(ROWS, 'parquet'));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const reader = await connection.runAndReadAll(`select * from '${path}'`);
    expect(reader.getRows()).toEqual(ROWS);
    const counted = await connection.runAndReadAll(
      `select count(*)::int, sum(id)::int from '${path}' where id > 200`,
    );
    const kept = ROWS.filter(([id]) => (id as number) > 200);
    expect(counted.getRows()[0]).toEqual([kept.length, kept.reduce((sum, [id]) => sum + (id as number), 0)]);
    connection.closeSync();
  });

  it('has the same bytes however the rows come', async () => {
    expect(await fileOf(ROWS, 'parquet', 13)).toEqual(await fileOf(ROWS, 'parquet'));
    expect(await fileOf(ROWS, 'csv', 13)).toEqual(await fileOf(ROWS, 'csv'));
  });

  it('may have no rows', async () => {
    expect(await parquetReadObjects({ file: bufferOf(await fileOf([], 'parquet')) })).toEqual([]);
    expect(Buffer.from(await fileOf([], 'csv')).toString()).toBe(
      `${SHAPE.map(({ name }) => name).join(',')}\r\n`,
    );
  });

  it('is RFC 4180 as comma-separated values', async () => {
    const lines = Buffer.from(await fileOf(ROWS, 'csv'))
      .toString()
      .split('\r\n');
    expect(lines).toHaveLength(ROWS.length + 2);
    expect(lines[62]).toBe(
      `7,${ROWS[61]![1]},"é ""quoted"", with a comma",${MANY[7]},0.5,${ROWS[61]![5]},0,,0.25`,
    );
  });
});

describe('a table of few rows', () => {
  it('is written by the type of what stands in it', async () => {
    const { whole } = await loadForms('parquet', 'juncture test');
    const columns = ['point', 'value', 'n', 'chosen', 'who', 'mixed', 'empty'];
    const rows = [
      [0, 0.5, 10, true, 'a', 'x', null],
      [1, null, 20, false, null, 2, Number.NaN],
    ];
    const file = bufferOf(whole({ columns, rows }) as Uint8Array);
    expect(await parquetReadObjects({ file })).toEqual([
      { point: 0, value: 0.5, n: 10, chosen: true, who: 'a', mixed: 'x', empty: null },
      { point: 1, value: null, n: 20, chosen: false, who: null, mixed: '2', empty: null },
    ]);
    expect(parquetMetadata(file).schema.map(({ type }) => type)).toEqual([
      undefined,
      'INT32',
      'DOUBLE',
      'INT32',
      'BOOLEAN',
      'BYTE_ARRAY',
      'BYTE_ARRAY',
      'BYTE_ARRAY',
    ]);
  });
});

/** Read as the format's document says, and no faster than a reader need be. */
function unpacked(bytes: Uint8Array, count: number, width: number): readonly number[] {
  const values: number[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at]!;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (values.length < count) {
    const head = varint();
    if (head % 2 === 0) {
      let value = 0;
      for (let shift = 0; shift < width; shift += 8, at += 1) value += bytes[at]! * 2 ** shift;
      for (let i = 0; i < head / 2; i += 1) values.push(value);
      continue;
    }
    const bits = Array.from(
      { length: ((head - 1) / 2) * 8 * width },
      (_, i) => (bytes[at + (i >> 3)]! >> (i & 7)) & 1,
    );
    at += ((head - 1) / 2) * width;
    for (let i = 0; i < bits.length; i += width) {
      values.push(bits.slice(i, i + width).reduce((sum, bit, k) => sum + bit * 2 ** k, 0));
    }
  }
  expect(at).toBe(bytes.length);
  return values.slice(0, count);
}

describe('runs and packed numbers', () => {
  it.each([1, 2, 5, 8, 13, 17, 24])('of %s bits come out as they went in', (width) => {
    const values = Int32Array.from({ length: 1_003 }, (_, i) =>
      i % 50 < 20 ? 1 : Math.floor(Math.abs(Math.sin(i * i)) * 2 ** width),
    );
    expect(unpacked(hybrid(values, values.length, width), values.length, width)).toEqual([...values]);
  });

  it('take as many bits as they need', () => {
    expect([0, 1, 2, 3, 4, 255, 256].map(bitWidth)).toEqual([1, 1, 2, 2, 3, 8, 9]);
  });
});
