/** e^x − 1 and ln(1 + x) without cancellation, from our own exp and log (Kahan's quotients). */
import { exp } from './exp.ts';
import { log } from './log.ts';

/** e^x − 1 to a few units in the last place, also for tiny x. */
export function expMinusOne(x: number): number {
  const grown = exp(x);
  if (grown === 1) return x;
  const less = grown - 1;
  // Far out the quotient would be Infinity over Infinity, and 1 no longer counts.
  if (less === -1 || x > 40) return less;
  return (less * x) / log(grown);
}

/** ln(1 + x) to a few units in the last place, also for tiny x. */
export function logOnePlus(x: number): number {
  const moved = 1 + x;
  if (moved === 1) return x;
  if (moved === Infinity) return moved;
  return (log(moved) * x) / (moved - 1);
}
