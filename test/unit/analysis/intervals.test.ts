// Proves what intervals do at the edges: no runs, one run, all or none, and their shape in between.
import { describe, expect, it } from 'vitest';
import {
  meanEstimate,
  newcombePaired,
  quantileEstimate,
  sampleOf,
  standardError,
  wilson,
} from '../../../src/analysis/index.ts';

describe('wilson', () => {
  it('knows nothing without runs', () => {
    expect(wilson(0, 0)).toEqual({ value: NaN, low: 0, high: 1, level: 0.95, n: 0, method: 'wilson' });
  });

  it('holds the share, stays in [0, 1] with exact ends, mirrors, and narrows with runs', () => {
    for (let n = 1; n <= 60; n++) {
      for (let count = 0; count <= n; count++) {
        const { low, high, value } = wilson(count, n);
        expect(low >= 0 && low <= value && value <= high && high <= 1).toBe(true);
        expect(wilson(n - count, n).high).toBeCloseTo(1 - low, 14);
        const more = wilson(4 * count, 4 * n);
        expect(more.high - more.low).toBeLessThan(high - low);
      }
      expect(wilson(0, n).low).toBe(0);
      expect(wilson(n, n).high).toBe(1);
    }
  });

  it('is precise for ten million runs', () => {
    const { low, high } = wilson(5e6, 1e7);
    expect(high - low).toBeCloseTo((2 * 1.959963984540054 * 0.5) / Math.sqrt(1e7), 9);
  });
});

describe('newcombePaired', () => {
  it('is symmetric in its sides, and about 0 when they agree in every pair', () => {
    const found = newcombePaired({ both: 20, first: 7, second: 3, neither: 70 });
    const turned = newcombePaired({ both: 20, first: 3, second: 7, neither: 70 });
    expect(found.value).toBe(-turned.value);
    expect(found.low).toBeCloseTo(-turned.high, 15);
    expect(found.high).toBeCloseTo(-turned.low, 15);
    const same = newcombePaired({ both: 5000, first: 0, second: 0, neither: 5000 });
    expect(same.value).toBe(0);
    expect(same.high).toBeLessThan(0.001);
  });

  it('has margins of nothing or everything, and no pairs at all', () => {
    expect(newcombePaired({ both: 0, first: 0, second: 0, neither: 10 })).toMatchObject({ value: 0 });
    expect(newcombePaired({ both: 10, first: 0, second: 0, neither: 0 })).toMatchObject({ value: 0 });
    expect(newcombePaired({ both: 0, first: 10, second: 0, neither: 0 }).high).toBe(1);
    expect(newcombePaired({ both: 0, first: 0, second: 0, neither: 0 })).toMatchObject({
      low: -1,
      high: 1,
      n: 0,
    });
  });
});

describe('meanEstimate', () => {
  it('is null without values, the whole line for one, a point for equal values', () => {
    expect(meanEstimate(sampleOf([]))).toBeNull();
    expect(meanEstimate(sampleOf([3]))).toMatchObject({ value: 3, low: -Infinity, high: Infinity, n: 1 });
    expect(meanEstimate(sampleOf([2, 2, 2]))).toMatchObject({ value: 2, low: 2, high: 2, n: 3, method: 't' });
    expect(standardError(sampleOf([3]))).toBeNaN();
  });
});

describe('quantileEstimate', () => {
  it('is null without values, and open where the sample is too small to say', () => {
    expect(quantileEstimate(0, () => 0, 0.5)).toBeNull();
    const found = quantileEstimate(10, (rank) => rank, 0.05);
    expect(found).toMatchObject({ low: -Infinity, method: 'order-statistics' });
    expect(found?.high).toBeLessThan(Infinity);
    expect(quantileEstimate(10, (rank) => rank, 0.95)).toMatchObject({ high: Infinity });
  });
});
