/** A float64 seen as bits. The shared memory is written before it is read: no state passes between calls. */

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
/** Where the sign, the exponent and the top 20 bits of the fraction stand: 1 on little-endian machines. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Upper 32 bits, signed (WebAssembly: `i32.wrap_i64(i64.shr_u(i64.reinterpret_f64(x), 32))`). */
export function highWord(x: number): number {
  double[0] = x;
  return words[HIGH] as number;
}
