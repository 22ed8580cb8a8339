// Proves that bins hold every value once, one value a bin where there are few, and no teeth on a lattice.
import { describe, expect, it } from 'vitest';
import { histogramOf, type Weighted } from '../../../src/analysis/index.ts';

const once = (values: readonly number[]): Weighted => ({ values, counts: null });

describe('histogramOf', () => {
  it('gives each of few whole numbers a bin around it', () => {
    expect(histogramOf(once([0, 0, 1, 3, 3, 3]))).toEqual({ low: -0.5, high: 3.5, counts: [2, 1, 0, 3] });
  });

  it('gives yes and no a bin each', () => {
    expect(histogramOf({ values: [0, 1], counts: [30, 70] })).toEqual({
      low: -0.5,
      high: 1.5,
      counts: [30, 70],
    });
  });

  it('gives a single value a single bin', () => {
    expect(histogramOf(once([7, 7, 7]))).toEqual({ low: 6.5, high: 7.5, counts: [3] });
  });

  it('finds a lattice of any step, also a fraction', () => {
    const quarters = [0.25, 0.5, 0.5, 1, 1.25];
    expect(histogramOf(once(quarters))).toEqual({ low: 0.125, high: 1.375, counts: [1, 2, 0, 1, 1] });
    const tenths = Array.from({ length: 11 }, (_, i) => i * 0.1);
    expect(histogramOf(once(tenths))?.counts).toEqual(new Array(11).fill(1));
  });

  it('puts as many points of a lattice into each bin, so that a flat distribution is flat', () => {
    const days = Array.from({ length: 60 }, (_, i) => i);
    expect(histogramOf(once(days), 30)).toEqual({ low: -0.5, high: 59.5, counts: new Array(30).fill(2) });
    const found = histogramOf(once(days), 25);
    expect(found?.counts).toEqual(new Array(20).fill(3));
    expect(found?.high).toBe(59.5);
  });

  it('cuts other values into equal bins from the lowest to the highest, both ends counted', () => {
    const values = [0, 0.11, 0.5, 0.77, 1];
    expect(histogramOf(once(values), 4)).toEqual({ low: 0, high: 1, counts: [2, 0, 1, 2] });
  });

  it('counts every value once', () => {
    const values = Array.from({ length: 1000 }, (_, i) => Math.sqrt(i) - 7).sort((a, b) => a - b);
    const found = histogramOf(once(values));
    expect(found?.counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(found?.counts.length).toBe(30);
  });

  it('is null without values', () => {
    expect(histogramOf(once([]))).toBeNull();
  });
});
