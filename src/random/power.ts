/** Powers, the same bits on every machine. */
import { exp } from './exp.ts';
import { log } from './log.ts';

/** Whole exponents up to this size are computed by multiplication. */
export const POWER_WHOLE_LIMIT = 1024;

/**
 * x to the y. y = 0 gives 1, whatever x. A whole y up to ±1024 is computed by squaring, a negative one as the
 * reciprocal of its positive power; y = 1/2 is the square root. Else e^(y·ln x) for x > 0; for x = 0 it is 0 when
 * y > 0 and otherwise Infinity; for x < 0 (or NaN) NaN.
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (Math.abs(y) <= POWER_WHOLE_LIMIT && Math.floor(y) === y) return wholePower(x, y);
  if (y === 0.5) return Math.sqrt(x);
  if (x > 0) return exp(y * log(x));
  if (x === 0) return y > 0 ? 0 : Infinity;
  return NaN;
}

/** Square and multiply from the lowest bit: the order of multiplications is part of the meaning. */
function wholePower(x: number, y: number): number {
  let result = 1;
  let base = x;
  for (let bits = Math.abs(y) | 0; bits > 0; bits >>= 1) {
    if ((bits & 1) === 1) result *= base;
    base *= base;
  }
  return y < 0 ? 1 / result : result;
}
