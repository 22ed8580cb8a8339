/** Blocks of typed columns as a Parquet file: each block is a row group, written as soon as it is there. */
import type { RowGroup, SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ColumnData, ColumnShape, TableSink } from '../columns.ts';
import { physicalType, writeChunk } from './chunk.ts';
import { Scratch } from './scratch.ts';

/** Bytes that are gathered before they are written. */
const GATHERED = 1 << 22;

const elementOf = (shape: ColumnShape): SchemaElement => {
  const type = physicalType(shape);
  return {
    name: shape.name,
    type,
    repetition_type: shape.nullable ? 'OPTIONAL' : 'REQUIRED',
    ...(type === 'BYTE_ARRAY' ? { converted_type: 'UTF8', logical_type: { type: 'STRING' } } : {}),
  };
};

/**
 * @param write gets the bytes in order; they are used again when it returns.
 * @param createdBy goes into the file.
 */
export function parquetSink(
  shape: readonly ColumnShape[],
  write: (bytes: Uint8Array) => void,
  createdBy: string,
): TableSink {
  const writer = new ByteWriter(GATHERED);
  const scratch = new Scratch();
  const give = (): void => {
    write(writer.getBytes());
    // The writer's own count of bytes goes on.
    writer.index = 0;
  };
  const schema: SchemaElement[] = [{ name: 'root', num_children: shape.length }, ...shape.map(elementOf)];
  const file = new ParquetWriter({ writer, schema, codec: 'UNCOMPRESSED', createdBy });
  return {
    block(columns, rows) {
      const chunks = shape.map((one, i) => {
        const chunk = writeChunk(writer, one, (columns[i] as ColumnData).subarray(0, rows), scratch);
        if (writer.index > GATHERED / 2) give();
        return chunk;
      });
      const size = chunks.reduce((sum, { meta_data: data }) => sum + (data?.total_compressed_size ?? 0n), 0n);
      const group: RowGroup = {
        columns: chunks,
        num_rows: BigInt(rows),
        total_byte_size: size,
        total_compressed_size: size,
      };
      file.row_groups.push(group);
      file.num_rows += BigInt(rows);
    },
    end() {
      file.finish();
      give();
    },
  };
}
