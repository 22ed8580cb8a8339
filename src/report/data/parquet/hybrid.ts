/**
 * Small whole numbers as Parquet packs them: runs of equal ones by their length, the others by eights in as few bits as
 * they need ("RLE/bit-packing hybrid" of the Parquet format's Encodings.md).
 */

/** A run shorter than a group of eight is cheaper packed. */
const GROUP = 8;

/** Bits that hold the numbers 0 to `highest`; at least one, which every reader takes. */
export const bitWidth = (highest: number): number => Math.max(1, 32 - Math.clz32(highest));

/** Bytes that so many numbers take at most. */
export const hybridRoom = (count: number, width: number): number =>
  Math.ceil(count / GROUP) * (width + 10) + 16;

/**
 * @param width bits of a number, at most 24.
 * @param out with room for it; what is yielded lies in it.
 */
export function hybrid(
  values: Int32Array | Uint8Array,
  count: number,
  width: number,
  out: Uint8Array = new Uint8Array(hybridRoom(count, width)),
): Uint8Array {
  const writer = new HybridWriter(out, width);
  let packedFrom = 0;
  let at = 0;
  while (at < count) {
    const value = values[at] as number;
    let end = at + 1;
    while (end < count && values[end] === value) end += 1;
    if (end - at < GROUP) {
      at += GROUP;
      continue;
    }
    writer.packed(values, packedFrom, at);
    writer.run(value, end - at);
    at = end;
    packedFrom = end;
  }
  writer.packed(values, packedFrom, count);
  return writer.bytes();
}

class HybridWriter {
  private readonly out: Uint8Array;
  private readonly width: number;
  private length = 0;

  constructor(out: Uint8Array, width: number) {
    this.width = width;
    this.out = out;
  }

  run(value: number, count: number): void {
    this.varint(count * 2);
    for (let shift = 0; shift < this.width; shift += 8) this.byte((value >>> shift) & 0xff);
  }

  /** The last group is filled up with zeros. */
  packed(values: Int32Array | Uint8Array, from: number, to: number): void {
    if (from >= to) return;
    const groups = Math.ceil((to - from) / GROUP);
    this.varint(groups * 2 + 1);
    const { out, width } = this;
    let { length } = this;
    let bits = 0;
    let filled = 0;
    for (let at = from; at < from + groups * GROUP; at += 1) {
      bits |= (at < to ? (values[at] as number) : 0) << filled;
      filled += width;
      while (filled >= 8) {
        out[length] = bits & 0xff;
        length += 1;
        bits >>>= 8;
        filled -= 8;
      }
    }
    this.length = length;
  }

  bytes(): Uint8Array {
    return this.out.subarray(0, this.length);
  }

  private byte(value: number): void {
    this.out[this.length] = value;
    this.length += 1;
  }

  private varint(value: number): void {
    let left = value;
    for (; left > 0x7f; left >>>= 7) this.byte((left & 0x7f) | 0x80);
    this.byte(left);
  }
}
