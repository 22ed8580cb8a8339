/** One float64 seen as bits. Written before it is read in every use, so no state passes between calls. */

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Where the sign, the exponent and the top 20 bits of the fraction stand: 1 on little-endian machines. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

/** Upper 32 bits, signed (WebAssembly: `i32.wrap_i64(i64.shr_u(i64.reinterpret_f64(x), 32))`). */
export function highWord(x: number): number {
  double[0] = x;
  return (words[HIGH] as number) | 0;
}

/** `x` with its upper 32 bits replaced. */
export function withHighWord(x: number, high: number): number {
  double[0] = x;
  words[HIGH] = high;
  return double[0] as number;
}

/** Float64 of two words. */
export function fromWords(high: number, low: number): number {
  words[HIGH] = high;
  words[LOW] = low;
  return double[0] as number;
}
