// Proves that every distribution, whole and truncated, has the quantiles and the distribution function it should.
import { describe, expect, it } from 'vitest';
import { cumulative, massWithin, quantile, quantileMap } from '../../../src/random/index.ts';
import { QUANTILES, type QuantileRow, SHARES } from './quantile-values.ts';

const name = ({ spec, low, high }: QuantileRow): string => `${JSON.stringify(spec)} in [${low}, ${high}]`;

/**
 * In standard deviations. Closed forms: roundings, a few 1e-16, and what the cited library makes of them. Tables: the
 * promise of quantile-table.ts (1e-8, truncated 5e-8, and 1e-9 over the smallest shape when that is below 1).
 */
function tolerance({ spec, low, high }: QuantileRow): number {
  const cut = low > -Infinity || high < Infinity;
  switch (spec.kind) {
    case 'pert':
      return cut ? 5e-8 : 1e-8;
    case 'beta':
      return Math.max(cut ? 5e-8 : 1e-8, 1e-9 / Math.min(spec.alpha, spec.beta));
    case 'gamma':
      return Math.max(cut ? 5e-8 : 1e-8, 1e-9 * (spec.sd / spec.mean) ** 2);
    default:
      return 1e-12;
  }
}

describe('quantiles against scipy 1.17', () => {
  it.each(QUANTILES.map((row) => [name(row), row] as const))('%s', (_, row) => {
    const map = quantileMap(row.spec, row.low, row.high);
    SHARES.forEach((share, i) => {
      const error = Math.abs(quantile(map, share) - (row.quantiles[i] as number)) / row.sd;
      expect(error, `at ${share}`).toBeLessThan(tolerance(row));
    });
  });

  it('a standard deviation 5 % too large would be seen, and a truncation by clipping', () => {
    const row = QUANTILES.find(({ spec, low }) => spec.kind === 'normal' && low === 0) as QuantileRow;
    const spoiled = quantileMap({ kind: 'normal', mean: 2, sd: 3 * 1.05 }, row.low, row.high);
    const whole = quantileMap(row.spec, -Infinity, Infinity);
    const errorsOf = (value: (u: number) => number): number[] =>
      SHARES.map((u, i) => Math.abs(value(u) - (row.quantiles[i] as number)) / row.sd);
    expect(Math.max(...errorsOf((u) => quantile(spoiled, u)))).toBeGreaterThan(1e-3);
    expect(Math.max(...errorsOf((u) => Math.max(0, quantile(whole, u))))).toBeGreaterThan(1e-3);
  });
});

describe('distribution functions against the same quantiles', () => {
  // The quantiles are exact to about 1e-14 sd (outermost tails of large shapes 1e-10); a share moves by at most that
  // times sd times the density, below 100/sd in these rows except near the infinite ends of J-shaped ones.
  const whole = QUANTILES.filter(
    ({ spec, low, high }) => low === -Infinity && high === Infinity && spec.kind,
  );
  it.each(whole.map((row) => [name(row), row] as const))('%s', (_, row) => {
    SHARES.forEach((share, i) => {
      const x = row.quantiles[i] as number;
      // A U-shaped beta's upper quantiles round to 1, of which there is nothing to learn.
      if (row.spec.kind !== 'beta' || x < 1) expect(cumulative(row.spec, x) / share).toBeCloseTo(1, 8);
    });
  });

  it('beta(2, 3) is the polynomial 6x² − 8x³ + 3x⁴, gamma of shape 2 is 1 − (1 + x/θ)e^(−x/θ)', () => {
    for (let x = 0.05; x < 1; x += 0.05) {
      const polynomial = x * x * (6 - 8 * x + 3 * x * x);
      expect(cumulative({ kind: 'beta', alpha: 2, beta: 3 }, x)).toBeCloseTo(polynomial, 13);
      const erlang = 1 - (1 + 2 * x) * Math.exp(-2 * x);
      expect(cumulative({ kind: 'gamma', mean: 1, sd: Math.SQRT1_2 }, x)).toBeCloseTo(erlang, 13);
    }
  });

  it('masses in far tails keep their precision', () => {
    const normal = { kind: 'normal', mean: 0, sd: 1 } as const;
    // Φ(−10) and Φ(−11) to 17 digits (mpmath 1.3).
    const truth = 7.619853024160527e-24 - 1.9106595744986622e-28;
    expect(massWithin(normal, 10, 11) / truth).toBeCloseTo(1, 13);
    expect(massWithin(normal, -11, -10) / truth).toBeCloseTo(1, 13);
    const beta = { kind: 'beta', alpha: 1, beta: 5 } as const;
    expect(massWithin(beta, 0.999, 1) / 1e-15).toBeCloseTo(1, 11);
  });

  it('a choice has the share of its weights in the range', () => {
    const choice = { kind: 'choice', values: [1, 2, 5], weights: [1, 2, 5] } as const;
    expect(massWithin(choice, 2, 5)).toBe(7 / 8);
    expect(cumulative(choice, 2)).toBe(3 / 8);
  });
});
