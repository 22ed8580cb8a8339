// Proves that the intervals of indices hold the exact value as often as they say, and that needed pairs give the power they promise.
import { describe, expect, it } from 'vitest';
import {
  mcNemar,
  pairsToTellApart,
  pawn,
  pawnByChance,
  type RunBlock,
  slicesOf,
  sobolIndices,
} from '../../../src/analysis/index.ts';
import { seedKey, siteOf, uniformAt } from '../../../src/random/index.ts';
import { ishigami } from '../../oracle/analysis/test-functions.ts';

const key = seedKey('2022');
const site = siteOf('test coverage');
const draw = (repetition: number, n: number): number => uniformAt(key, 0, site, repetition, n);

/** A Saltelli layout of independent points, for which the bootstrap is exact for many rows. */
function independent(repetition: number, rows: number) {
  const points = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 6 }, (__, column) => draw(repetition, 6 * row + column)),
  );
  const block = (value: (point: readonly number[]) => number): RunBlock => ({
    rows,
    replications: 1,
    values: Float64Array.from(points, value),
  });
  return {
    a: block((point) => ishigami(point.slice(0, 3))),
    b: block((point) => ishigami(point.slice(3))),
    mixed: [0, 1, 2].map((i) => block((point) => ishigami(point.slice(0, 3).with(i, point[3 + i]!)))),
    mirrored: null,
  };
}

describe('bootstrap intervals of Sobol indices', () => {
  // 300 repetitions of 500 rows: standard error of a coverage of 0.95 is 0.0126.
  const EXACT = [0.3139051911, 0.4424111448, 0, 0.5575888552, 0.4424111448, 0.2436836641];
  const held = EXACT.map(() => 0);
  const tight = EXACT.map(() => 0);
  for (let repetition = 0; repetition < 300; repetition += 1) {
    const found = sobolIndices(independent(repetition, 500), {
      key: seedKey(`${repetition}`),
      resamples: 200,
    })!;
    [...found.first, ...found.total].forEach(({ value, low, high }, i) => {
      if (low <= EXACT[i]! && EXACT[i]! <= high) held[i]! += 1 / 300;
      const half = (0.6 * (high - low)) / 2;
      if (Math.abs(value - EXACT[i]!) <= half) tight[i]! += 1 / 300;
    });
  }

  it('hold the exact index in 90 to 99 % of 300 repetitions, each of six (four errors of the nominal 95 %)', () => {
    for (const share of held) {
      expect(share).toBeGreaterThan(0.9);
      expect(share).toBeLessThan(0.995);
    }
  });

  it('would not, were they 0.6 as wide (spoiled)', () => {
    for (const share of tight) expect(share).toBeLessThan(0.88);
  });
});

it('PAWN calls a factor without influence one in 2 to 8 of 100 times (3.5 errors of 5 % in 500)', () => {
  const called = Array.from({ length: 500 }, (_, repetition) => {
    const factor = Array.from({ length: 200 }, (__, i) => draw(1000 + repetition, i));
    const output = factor.map((__, i) => (draw(1000 + repetition, 200 + i) < 0.3 ? 1 : 0));
    const slices = slicesOf(factor);
    const own = seedKey(`${repetition}`);
    return pawn(slices, output, { key: own, resamples: 2 }).median.value > pawnByChance(slices, output, own);
  }).filter(Boolean).length;
  expect(called / 500).toBeGreaterThan(0.015);
  expect(called / 500).toBeLessThan(0.085);
});

it('needed pairs see a difference of 5 points among 12 % changed pairs in 76 to 84 % of 2,000 experiments (Connor: 80 %)', () => {
  const pairs = pairsToTellApart(0.05, 0.12);
  const power = (n: number): number => {
    let seen = 0;
    for (let repetition = 0; repetition < 2000; repetition += 1) {
      let first = 0;
      let second = 0;
      for (let i = 0; i < n; i += 1) {
        const u = draw(5000 + repetition, i);
        if (u < 0.085) first += 1;
        else if (u < 0.12) second += 1;
      }
      if (mcNemar({ first, second }).mid < 0.05) seen += 1;
    }
    return seen / 2000;
  };
  // Standard error 0.009; the formula is asymptotic.
  expect(power(pairs)).toBeGreaterThan(0.76);
  expect(power(pairs)).toBeLessThan(0.84);
  expect(power(Math.round(pairs * 0.75))).toBeLessThan(0.76);
});
