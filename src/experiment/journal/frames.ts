/**
 * A journal as bytes: frames behind each other, each with its length and a checksum, so that what a killed process or a
 * full disk left half-written is told from what is whole.
 */
import { crc32 } from 'node:zlib';

/** Begins every journal; the number is that of the format. */
export const MAGIC = new TextEncoder().encode('juncture journal 1\n');

/** Length of the payload and CRC-32 of it, both unsigned, little-endian. */
export const HEAD_BYTES = 8;

/** Gives `length` bytes from `at` on; fewer where the bytes end. */
export type ReadAt = (at: number, length: number) => Uint8Array;

/** Where a frame's payload lies. */
export interface FramePlace {
  readonly at: number;
  readonly length: number;
}

export interface Frames {
  readonly frames: readonly FramePlace[];
  /** Bytes that are whole; what follows is to be cut off. 0: this is no journal. */
  readonly end: number;
}

/** What stands before a payload that is appended. */
export function frameHead(payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, payload.length, true);
  head.setUint32(4, crc32(payload), true);
  return bytes;
}

/** A payload with its head, as it is appended. */
export function frameOf(payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEAD_BYTES + payload.length);
  frame.set(frameHead(payload));
  frame.set(payload, HEAD_BYTES);
  return frame;
}

/** The whole frames from the start on, at most so many; the first that is short or whose checksum is wrong ends them. */
export function scanFrames(size: number, read: ReadAt, most = Infinity): Frames {
  const magic = read(0, MAGIC.length);
  if (magic.length < MAGIC.length || !MAGIC.every((byte, i) => byte === magic[i]))
    return { frames: [], end: 0 };
  const frames: FramePlace[] = [];
  let end = MAGIC.length;
  while (frames.length < most && end + HEAD_BYTES <= size) {
    const bytes = read(end, HEAD_BYTES);
    if (bytes.length < HEAD_BYTES) break;
    const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES);
    const [length, sum] = [head.getUint32(0, true), head.getUint32(4, true)];
    const at = end + HEAD_BYTES;
    // A length that was itself torn may ask for more than there is.
    if (at + length > size) break;
    const payload = read(at, length);
    if (payload.length < length || crc32(payload) !== sum) break;
    frames.push({ at, length });
    end = at + length;
  }
  return { frames, end };
}
