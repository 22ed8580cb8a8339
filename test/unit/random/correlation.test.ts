// Proves that a rank correlation matrix becomes the factor of its Pearson matrix, or null when it cannot.
import { describe, expect, it } from 'vitest';
import { choleskyOf, pearsonOfRank } from '../../../src/random/index.ts';

describe('choleskyOf', () => {
  it('gives L with L·Lᵀ the Pearson matrix', () => {
    const rank = [
      [1, 0.5, -0.3],
      [0.5, 1, 0.2],
      [-0.3, 0.2, 1],
    ];
    const factor = choleskyOf(rank) as number[][];
    rank.forEach((row, i) => {
      row.forEach((value, j) => {
        const product = (factor[i] as number[]).reduce((sum, x, k) => sum + x * (factor[j]?.[k] ?? NaN), 0);
        expect(product).toBeCloseTo(i === j ? 1 : pearsonOfRank(value), 15);
        if (j > i) expect(factor[i]?.[j]).toBe(0);
      });
    });
  });

  it('is the identity without correlations, and empty for none', () => {
    expect(
      choleskyOf([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(choleskyOf([])).toEqual([]);
  });

  it('is null for matrices that are not positive definite', () => {
    expect(
      choleskyOf([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(
      choleskyOf([
        [1, -1],
        [-1, 1],
      ]),
    ).toBeNull();
    expect(
      choleskyOf([
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ]),
    ).toBeNull();
    expect(
      choleskyOf([
        [1, NaN],
        [NaN, 1],
      ]),
    ).toBeNull();
  });

  it('takes ranks close to 1 and keeps their ends exact', () => {
    expect(
      choleskyOf([
        [1, 0.999],
        [0.999, 1],
      ]),
    ).not.toBeNull();
    expect(pearsonOfRank(1)).toBeCloseTo(1, 15);
    expect(pearsonOfRank(-0.5)).toBe(-pearsonOfRank(0.5));
  });
});
