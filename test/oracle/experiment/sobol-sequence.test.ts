// Proves that the Sobol sequence is the published one, and that scrambling keeps its evenness.
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  designDraws,
  scrambledSobolPoints,
  sobolPoints,
  sobolSequence,
} from '../../../src/experiment/design/index.ts';
import { seedKey } from '../../../src/random/index.ts';

const key = seedKey('2022');

type Points = readonly (readonly number[])[];

/** Each of the 2^m elementary intervals 2^−a × 2^−(m−a) of the first two factors holds exactly one of 2^m points. */
function isNet(points: Points, m: number): boolean {
  return Array.from({ length: m + 1 }, (_, a) => a).every((a) => {
    const cells = points.map(([x = 0, y = 0]) => `${Math.floor(x * 2 ** a)},${Math.floor(y * 2 ** (m - a))}`);
    return new Set(cells).size === points.length;
  });
}

describe('the Sobol sequence', () => {
  it('begins with the published points of two dimensions (SciPy 1.17, test_qmc.py)', () => {
    expect(sobolPoints(2, 8)).toEqual([
      [0, 0],
      [0.5, 0.5],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.375, 0.375],
      [0.875, 0.875],
      [0.625, 0.125],
      [0.125, 0.625],
    ]);
  });

  it('is that of SciPy 1.17 in all 200 dimensions of the first 1,024 points, to the bit', () => {
    const points = sobolPoints(200, 1024);
    const bits = Uint32Array.from(points.flat(), (place) => place * 4294967296);
    expect(crc32(new Uint8Array(bits.buffer))).toBe(2735137848);
    const some = [0, 1, 2, 9, 49, 99, 149, 199].map((dimension) => (points[1000]?.[dimension] ?? 0) * 1024);
    expect(some.map(Math.floor)).toEqual([225, 99, 531, 71, 491, 191, 555, 863]);
  });

  it('says how many dimensions there are', () => {
    expect(() => sobolPoints(201, 2)).toThrow('201 dimensions: the Sobol sequence is tabulated up to 200');
  });
});

describe('scrambling', () => {
  it('keeps a (0, m, 2)-net for every seed, and moves every point', () => {
    for (const seed of ['0', '1', '2022']) {
      const points = scrambledSobolPoints(seedKey(seed), 2, 256);
      expect(isNet(points, 8)).toBe(true);
      expect(points.flat().every((place) => place > 0 && place < 1)).toBe(true);
    }
    expect(scrambledSobolPoints(seedKey('0'), 2, 256)).not.toEqual(
      scrambledSobolPoints(seedKey('1'), 2, 256),
    );
  });

  it('keeps exactly one point in each of 2^m slices of every factor', () => {
    const { points } = sobolSequence(key, { dimensions: 50, size: 128 });
    for (let factor = 0; factor < 50; factor += 1) {
      expect(new Set(points.map((point) => Math.floor((point[factor] as number) * 128))).size).toBe(128);
    }
  });

  it('would not pass with independent points (spoiled)', () => {
    const draws = designDraws(key, 'spoiled');
    expect(
      isNet(
        Array.from({ length: 256 }, (_, i) => [draws(0, i), draws(1, i)]),
        8,
      ),
    ).toBe(false);
  });

  it('puts a point anywhere with equal chance: 2,000 seeds, chi-square of 10 cells below its 0.1 % point 27.9', () => {
    const counts = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 2000; seed += 1) {
      const [, , point] = scrambledSobolPoints(seedKey(`${seed}`), 3, 3);
      const cell = Math.floor(10 * (point?.[2] as number));
      counts[cell] = (counts[cell] as number) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });

  it('integrates better than independent points: the mean of a product of three, root mean square over 50 seeds', () => {
    // The integral of 8xyz is 1. Independent points err by sqrt((4/3)^3 − 1)/√n = 0.0727 at n = 512.
    const errors = Array.from({ length: 50 }, (_, seed) => {
      const points = scrambledSobolPoints(seedKey(`${seed}`), 3, 512);
      const mean = points.reduce((sum, [x = 0, y = 0, z = 0]) => sum + 8 * x * y * z, 0) / 512;
      return (mean - 1) ** 2;
    });
    expect(Math.sqrt(errors.reduce((sum, error) => sum + error, 0) / 50)).toBeLessThan(0.0727 / 20);
  });
});
