// Proves for any seed, size and number of factors that designs keep their shape, and that values stay in their ranges.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  latinHypercube,
  lessCorrelated,
  morris,
  permutation,
  radial,
  rangeFactor,
  saltelli,
  scrambledSobolPoints,
  valueAt,
} from '../../../src/experiment/design/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import { scenarioFromFile } from '../../helpers/build-scenario.ts';

const seed = fc.string();
const dimensions = fc.integer({ min: 1, max: 8 });
const inCube = (points: readonly (readonly number[])[]): boolean =>
  points.every((point) => point.every((place) => place >= 0 && place <= 1));
const differ = (one: readonly number[], other: readonly number[]): number =>
  one.filter((place, i) => place !== other[i]).length;

describe('designs', () => {
  it('a Latin hypercube has one point in each slice, with less correlation or without', () => {
    fc.assert(
      fc.property(
        seed,
        dimensions,
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        (text, d, size, reduceCorrelation) => {
          const { points } = latinHypercube(seedKey(text), { dimensions: d, size, reduceCorrelation });
          for (let factor = 0; factor < d; factor += 1) {
            expect(new Set(points.map((point) => Math.floor((point[factor] as number) * size))).size).toBe(
              size,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reducing correlation rearranges, and never correlates more', () => {
    const worst = (columns: readonly (readonly number[])[]): number => {
      const n = columns[0]!.length;
      const product = (a: readonly number[], b: readonly number[]) =>
        a.reduce((sum, x, i) => sum + (x - (n - 1) / 2) * (b[i]! - (n - 1) / 2), 0);
      return columns.reduce(
        (sum, a, i) => sum + columns.slice(0, i).reduce((inner, b) => inner + product(a, b) ** 2, 0),
        0,
      );
    };
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 30 }), seed, (d, n, text) => {
        const key = seedKey(text);
        const draws = (column: number, i: number) => scrambledSobolPoints(key, 8, n)[i % n]![column]!;
        const columns = Array.from({ length: d }, (_, column) => permutation(n, draws, column));
        const less = lessCorrelated(columns);
        less.forEach((column) => {
          expect([...column].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        });
        expect(worst(less)).toBeLessThanOrEqual(worst(columns));
      }),
      { numRuns: 30 },
    );
  });

  it('a scrambled sequence has one of 2^m points in each of 2^m slices of every factor', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 12 }), (text, m, d) => {
        const points = scrambledSobolPoints(seedKey(text), d, 2 ** m);
        for (let factor = 0; factor < d; factor += 1) {
          expect(new Set(points.map((point) => Math.floor((point[factor] as number) * 2 ** m))).size).toBe(
            2 ** m,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('Saltelli, radial and Morris designs lie in the cube; neighbours differ in one factor', () => {
    fc.assert(
      fc.property(
        seed,
        dimensions,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(2, 4, 6),
        (text, d, size, levels) => {
          const key = seedKey(text);
          const mixed = saltelli(key, { dimensions: d, base: size, secondOrder: true });
          expect(mixed.points).toHaveLength(size * (2 * d + 2));
          for (let factor = 0; factor < d; factor += 1) {
            for (let row = 0; row < size; row += 1) {
              expect(differ(mixed.points[(2 + factor) * size + row]!, mixed.points[row]!)).toBe(1);
            }
          }
          const stars = radial(key, { dimensions: d, stars: size });
          const paths = morris(key, { dimensions: d, paths: size, levels });
          for (const [design, from] of [
            [stars, (place: number) => place - (place % (d + 1))],
            [paths, (place: number) => place - 1],
          ] as const) {
            expect(design.points).toHaveLength(size * (d + 1));
            design.points.forEach((point, place) => {
              if (place % (d + 1) > 0) expect(differ(point, design.points[from(place)]!)).toBe(1);
            });
          }
          for (const { points } of [mixed, stars, paths]) expect(inCube(points)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('a value between two ends rises with its place and stays between them', () => {
  const parameter = scenarioFromFile('test/fixtures/fuel-prices.yaml').parameters[0]!;
  const ends = fc.tuple(
    fc.double({ min: -1e6, max: 0, noNaN: true }),
    fc.double({ min: 1, max: 1e6, noNaN: true }),
  );
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(ends, place, place, ([low, high], a, b) => {
      const factor = rangeFactor(parameter, low, high);
      const [one, other] = [valueAt(factor, Math.min(a, b)), valueAt(factor, Math.max(a, b))] as [
        number,
        number,
      ];
      expect(one).toBeLessThanOrEqual(other);
      expect(one).toBeGreaterThanOrEqual(low);
      expect(other).toBeLessThanOrEqual(high + 1e-9 * Math.abs(high));
    }),
  );
});
