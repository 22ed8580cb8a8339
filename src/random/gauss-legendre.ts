/** Integrals of smooth functions over short intervals (Abramowitz and Stegun 1964, table 25.4). */

type RealFunction = (t: number) => number;

/** By 4 points: exact for polynomials of degree 7. */
export function gauss4(f: RealFunction, from: number, to: number): number {
  const half = (to - from) / 2;
  const middle = from + half;
  const inner = 0.3399810435848563 * half;
  const outer = 0.8611363115940526 * half;
  const near = 0.6521451548625461 * (f(middle - inner) + f(middle + inner));
  const far = 0.34785484513745385 * (f(middle - outer) + f(middle + outer));
  return half * (near + far);
}

// Half of the 8 nodes and weights.
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363] as const;
const WEIGHTS = [0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626] as const;

/** By 8 points: exact for polynomials of degree 15. */
export function gauss8(f: RealFunction, from: number, to: number): number {
  const half = (to - from) / 2;
  const middle = from + half;
  let sum = 0;
  for (let i = 0; i < 4; i++) {
    const off = half * (NODES[i] as number);
    sum += (WEIGHTS[i] as number) * (f(middle - off) + f(middle + off));
  }
  return half * sum;
}
