/**
 * Arrays that are used for one column after the other: those of ten million runs, made anew each time, keep the garbage
 * collector busier than the writing.
 */
export class Scratch {
  private readonly kept = new Map<string, Uint8Array | Int32Array | Float64Array>();

  /** Each name is one array; what it held before is there still. */
  bytes(name: string, count: number): Uint8Array {
    return this.take(`${name} bytes`, count, (length) => new Uint8Array(length)) as Uint8Array;
  }

  ints(name: string, count: number): Int32Array {
    return this.take(`${name} ints`, count, (length) => new Int32Array(length)) as Int32Array;
  }

  floats(name: string, count: number): Float64Array {
    return this.take(`${name} floats`, count, (length) => new Float64Array(length)) as Float64Array;
  }

  private take(
    name: string,
    count: number,
    make: (length: number) => Uint8Array | Int32Array | Float64Array,
  ): Uint8Array | Int32Array | Float64Array {
    const known = this.kept.get(name);
    if (known !== undefined && known.length >= count) return known.subarray(0, count);
    const made = make(count);
    this.kept.set(name, made);
    return made;
  }
}
