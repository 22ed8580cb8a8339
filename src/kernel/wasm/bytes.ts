/** A growing array of bytes with WebAssembly's encodings of numbers. */

const float = new DataView(new ArrayBuffer(8));

export class Bytes {
  private data = new Uint8Array(4096);
  length = 0;

  byte(value: number): void {
    if (this.length === this.data.length) this.grow(this.length + 1);
    this.data[this.length++] = value;
  }

  all(values: ArrayLike<number>): void {
    if (this.length + values.length > this.data.length) this.grow(this.length + values.length);
    this.data.set(values, this.length);
    this.length += values.length;
  }

  /** Unsigned LEB128 of a 32-bit number. */
  unsigned(value: number): void {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** Signed LEB128 of a 32-bit number. */
  signed(value: number): void {
    let rest = value | 0;
    while (rest < -64 || rest > 63) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    this.byte(rest & 0x7f);
  }

  float64(value: number): void {
    float.setFloat64(0, value, true);
    for (let k = 0; k < 8; k += 1) this.byte(float.getUint8(k));
  }

  /** ASCII with its length before it. */
  text(value: string): void {
    this.unsigned(value.length);
    for (let k = 0; k < value.length; k += 1) this.byte(value.charCodeAt(k));
  }

  /** What another array holds, with its length before it. */
  sized(part: Bytes): void {
    this.unsigned(part.length);
    this.all(part.view());
  }

  view(): Uint8Array {
    return this.data.subarray(0, this.length);
  }

  copy(): Uint8Array<ArrayBuffer> {
    return this.data.slice(0, this.length);
  }

  private grow(least: number): void {
    const bigger = new Uint8Array(Math.max(least, this.data.length * 2));
    bigger.set(this.view());
    this.data = bigger;
  }
}
