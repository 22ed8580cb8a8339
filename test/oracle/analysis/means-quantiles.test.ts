// Proves that means, their intervals and sample quantiles are the published ones.
import { describe, expect, it } from 'vitest';
import {
  meanEstimate,
  quantileEstimate,
  quantileOfCounts,
  quantileSorted,
  sampleOf,
  standardError,
} from '../../../src/analysis/index.ts';

describe('meanEstimate', () => {
  it('of paired differences: 2.218, sd 0.5468, 95 % (1.8269, 2.6091) (KSL book, table 5.5)', () => {
    const sample = sampleOf([2.64, 1.69, 2.87, 2.15, 2.4, 2.44, 2.27, 2.88, 1.36, 1.48]);
    const found = meanEstimate(sample);
    expect(found?.value).toBeCloseTo(2.218, 12);
    expect(Math.sqrt(sample.variance)).toBeCloseTo(0.5467845401374597, 12);
    expect(found?.low).toBeCloseTo(1.826853903134674, 10);
    expect(found?.high).toBeCloseTo(2.609146096865326, 10);
    expect(standardError(sample)).toBeCloseTo(0.5467845401374597 / Math.sqrt(10), 12);
  });

  it('of two systems on the same luck: 0.8 (−0.717164, 2.317164) (KSL book, 10 replications)', () => {
    const one = [63.72, 32.24, 40.28, 36.94, 36.29, 56.94, 34.1, 63.36, 49.29, 87.2];
    const two = [63.06, 31.78, 40.32, 37.71, 36.79, 57.93, 33.39, 62.92, 47.67, 80.79];
    const found = meanEstimate(sampleOf(one.map((x, i) => x - (two[i] as number))));
    expect(found?.value).toBeCloseTo(0.8, 12);
    expect(found?.low).toBeCloseTo(-0.717164, 6);
    expect(found?.high).toBeCloseTo(2.317164, 6);
  });

  it('at 90 %: −0.3167 (−7.7488, 7.1155) (Jain 1991, example 13.5)', () => {
    const pairs = [
      [5.4, 19.1],
      [16.6, 3.5],
      [0.6, 3.4],
      [1.4, 2.5],
      [0.6, 3.6],
      [7.3, 1.7],
    ] as const;
    const found = meanEstimate(sampleOf(pairs.map(([a, b]) => a - b)), 0.9);
    expect(found?.value).toBeCloseTo(-0.3167, 4);
    expect(found?.low).toBeCloseTo(-7.7488, 4);
    expect(found?.high).toBeCloseTo(7.1155, 4);
  });

  it('keeps the variance of small differences between large numbers', () => {
    expect(sampleOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
  });
});

describe('quantiles of type 7', () => {
  const sorted = [1, 1, 2, 3, 3, 4, 5, 5, 5, 6, 9];
  // numpy 2 and R 4 (their default, type 7).
  it.each([
    [0, 1],
    [0.05, 1],
    [0.1, 1],
    [0.25, 2.5],
    [0.5, 4],
    [0.75, 5],
    [0.9, 6],
    [0.95, 7.5],
    [1, 9],
  ])('at %d is %d', (level, value) => {
    expect(quantileSorted(sorted, level)).toBe(value);
    const counts = [0, 2, 1, 2, 1, 3, 1, 0, 0, 1];
    expect(quantileOfCounts(counts, level)).toBe(value);
  });

  it('interpolates: the median of 1, 2, 4, 8 is 3, the quartile 1.75', () => {
    expect(quantileSorted([1, 2, 4, 8], 0.5)).toBe(3);
    expect(quantileSorted([1, 2, 4, 8], 0.25)).toBe(1.75);
  });
});

describe('quantileEstimate', () => {
  const binomial = (n: number, k: number, p: number): number => {
    let logarithm = n * Math.log1p(-p);
    for (let i = 0; i < k; i++) logarithm += Math.log(((n - i) / (i + 1)) * (p / (1 - p)));
    return Math.exp(logarithm);
  };

  it('takes ranks 40 and 61 of 100 for a median (Conover 1999: 50 ± 9.8, rounded outwards)', () => {
    const found = quantileEstimate(100, (rank) => rank + 1, 0.5);
    expect([found?.value, found?.low, found?.high]).toEqual([50.5, 40, 61]);
  });

  // The interval from rank l to rank u covers the quantile when between l and u − 1 values lie below it.
  it.each([
    [100, 0.5, 0.95],
    [200, 0.1, 0.95],
    [1000, 0.05, 0.99],
    [500, 0.9, 0.99],
  ])(
    'covers the quantile of %d values at %d at least as often as it says (%d), exactly',
    (n, level, confidence) => {
      const found = quantileEstimate(n, (rank) => rank + 1, level, confidence);
      let coverage = 0;
      for (let below = found?.low ?? NaN; below < (found?.high ?? NaN); below++)
        coverage += binomial(n, below, level);
      expect(coverage).toBeGreaterThan(confidence - 0.002);
      // Rounding outwards adds the chance of at most two more counts near the ends.
      expect(coverage).toBeLessThan(confidence + 0.03);
    },
  );
});
