/** Threefry-2x32 as its paper writes it, a loop over any number of rounds: what uniformAt unrolls. */
import { THREEFRY_PARITY, THREEFRY_ROTATIONS, UNIFORM_SCALE } from '../../../src/random/index.ts';

export type Words = readonly [number, number];

/** Result of `rounds` rounds for a counter and a key, both of two uint32. */
export function threefry(counter: Words, key: Words, rounds: number): Words {
  const schedule = [key[0], key[1], key[0] ^ key[1] ^ THREEFRY_PARITY];
  const keyWord = (i: number): number => schedule[i % 3] as number;
  let a = (counter[0] + keyWord(0)) | 0;
  let b = (counter[1] + keyWord(1)) | 0;
  for (let round = 0; round < rounds; round++) {
    const turn = THREEFRY_ROTATIONS[round % 8] as number;
    a = (a + b) | 0;
    b = ((b << turn) | (b >>> (32 - turn))) ^ a;
    if (round % 4 !== 3) continue;
    const injection = (round + 1) / 4;
    a = (a + keyWord(injection)) | 0;
    b = (b + keyWord(injection + 1) + injection) | 0;
  }
  return [a >>> 0, b >>> 0];
}

/** The uniform of two words. */
export function uniformOf([a, b]: Words): number {
  return ((a >>> 6) * 67108864 + (b >>> 6) + 0.5) * UNIFORM_SCALE;
}
