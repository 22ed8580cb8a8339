// Proves that any string is a seed, that different seeds give different keys, and that keys are pairs of uint32.
import { describe, expect, it } from 'vitest';
import { seedKey } from '../../../src/random/index.ts';

const pair = (seed: string): string => `${seedKey(seed).key0}/${seedKey(seed).key1}`;

describe('seedKey', () => {
  it('gives the same key for the same seed', () => {
    expect(seedKey('Almaty')).toEqual(seedKey('Almaty'));
  });

  // seedrandom itself takes these three for one: its cipher repeats a short key.
  it("tells '1' from '11' and '111', and 'ab' from 'abab'", () => {
    expect(new Set(['1', '11', '111'].map(pair)).size).toBe(3);
    expect(pair('ab')).not.toBe(pair('abab'));
  });

  it('has no weak spot at the empty seed, zero, blanks, long seeds or letters of any script', () => {
    const seeds = [
      '',
      '0',
      '00',
      '0.0',
      ' ',
      '  ',
      'x'.repeat(300),
      `${'x'.repeat(299)}y`,
      'Алматы',
      '阿拉木图',
      '🎲',
    ];
    expect(new Set(seeds.map(pair)).size).toBe(seeds.length);
  });

  it('gives 10,000 numbers 10,000 keys of two uint32', () => {
    const keys = Array.from({ length: 10_000 }, (_, i) => seedKey(String(i)));
    expect(new Set(keys.map(({ key0, key1 }) => `${key0}/${key1}`)).size).toBe(10_000);
    for (const word of keys.flatMap(({ key0, key1 }) => [key0, key1])) expect(word).toBe(word >>> 0);
  });

  it('leaves Math.random alone', () => {
    const before = Math.random;
    seedKey('anything');
    expect(Math.random).toBe(before);
  });
});
