/** What the memory holds before the first run: constant tables and settings. */

export class Image {
  private data = new DataView(new ArrayBuffer(1 << 16));
  private end = 0;

  f64(address: number, values: readonly number[]): void {
    this.reach(address + 8 * values.length);
    values.forEach((value, k) => {
      this.data.setFloat64(address + 8 * k, value, true);
    });
  }

  i32(address: number, values: readonly number[]): void {
    this.reach(address + 4 * values.length);
    values.forEach((value, k) => {
      this.data.setInt32(address + 4 * k, value, true);
    });
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
