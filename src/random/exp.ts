/**
 * The exponential function, the same bits on every machine.
 *
 * Method (Tang 1989, ACM TOMS 15, 144-157, with fdlibm's two-part ln 2): x = n·(ln 2)/64 + r with |r| ≤ (ln 2)/128 and
 * n = 64k + j; then e^x = 2^k · 2^(j/64) · e^r, with 2^(j/64) from a table and e^r − 1 by a polynomial of degree 5.
 * The error is below 1.1 units in the last place; results below 2^-1022 are rounded once more (gradual underflow).
 *
 * For the kernel. It must do these operations in this order:
 *   x > EXP_HIGHEST → Infinity; x < EXP_LOWEST → 0; then
 *   t = x·EXP_PER_LN2_64 + EXP_SHIFTER; n = t − EXP_SHIFTER (round to nearest even);
 *   the integer n is the low 32 bits of t (`i32.wrap_i64(i64.reinterpret_f64(t))`), j = n & 63, k = n >> 6;
 *   r = (x − n·HIGH) − n·LOW; q = r·r; p = r + q·((C2 + r·C3) + q·(C4 + r·C5)); y = T[j] + T[j]·p;
 *   k1 = k >> 1; k2 = k − k1; result = (y·2^k1)·2^k2.
 * 2^i is the float64 with the bits (i + 1023) << 52; both powers are normal numbers for all finite x. Neither factor
 * rounds unless the result is subnormal or overflows, so one factor 2^k is the same wherever 2^k and the result are
 * normal: −708 ≤ x ≤ 709. NaN runs through: j stays in the table whatever bits the NaN has, and y is NaN. (A power
 * taken from a table in memory rather than from bits would need its index checked; here NaN leaves early.)
 */

import { POWER_OFFSET, POWERS_OF_TWO } from './powers-of-two.ts';

/** 2^(j/64) for j = 0..63, correctly rounded. */
// biome-ignore-start lint/suspicious/noApproximativeNumericConstant: one entry of the table is the root of 2
export const EXP_TABLE: readonly number[] = [
  1, 1.0108892860517005, 1.0218971486541166, 1.0330248790212284, 1.0442737824274138, 1.0556451783605572,
  1.0671404006768237, 1.0787607977571199, 1.0905077326652577, 1.102382583307841, 1.1143867425958924,
  1.1265216186082418, 1.1387886347566916, 1.1511892299529827, 1.1637248587775775, 1.1763969916502812,
  1.189207115002721, 1.202156731452703, 1.215247359980469, 1.22848053610687, 1.241857812073484,
  1.255380757024691, 1.2690509571917332, 1.2828700160787783, 1.2968395546510096, 1.3109612115247644,
  1.3252366431597413, 1.339667524053303, 1.3542555469368927, 1.3690024229745905, 1.383909881963832,
  1.3989796725383112, 1.4142135623730951, 1.42961333839197, 1.4451808069770467, 1.460917794180647,
  1.4768261459394993, 1.4929077282912648, 1.5091644275934228, 1.5255981507445384, 1.5422108254079407,
  1.559004400237837, 1.5759808451078865, 1.593142151342267, 1.6104903319492543, 1.6280274218573478,
  1.645755478153965, 1.6636765803267364, 1.681792830507429, 1.7001063537185235, 1.718619298122478,
  1.7373338352737062, 1.7562521603732995, 1.7753764925265212, 1.7947090750031072, 1.8142521755003989,
  1.8340080864093424, 1.8539791250833855, 1.8741676341103, 1.8945759815869656, 1.9152065613971474,
  1.9360617934922943, 1.9571441241754002, 1.978456026387951,
];
// biome-ignore-end lint/suspicious/noApproximativeNumericConstant: one entry of the table is the root of 2
/** 64 / ln 2 */
export const EXP_PER_LN2_64 = 92.33248261689366;
/** 1.5 · 2^52: adding and subtracting it rounds to an integer. */
export const EXP_SHIFTER = 6755399441055744;
/** fdlibm's ln2HI / 64: its last 21 bits are zero, so n·HIGH is exact. */
export const EXP_LN2_64_HIGH = 0.01083042469326756;
/** fdlibm's ln2LO / 64. */
export const EXP_LN2_64_LOW = 2.9815858269852933e-12;
export const EXP_C2 = 0.5;
export const EXP_C3 = 0.16666666666666666;
export const EXP_C4 = 0.041666666666666664;
export const EXP_C5 = 0.008333333333333333;
/** Above it e^x rounds to Infinity; below the other one to 0. */
export const EXP_HIGHEST = 709.782712893384;
export const EXP_LOWEST = -745.1332191019411;

const TABLE = Float64Array.from(EXP_TABLE);

/** e^x. Infinity above 709.782712893384, 0 below −745.1332191019411, NaN for NaN. */
export function exp(x: number): number {
  if (x > EXP_HIGHEST) return Infinity;
  if (x < EXP_LOWEST) return 0;
  if (Number.isNaN(x)) return x;
  const n = x * EXP_PER_LN2_64 + EXP_SHIFTER - EXP_SHIFTER;
  const index = n | 0;
  const r = x - n * EXP_LN2_64_HIGH - n * EXP_LN2_64_LOW;
  const q = r * r;
  const p = r + q * (EXP_C2 + r * EXP_C3 + q * (EXP_C4 + r * EXP_C5));
  const root = TABLE[index & 63] as number;
  const k = index >> 6;
  const k1 = k >> 1;
  const scaled = (root + root * p) * (POWERS_OF_TWO[k1 + POWER_OFFSET] as number);
  return scaled * (POWERS_OF_TWO[k - k1 + POWER_OFFSET] as number);
}
