// Proves that a draw depends on its address alone, lies strictly inside (0, 1) and mirrors exactly.
import { describe, expect, it } from 'vitest';
import { seedKey, siteOf, uniformAt } from '../../../src/random/index.ts';

const key = seedKey('7');
const site = siteOf('street/turns_violent');

describe('uniformAt', () => {
  it('gives the same number however often and in whatever order it is asked', () => {
    const forwards = Array.from({ length: 100 }, (_, i) => uniformAt(key, 0, site, i, 3));
    const backwards = Array.from({ length: 100 }, (_, i) => uniformAt(key, 0, site, 99 - i, 3)).reverse();
    expect(backwards).toEqual(forwards);
  });

  it('changes with every part of the address', () => {
    const { key0, key1 } = key;
    const draws = [
      uniformAt(key, 0, site, 5, 3),
      uniformAt({ key0: key0 ^ 1, key1 }, 0, site, 5, 3),
      uniformAt({ key0, key1: key1 ^ 4 }, 0, site, 5, 3),
      uniformAt(key, 1, site, 5, 3),
      uniformAt(key, 0, site ^ 2, 5, 3),
      uniformAt(key, 0, site, 6, 3),
      uniformAt(key, 0, site, 5, 4),
      uniformAt(key, 0, site, 3, 5),
    ];
    expect(new Set(draws).size).toBe(draws.length);
  });

  it('takes addresses modulo 2^32', () => {
    expect(uniformAt(key, 0, site, 2 ** 32 + 5, 3)).toBe(uniformAt(key, 0, site, 5, 3));
    expect(uniformAt(key, 0, site | 0, 5, 3)).toBe(uniformAt(key, 0, site >>> 0, 5, 3));
  });

  it('is an odd multiple of 2^-53 inside (0, 1), so that 1 − u is exact', () => {
    for (let run = 0; run < 10_000; run++) {
      const u = uniformAt(key, 0, site, run, 0);
      expect(u > 0 && u < 1 && (u * 2 ** 53) % 2 === 1 && 1 - (1 - u) === u).toBe(true);
    }
  });
});
