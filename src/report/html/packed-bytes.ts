/** Bytes as text in a page: base64, without the long stretches of zeros that a kernel's memory begins with. */

export interface PackedBytes {
  readonly length: number;
  /** Where each piece begins, and its bytes in base64; zeros between. */
  readonly pieces: readonly (readonly [number, string])[];
}

/** Shorter stretches of zeros cost less than what stands around a piece. */
const LEAST_ZEROS = 64;

export function packBytes(bytes: Uint8Array): PackedBytes {
  const pieces: (readonly [number, string])[] = [];
  let from = skipZeros(bytes, 0);
  while (from < bytes.length) {
    let end = from;
    let next = from;
    while (next < bytes.length && next - end < LEAST_ZEROS) {
      next += 1;
      if (bytes[next - 1] !== 0) end = next;
    }
    pieces.push([from, base64(bytes.subarray(from, end))]);
    from = skipZeros(bytes, next);
  }
  return { length: bytes.length, pieces };
}

export function unpackBytes({ length, pieces }: PackedBytes): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (const [from, text] of pieces) {
    bytes.set(
      Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
      from,
    );
  }
  return bytes;
}

function skipZeros(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] === 0) at += 1;
  return at;
}

export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
