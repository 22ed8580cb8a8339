/** How far two float64 lie apart, counted in representable numbers. */

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** Number of steps between neighbouring float64 from `a` to `b`; Infinity when just one is NaN. */
export function ulpsBetween(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Object.is(a, b) ? 0 : Infinity;
  const steps = ordinal(a) - ordinal(b);
  return Number(steps < 0n ? -steps : steps);
}

/** Whole numbers in the order of the float64, 0 for both zeros. */
function ordinal(x: number): bigint {
  double[0] = x;
  const raw = bits[0] as bigint;
  return raw < 0n ? -(raw & 0x7fffffffffffffffn) : raw;
}
