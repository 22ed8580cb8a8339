// Proves that draws are Threefry-2x32-20 as published, and the hash of sites MurmurHash3 as published.
import { describe, expect, it } from 'vitest';
import { siteOf, THREEFRY_ROUNDS, uniformAt } from '../../../src/random/index.ts';
import { threefry, uniformOf, type Words } from './threefry-rounds.ts';

const PI_COUNTER: Words = [0x243f6a88, 0x85a308d3];
const PI_KEY: Words = [0x13198a2e, 0x03707344];
const ONES: Words = [0xffffffff, 0xffffffff];

/** Counter, key, and result with 13 and 20 rounds: Random123 (Salmon et al. 2011), file kat_vectors, threefry2x32. */
const KNOWN: readonly { counter: Words; key: Words; rounds13: Words; rounds20: Words }[] = [
  { counter: [0, 0], key: [0, 0], rounds13: [0x9d1c5ec6, 0x8bd50731], rounds20: [0x6b200159, 0x99ba4efe] },
  { counter: ONES, key: ONES, rounds13: [0xfd36d048, 0x2d17272c], rounds20: [0x1cb996fc, 0xbb002be7] },
  {
    counter: PI_COUNTER,
    key: PI_KEY,
    rounds13: [0xba3e4725, 0xf27d669e],
    rounds20: [0xc4923a9c, 0x483df7a0],
  },
];

describe('Threefry-2x32 against the known answers of Random123', () => {
  it.each(KNOWN)('counter $counter, key $key', ({ counter, key, rounds13, rounds20 }) => {
    expect(threefry(counter, key, 13)).toEqual(rounds13);
    expect(threefry(counter, key, THREEFRY_ROUNDS)).toEqual(rounds20);
    const at = { key0: key[0], key1: key[1] };
    expect(uniformAt(at, 0, 0, counter[0], counter[1])).toBe(uniformOf(rounds20));
  });

  it('site and future go into the key, run and n are the counter', () => {
    for (let i = 0; i < 1000; i++) {
      const [site, future] = threefry([i, 1], PI_KEY, 20);
      const [run, n] = threefry([i, 2], PI_KEY, 20);
      const key: Words = [PI_KEY[0] ^ site, PI_KEY[1] ^ future];
      const drawn = uniformAt({ key0: PI_KEY[0], key1: PI_KEY[1] }, future, site, run, n);
      expect(drawn).toBe(uniformOf(threefry([run, n], key, 20)));
    }
  });
});

describe('siteOf against published values of MurmurHash3_x86_32, seed 0', () => {
  it.each([
    ['', 0],
    ['test', 0xba6bd213],
    ['hello', 0x248bfa47],
    ['Hello, world!', 0xc0363e43],
    ['The quick brown fox jumps over the lazy dog', 0x2e4ff723],
  ])('%j', (text, hash) => {
    expect(siteOf(text)).toBe(hash);
  });
});
