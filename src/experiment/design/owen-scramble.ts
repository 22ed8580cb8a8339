/** Nested uniform scrambling (Owen 1995, Randomly permuted (t, m, s)-nets and (t, s)-sequences). */
import { type Key, siteOf, uniformAt } from '../../random/index.ts';

const BITS = 32;
const TWO_32 = 4294967296;

/**
 * Each bit of a fraction is flipped or not by a coin that belongs to the bits before it, and to the dimension: so
 * points that share an interval of length 2^−k share one afterwards, and evenness is kept. What comes below the
 * 32 bits is a uniform number of the point.
 * @param column 32-bit fractions of one dimension; point i's are at i.
 * @returns places in (0, 1), each uniform.
 */
export function owenScramble(key: Key, dimension: number, column: Uint32Array): Float64Array {
  const coins = Array.from({ length: BITS }, (_, bit) => siteOf(`design scramble ${bit}`));
  const below = siteOf('design scramble below');
  return Float64Array.from(column, (fraction, point) => {
    let scrambled = fraction;
    for (let bit = 0; bit < BITS; bit += 1) {
      const before = bit === 0 ? 0 : fraction >>> (BITS - bit);
      if (uniformAt(key, 0, coins[bit] as number, dimension, before) < 0.5)
        scrambled ^= 1 << (BITS - 1 - bit);
    }
    return ((scrambled >>> 0) + uniformAt(key, 0, below, dimension, point)) / TWO_32;
  });
}
