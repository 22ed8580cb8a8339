/**
 * The standard normal quantile: AS 241, PPND16 (Wichura 1988, Applied Statistics 37, 477-484; relative error about
 * 1e-16). With this file's log it has the same bits on every machine; log is used only where |u − 1/2| > 0.425.
 */
import { log } from './log.ts';

/** Each list holds numerator (8) and denominator (8, the first is 1), constant term first. */
export const NORMAL_QUANTILE_CENTRE = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227, 1, 42.31333070160091, 687.1870074920579,
  5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854,
] as const;
export const NORMAL_QUANTILE_MIDDLE = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414, 1, 2.053191626637759, 1.6763848301838038,
  0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
] as const;
export const NORMAL_QUANTILE_TAIL = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7, 1, 0.599832206555888,
  0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
  1.421511758316446e-7, 2.0442631033899397e-15,
] as const;

type Ratio = readonly [
  ...[number, number, number, number, number, number, number, number],
  ...[number, number, number, number, number, number, number, number],
];

/** The z with Φ(z) = u, odd about 1/2 to the bit. −Infinity at 0, Infinity at 1, NaN outside [0, 1]. */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(NORMAL_QUANTILE_CENTRE, 0.180625 - q * q);
  const tail = q < 0 ? u : 1 - u;
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN;
  const r = Math.sqrt(-log(tail));
  const z = r <= 5 ? ratio(NORMAL_QUANTILE_MIDDLE, r - 1.6) : ratio(NORMAL_QUANTILE_TAIL, r - 5);
  return q < 0 ? -z : z;
}

/** Horner's rule on both lists, highest power first. */
function ratio(c: Ratio, r: number): number {
  return (
    (((((((c[7] * r + c[6]) * r + c[5]) * r + c[4]) * r + c[3]) * r + c[2]) * r + c[1]) * r + c[0]) /
    (((((((c[15] * r + c[14]) * r + c[13]) * r + c[12]) * r + c[11]) * r + c[10]) * r + c[9]) * r + c[8])
  );
}
