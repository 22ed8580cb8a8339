/**
 * A column's entries in one row group: a page of its different values where they are few, and a page of data. Written
 * here, and not by the library that writes the rest of the file, because it takes typed columns as they are: ten times as
 * fast, which a table of ten million runs needs. Nothing is compressed: what varies hardly could be.
 */
import type { ColumnChunk, Encoding, ParquetType } from 'hyparquet';
import type { Writer } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import type { ColumnData, ColumnShape } from '../columns.ts';
import { boundsOf, codeDictionary, numberDictionary, wholeDictionary } from './dictionary.ts';
import { bitWidth, hybrid, hybridRoom } from './hybrid.ts';
import type { Scratch } from './scratch.ts';

const UTF8 = new TextEncoder();

export const physicalType = (shape: ColumnShape): ParquetType => {
  if (shape.kind === 'whole') return 'INT32';
  return shape.kind === 'coded' && typeof shape.values[0] === 'string' ? 'BYTE_ARRAY' : 'DOUBLE';
};

/** @param data `rows` entries. */
export function writeChunk(
  writer: Writer,
  shape: ColumnShape,
  data: ColumnData,
  scratch: Scratch,
): ColumnChunk {
  const rows = data.length;
  const start = writer.offset;
  const there = shape.nullable ? presence(data, scratch) : null;
  const present = there === null ? data : withoutGaps(data, there, scratch);
  // What a query picks runs by (`point`, `id`) is said for every row group.
  const bounds = shape.kind === 'whole' && present.length > 0 ? boundsOf(present as Int32Array) : null;
  const { dictionary, body } = encoded(shape, present, bounds, scratch);
  if (dictionary !== null) writeDictionary(writer, dictionary);
  const dataAt = writer.offset;
  writeData(writer, {
    rows,
    levels: there === null ? [] : levelsOf(there.is, scratch),
    body,
    isCoded: dictionary !== null,
  });
  const size = BigInt(writer.offset - start);
  return {
    file_offset: BigInt(start),
    meta_data: {
      type: physicalType(shape),
      encodings: dictionary === null ? ['RLE', 'PLAIN'] : ['RLE', 'PLAIN', 'RLE_DICTIONARY'],
      path_in_schema: [shape.name],
      codec: 'UNCOMPRESSED',
      num_values: BigInt(rows),
      total_uncompressed_size: size,
      total_compressed_size: size,
      data_page_offset: BigInt(dataAt),
      ...(dictionary === null ? {} : { dictionary_page_offset: BigInt(start) }),
      statistics: {
        ...(bounds === null ? {} : { min_value: bounds.low, max_value: bounds.high }),
        null_count: BigInt(rows - present.length),
      },
    },
  };
}

interface Presence {
  /** By entry: 1 where it is there. */
  readonly is: Uint8Array;
  readonly count: number;
}

function presence(data: ColumnData, scratch: Scratch): Presence {
  const is = scratch.bytes('is', data.length);
  const isCode = data instanceof Int32Array;
  let count = 0;
  for (let i = 0; i < data.length; i += 1) {
    const entry = data[i] as number;
    const one = (isCode ? entry >= 0 : !Number.isNaN(entry)) ? 1 : 0;
    is[i] = one;
    count += one;
  }
  return { is, count };
}

/** The column itself where there are none. */
function withoutGaps(data: ColumnData, { is, count }: Presence, scratch: Scratch): ColumnData {
  if (count === data.length) return data;
  const kept = data instanceof Int32Array ? scratch.ints('kept', count) : scratch.floats('kept', count);
  let at = 0;
  for (let i = 0; at < count; i += 1) {
    kept[at] = data[i] as number;
    at += is[i] as number;
  }
  return kept;
}

type Bounds = ReturnType<typeof boundsOf>;

interface Encoded {
  readonly dictionary: { readonly bytes: readonly Uint8Array[]; readonly count: number } | null;
  readonly body: readonly Uint8Array[];
}

function encoded(shape: ColumnShape, present: ColumnData, bounds: Bounds | null, scratch: Scratch): Encoded {
  if (present.length === 0) return { dictionary: null, body: [] };
  if (shape.kind === 'coded') {
    const { values, places } = codeDictionary(present as Int32Array, shape.values.length, scratch);
    const plain = Array.from(values, (code) => plainOf(shape.values[code] as string | number));
    return {
      dictionary: { bytes: plain.flat(), count: values.length },
      body: placesOf(places, values.length, scratch),
    };
  }
  const found =
    present instanceof Int32Array
      ? wholeDictionary(present, bounds as Bounds, scratch)
      : numberDictionary(present, scratch);
  if (found === null) return { dictionary: null, body: [bytesOf(present)] };
  const { values, places } = found;
  return {
    dictionary: { bytes: [bytesOf(values)], count: values.length },
    body: placesOf(places, values.length, scratch),
  };
}

const placesOf = (places: Int32Array, count: number, scratch: Scratch): readonly Uint8Array[] => {
  const width = bitWidth(Math.max(0, count - 1));
  return [
    Uint8Array.of(width),
    hybrid(places, places.length, width, scratch.bytes('packed', hybridRoom(places.length, width))),
  ];
};

/** Numbers lie in memory as they do in the file: the kernel runs on no machine where they do not. */
const bytesOf = (data: ColumnData): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

function plainOf(value: string | number): readonly Uint8Array[] {
  if (typeof value === 'number') return [bytesOf(Float64Array.of(value))];
  const text = UTF8.encode(value);
  return [bytesOf(Int32Array.of(text.length)), text];
}

function levelsOf(is: Uint8Array, scratch: Scratch): readonly Uint8Array[] {
  const packed = hybrid(is, is.length, 1, scratch.bytes('levels', hybridRoom(is.length, 1)));
  return [bytesOf(Int32Array.of(packed.length)), packed];
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

function writeDictionary(
  writer: Writer,
  { bytes, count }: { readonly bytes: readonly Uint8Array[]; readonly count: number },
): void {
  const size = lengthOf(bytes);
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: size,
    compressed_page_size: size,
    dictionary_page_header: { num_values: count, encoding: 'PLAIN' },
  });
  for (const part of bytes) writer.appendBytes(part);
}

function writeData(
  writer: Writer,
  page: {
    readonly rows: number;
    readonly levels: readonly Uint8Array[];
    readonly body: readonly Uint8Array[];
    readonly isCoded: boolean;
  },
): void {
  const encoding: Encoding = page.isCoded ? 'RLE_DICTIONARY' : 'PLAIN';
  const parts = [...page.levels, ...page.body];
  const size = lengthOf(parts);
  writePageHeader(writer, {
    type: 'DATA_PAGE',
    uncompressed_page_size: size,
    compressed_page_size: size,
    data_page_header: {
      num_values: page.rows,
      encoding,
      definition_level_encoding: 'RLE',
      repetition_level_encoding: 'RLE',
    },
  });
  for (const part of parts) writer.appendBytes(part);
}
