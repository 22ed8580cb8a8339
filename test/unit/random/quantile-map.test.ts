// Proves what a quantile map is: plain data, cut to its range, refused where there is no mass.
import { describe, expect, it } from 'vitest';
import {
  type DistributionSpec,
  massWithin,
  normalCdf,
  quantile,
  quantileMap,
} from '../../../src/random/index.ts';

/** The smallest and the largest uniform there is. */
const FIRST = 2 ** -53;
const LAST = 1 - 2 ** -53;

const SPECS: readonly DistributionSpec[] = [
  { kind: 'uniform', low: 0, high: 10 },
  { kind: 'triangular', low: 0, mode: 3, high: 10 },
  { kind: 'pert', low: 0, mode: 3, high: 10 },
  { kind: 'normal', mean: 3, sd: 2 },
  { kind: 'lognormal', median: 3, sigma: 1 },
  { kind: 'exponential', mean: 3 },
  { kind: 'gamma', mean: 3, sd: 2 },
  { kind: 'gamma', mean: 3, sd: 20 },
  { kind: 'weibull', shape: 1.5, scale: 3 },
];

describe('quantileMap', () => {
  it.each(SPECS)('$kind fills its range to both ends and never leaves it', (spec) => {
    const map = quantileMap(spec, 1, 2);
    expect(quantile(map, FIRST)).toBeGreaterThanOrEqual(1);
    expect(quantile(map, FIRST)).toBeCloseTo(1, 6);
    expect(quantile(map, LAST)).toBeLessThanOrEqual(2);
    expect(quantile(map, LAST)).toBeCloseTo(2, 6);
  });

  it.each(SPECS)('$kind is finite at the extreme uniforms also with one open end', (spec) => {
    for (const [low, high] of [
      [-Infinity, Infinity],
      [2, Infinity],
      [-Infinity, 2],
    ] as const) {
      const map = quantileMap(spec, low, high);
      expect(Number.isFinite(quantile(map, FIRST)) && Number.isFinite(quantile(map, LAST))).toBe(true);
    }
  });

  it.each(SPECS)('$kind is plain data that survives cloning and JSON where it has both ends', (spec) => {
    const map = quantileMap(spec, 0.5, 9);
    expect(structuredClone(map)).toEqual(map);
    expect(JSON.parse(JSON.stringify(map))).toEqual(map);
  });

  it('does not pile up at the ends: truncation rescales, it does not clip', () => {
    const map = quantileMap({ kind: 'normal', mean: 0, sd: 1 }, 0, 0.1);
    expect(quantile(map, 0.5)).toBeCloseTo(0.05, 3);
  });

  it('keeps the upper tail apart where 1 − F rounds to nothing', () => {
    const map = quantileMap({ kind: 'normal', mean: 0, sd: 1 }, 10, 11);
    for (const u of [0.1, 0.5, 0.9]) {
      const share = (normalCdf(-10) - normalCdf(-quantile(map, u))) / (normalCdf(-10) - normalCdf(-11));
      expect(share).toBeCloseTo(u, 12);
    }
  });

  it.each<[DistributionSpec, number, number]>([
    [{ kind: 'uniform', low: 0, high: 1 }, 2, 3],
    [{ kind: 'uniform', low: 0, high: 1 }, 1, 3],
    [{ kind: 'triangular', low: 0, mode: 0.5, high: 1 }, 1, 2],
    [{ kind: 'normal', mean: 0, sd: 1 }, 60, 70],
    [{ kind: 'normal', mean: 0, sd: 1 }, 1, 1],
    [{ kind: 'beta', alpha: 2, beta: 2 }, 1.5, 2],
    [{ kind: 'beta', alpha: 2e6, beta: 2e6 }, 0.8, 0.9],
    [{ kind: 'pert', low: 0, mode: 1, high: 2 }, -2, 0],
    [{ kind: 'exponential', mean: 1 }, -2, -1],
    [{ kind: 'gamma', mean: 1, sd: 1 }, -2, 0],
  ])('refuses %j in [%d, %d], where massWithin is 0', (spec, low, high) => {
    expect(massWithin(spec, low, high)).toBe(0);
    expect(() => quantileMap(spec, low, high)).toThrow(RangeError);
  });

  it('takes a beta of any size: tiny sd, and the smallest there is', () => {
    const narrow = quantileMap({ kind: 'beta', alpha: 3e17, beta: 6e17 }, 0, 1);
    expect(quantile(narrow, 0.5)).toBeCloseTo(1 / 3, 15);
    const near = quantileMap({ kind: 'beta', alpha: 3e15, beta: 6e15 }, 0, 1);
    expect(quantile(near, 0.975) - quantile(near, 0.025)).toBeCloseTo(3.92 * Math.sqrt(2 / 9 / 9e15), 9);
    const coin = quantileMap({ kind: 'beta', alpha: 1e-9, beta: 3e-9 }, 0, 1);
    expect([0.2, 0.74, 0.76, 0.9].map((u) => quantile(coin, u))).toEqual([0, 0, 1, 1]);
  });
});

describe('choice', () => {
  const map = quantileMap({ kind: 'choice', values: [5, 6, 7, 8], weights: [0, 1, 0, 3] }, 0, 1);

  it('never takes what has no weight, whatever the range', () => {
    expect([FIRST, 0.2, 0.2499999, 0.25, 0.3, LAST].map((u) => quantile(map, u))).toEqual([6, 6, 6, 8, 8, 8]);
  });

  it('takes the last at a cumulated weight that rounding left below 1', () => {
    const tenths = quantileMap({ kind: 'choice', values: [1, 2, 3], weights: [0.1, 0.2, 0.7] }, 0, 1);
    expect(quantile(tenths, LAST)).toBe(3);
  });
});
