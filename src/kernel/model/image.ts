/** What the memory holds before the first run: constant tables and settings. */

const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

export class Image {
  private data = new DataView(new ArrayBuffer(1 << 16));
  private end = 0;

  f64(address: number, values: ArrayLike<number>): void {
    this.reach(address + 8 * values.length);
    if (address % 8 === 0 && IS_LITTLE_ENDIAN) {
      new Float64Array(this.data.buffer, address, values.length).set(values);
      return;
    }
    for (let k = 0; k < values.length; k += 1)
      this.data.setFloat64(address + 8 * k, values[k] as number, true);
  }

  i32(address: number, values: ArrayLike<number>): void {
    this.reach(address + 4 * values.length);
    for (let k = 0; k < values.length; k += 1) this.data.setInt32(address + 4 * k, values[k] as number, true);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.data.buffer.slice(0, this.end));
  }

  private reach(end: number): void {
    this.end = Math.max(this.end, end);
    if (end <= this.data.byteLength) return;
    const bigger = new Uint8Array(Math.max(end, 2 * this.data.byteLength));
    bigger.set(new Uint8Array(this.data.buffer));
    this.data = new DataView(bigger.buffer);
  }
}
