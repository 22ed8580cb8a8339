/**
 * The natural logarithm, the same bits on every machine.
 *
 * fdlibm's e_log.c (Sun Microsystems 1993) in its later branch-free form: x = 2^k·m with sqrt(1/2) ≤ m < sqrt(2),
 * f = m − 1, s = f/(2 + f), log m = f − f²/2 + s·(f²/2 + R(s²)). Error below 1 unit in the last place.
 *
 * For the kernel. The special cases as below; subnormal x is first multiplied by 2^54 and k lowered by 54; with w the
 * upper 32 bits of x, k += ((w + LOG_WORD_SHIFT) >> 20) − 1023, and m = x·2^−k, which is exact: its upper word may as
 * well be put together as ((w + LOG_WORD_SHIFT) & 0xfffff) + LOG_ROOT_HALF_WORD. Then the operations of the last
 * lines, in their order.
 */
import { highWord } from './float-bits.ts';
import { POWER_OFFSET, POWERS_OF_TWO } from './powers-of-two.ts';

export const LOG_LN2_HIGH = 0.6931471803691238;
export const LOG_LN2_LOW = 1.9082149292705877e-10;
/** Coefficients of R, from s² to s^14. */
export const LOG_COEFFICIENTS = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
] as const;
/** Upper word of sqrt(1/2): m starts here. */
export const LOG_ROOT_HALF_WORD = 0x3fe6a09e;
/** Upper word of 1 less that of sqrt(1/2): it carries into the exponent where the fraction reaches sqrt(2). */
export const LOG_WORD_SHIFT = 0x3ff00000 - LOG_ROOT_HALF_WORD;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_54 = 18014398509481984;

const [L1, L2, L3, L4, L5, L6, L7] = LOG_COEFFICIENTS;

/** ln x. −Infinity for 0 (of either sign), NaN below 0 and for NaN, Infinity for Infinity. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let scaled = x;
  let k = -1023;
  if (x < SMALLEST_NORMAL) {
    scaled = x * TWO_54;
    k = -1077;
  }
  const power = (highWord(scaled) + LOG_WORD_SHIFT) >> 20;
  const f = scaled * (POWERS_OF_TWO[POWER_OFFSET + 1023 - power] as number) - 1;
  k += power;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  return s * (half + (odd + even)) + k * LOG_LN2_LOW - half + f + k * LOG_LN2_HIGH;
}
