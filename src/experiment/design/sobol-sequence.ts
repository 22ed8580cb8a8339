/**
 * The Sobol sequence (Sobol' 1967, USSR Computational Mathematics and Mathematical Physics 7, 86-112) in the order of
 * Antonov and Saleev (1979), with the directions of Joe and Kuo (2008).
 */
import type { Key } from '../../random/index.ts';
import { type SobolSequenceDesign, SUPPORTS } from './design.ts';
import { joeKuo, MOST_DIMENSIONS } from './joe-kuo.ts';
import { owenScramble } from './owen-scramble.ts';

const BITS = 32;
const TWO_32 = 4294967296;

/** The directions of a dimension as 32-bit fractions v₁ to v₃₂ (Joe and Kuo 2003, equation 2 in binary). */
function fractionsOf(dimension: number): Uint32Array {
  const fractions = new Uint32Array(BITS);
  const directions = dimension === 0 ? null : joeKuo()[dimension - 1];
  for (let i = 0; i < BITS; i += 1) {
    if (directions === null) fractions[i] = 1 << (BITS - 1 - i);
    else if (directions === undefined) throw tooMany(dimension + 1);
    else if (i < directions.degree) fractions[i] = (directions.initial[i] as number) << (BITS - 1 - i);
    else fractions[i] = recurred(fractions, i, directions);
  }
  return fractions;
}

function recurred(
  fractions: Uint32Array,
  i: number,
  { degree, coefficients }: { readonly degree: number; readonly coefficients: number },
): number {
  const first = fractions[i - degree] as number;
  let value = first ^ (first >>> degree);
  for (let k = 1; k < degree; k += 1) {
    if (((coefficients >> (degree - 1 - k)) & 1) === 1) value ^= fractions[i - k] as number;
  }
  return value;
}

const tooMany = (dimensions: number): RangeError =>
  new RangeError(`${dimensions} dimensions: the Sobol sequence is tabulated up to ${MOST_DIMENSIONS}`);

/** One dimension of the first `size` points, as 32-bit fractions. */
function sobolColumn(dimension: number, size: number): Uint32Array {
  const fractions = fractionsOf(dimension);
  const column = new Uint32Array(size);
  for (let i = 1; i < size; i += 1) {
    // Gray code: point i differs from the one before by the direction of i's lowest bit.
    const changed = Math.clz32(i & -i);
    column[i] = (column[i - 1] as number) ^ (fractions[31 - changed] as number);
  }
  return column;
}

/** The first `size` points of the sequence as it stands in the tables, the origin first. Up to 2^32 points. */
export function sobolPoints(dimensions: number, size: number): readonly (readonly number[])[] {
  const columns = Array.from({ length: dimensions }, (_, dimension) => sobolColumn(dimension, size));
  return Array.from({ length: size }, (_, i) => columns.map((column) => (column[i] as number) / TWO_32));
}

/** The first `size` points, scrambled: each uniform in the cube, all of them as even as the sequence. */
export function scrambledSobolPoints(
  key: Key,
  dimensions: number,
  size: number,
): readonly (readonly number[])[] {
  const columns = Array.from({ length: dimensions }, (_, dimension) =>
    owenScramble(key, dimension, sobolColumn(dimension, size)),
  );
  return Array.from({ length: size }, (_, i) => columns.map((column) => column[i] as number));
}

/**
 * A scrambled Sobol sequence as a design. It is even for any `size`, and most even for powers of two.
 * @throws RangeError with more than 200 dimensions.
 */
export function sobolSequence(
  key: Key,
  { dimensions, size }: { readonly dimensions: number; readonly size: number },
): SobolSequenceDesign {
  const points = scrambledSobolPoints(key, dimensions, size);
  return { kind: 'sobol-sequence', dimensions, points, supports: SUPPORTS['sobol-sequence'] };
}
