/** A batch as a journal keeps it: whose it is, then every array of it. */
import type { BatchResult } from '../../scenario/index.ts';

/** Hexadecimal digits of a job's identity. */
export const ID_DIGITS = 32;

const INTEGERS = ['stageChanges', 'firsts', 'times', 'asked', 'fixedUnavailable'] as const;
/** Identity, first run, runs, lengths of eight arrays (−1: there are no records). A multiple of 8, so that numbers lie aligned. */
export const BLOCK_HEAD_BYTES = ID_DIGITS / 2 + 8 + 8 + 8 * 4;

export interface Block {
  readonly job: string;
  readonly batch: BatchResult;
}

/** Which job and runs a block is of. */
export type BlockHead = { readonly job: string } & Pick<BatchResult, 'firstRun' | 'runs'>;

export function encodeBlock(job: string, batch: BatchResult): Uint8Array {
  const { records } = batch;
  const integers = [...INTEGERS.map((name) => batch[name]), ...(records === null ? [] : [records.spells])];
  const numbers = [batch.rows, ...(records === null ? [] : [records.parameters])];
  const lengths = [
    batch.rows.length,
    ...INTEGERS.map((name) => batch[name].length),
    records?.parameters.length ?? -1,
    records?.spells.length ?? -1,
  ];
  const arrays = [...numbers, ...integers];
  const bytes = new Uint8Array(arrays.reduce((sum, array) => sum + array.byteLength, BLOCK_HEAD_BYTES));
  const head = new DataView(bytes.buffer);
  for (let i = 0; i < ID_DIGITS / 2; i += 1) bytes[i] = Number.parseInt(job.slice(2 * i, 2 * i + 2), 16);
  head.setFloat64(16, batch.firstRun, true);
  head.setFloat64(24, batch.runs, true);
  lengths.forEach((length, i) => {
    head.setInt32(32 + 4 * i, length, true);
  });
  let at = BLOCK_HEAD_BYTES;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @param bytes a block's first BLOCK_HEAD_BYTES, or all of it. */
export function blockHead(bytes: Uint8Array): BlockHead {
  const view = viewOf(bytes);
  const job = Array.from(bytes.subarray(0, ID_DIGITS / 2), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  return { job, firstRun: view.getFloat64(16, true), runs: view.getFloat64(24, true) };
}

export function decodeBlock(payload: Uint8Array): Block {
  const { job, firstRun, runs } = blockHead(payload);
  const view = viewOf(payload);
  const length = (i: number): number => view.getInt32(32 + 4 * i, true);
  // A copy of its own: arrays of numbers must begin at a multiple of eight.
  const bytes = payload.slice();
  let at = BLOCK_HEAD_BYTES;
  const numbers = (count: number): Float64Array => {
    const array = new Float64Array(bytes.buffer, at, count);
    at += array.byteLength;
    return array;
  };
  const integers = (count: number): Int32Array => {
    const array = new Int32Array(bytes.buffer, at, count);
    at += array.byteLength;
    return array;
  };
  const hasRecords = length(6) >= 0;
  const rows = numbers(length(0));
  const parameters = hasRecords ? numbers(length(6)) : null;
  const [stageChanges, firsts, times, asked, fixedUnavailable] = INTEGERS.map((_, i) =>
    integers(length(1 + i)),
  ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const records = parameters === null ? null : { parameters, spells: integers(length(7)) };
  return {
    job,
    batch: { firstRun, runs, rows, stageChanges, firsts, times, asked, fixedUnavailable, records },
  };
}
