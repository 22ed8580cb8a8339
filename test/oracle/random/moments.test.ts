// Proves that each distribution has the mean and the standard deviation of its closed form, whole and truncated.
import { describe, expect, it } from 'vitest';
import {
  betaFromMean,
  type DistributionSpec,
  gammaFromMean,
  normalCdf,
  quantile,
  quantileMap,
} from '../../../src/random/index.ts';

interface Case {
  readonly spec: DistributionSpec;
  readonly low?: number;
  readonly high?: number;
  readonly mean: number;
  readonly sd: number;
}

const PER_UNIT = 1000;

/**
 * Mean and sd by the trapezoidal rule on x(Φ(z))φ(z) over |z| ≤ 8.2, 1000 points a unit, none of them at the nodes of
 * a table. Smooth integrands converge exponentially; the kink of a triangle costs about 1e-7/12 of its width.
 */
function momentsOf(value: (u: number) => number): { mean: number; sd: number } {
  let weights = 0;
  let sum = 0;
  let squares = 0;
  for (let i = -8200; i <= 8200; i++) {
    const z = (i + 0.37) / PER_UNIT;
    const weight = Math.exp(-0.5 * z * z);
    const x = value(normalCdf(z));
    weights += weight;
    sum += weight * x;
    squares += weight * x * x;
  }
  const mean = sum / weights;
  return { mean, sd: Math.sqrt(squares / weights - mean * mean) };
}

const e = Math.exp;
const phi = (z: number): number => e((-z * z) / 2) / Math.sqrt(2 * Math.PI);
/** Γ(1 + 1/2) and Γ(1 + 2/2) make the moments of a Weibull of shape 2. */
const ROOT_PI = Math.sqrt(Math.PI);
/** Upper half of a standard normal, cut at 1: λ = φ(1)/Φ(−1). */
const MILLS = phi(1) / normalCdf(-1);

const CASES: readonly Case[] = [
  { spec: { kind: 'uniform', low: 2, high: 8 }, mean: 5, sd: Math.sqrt(3) },
  { spec: { kind: 'uniform', low: 2, high: 8 }, low: 0, high: 5, mean: 3.5, sd: Math.sqrt(0.75) },
  {
    spec: { kind: 'triangular', low: 1, mode: 2, high: 6 },
    mean: 3,
    sd: Math.sqrt((1 + 4 + 36 - 2 - 6 - 12) / 18),
  },
  { spec: { kind: 'pert', low: 0, mode: 2, high: 10 }, mean: 3, sd: Math.sqrt((3 * 7) / 7) },
  { spec: { kind: 'normal', mean: -3, sd: 2 }, mean: -3, sd: 2 },
  { spec: { kind: 'normal', mean: 0, sd: 1 }, low: 1, mean: MILLS, sd: Math.sqrt(1 + MILLS - MILLS * MILLS) },
  {
    spec: { kind: 'normal', mean: 0, sd: 1 },
    low: 0,
    mean: Math.sqrt(2 / Math.PI),
    sd: Math.sqrt(1 - 2 / Math.PI),
  },
  {
    spec: { kind: 'lognormal', median: 3, sigma: 0.5 },
    mean: 3 * e(0.125),
    sd: 3 * Math.sqrt(e(0.5) - e(0.25)),
  },
  { spec: { kind: 'beta', alpha: 2, beta: 5 }, mean: 2 / 7, sd: Math.sqrt(10 / (49 * 8)) },
  { spec: { kind: 'beta', alpha: 0.5, beta: 0.5 }, mean: 0.5, sd: Math.sqrt(1 / 8) },
  { spec: { kind: 'beta', alpha: 0.2, beta: 0.6 }, mean: 0.25, sd: Math.sqrt(0.1875 / 1.8) },
  { spec: { kind: 'beta', alpha: 4e8, beta: 6e8 }, mean: 0.4, sd: Math.sqrt(0.24 / (1e9 + 1)) },
  { spec: { kind: 'beta', alpha: 1, beta: 1 }, low: 0.2, high: 0.6, mean: 0.4, sd: 0.4 / Math.sqrt(12) },
  { spec: { kind: 'exponential', mean: 4 }, mean: 4, sd: 4 },
  { spec: { kind: 'exponential', mean: 4 }, low: 3, mean: 7, sd: 4 },
  {
    spec: { kind: 'exponential', mean: 1 },
    high: 1,
    mean: 1 - 1 / (e(1) - 1),
    sd: Math.sqrt(1 - e(1) / (e(1) - 1) ** 2),
  },
  { spec: { kind: 'gamma', mean: 6, sd: 2 }, mean: 6, sd: 2 },
  { spec: { kind: 'gamma', mean: 2, sd: 2 }, low: 1, mean: 3, sd: 2 },
  { spec: { kind: 'gamma', mean: 1, sd: 2 }, mean: 1, sd: 2 },
  {
    spec: { kind: 'weibull', shape: 2, scale: 3 },
    mean: (3 * ROOT_PI) / 2,
    sd: 3 * Math.sqrt(1 - Math.PI / 4),
  },
  { spec: { kind: 'weibull', shape: 0.5, scale: 3 }, mean: 6, sd: 3 * Math.sqrt(20) },
];

describe('moments against closed forms', () => {
  it.each(CASES.map((row) => [JSON.stringify(row.spec), row] as const))('%s', (_, row) => {
    const { spec, low = -Infinity, high = Infinity, mean, sd } = row;
    const map = quantileMap(spec, low, high);
    const found = momentsOf((u) => quantile(map, u));
    // The interpolation errs by up to 5e-8 sd; a mean or sd cannot err by more.
    expect(Math.abs(found.mean - mean) / sd).toBeLessThan(2e-7);
    // Variance from squares cancels (mean/sd)² of the digits: 1e-16 · 1e9 for the narrow beta.
    expect(Math.abs(found.sd / sd - 1)).toBeLessThan(2e-7 + 1e-15 * (mean / sd) ** 2);
    const spoiled = momentsOf((u) => quantile(map, u) + 0.05 * sd);
    expect(Math.abs(spoiled.mean - mean) / sd).toBeGreaterThan(2e-7);
  });

  it('a choice has the shares of its weights, in order', () => {
    const map = quantileMap({ kind: 'choice', values: [3, 1, 2], weights: [2, 5, 3] }, 0, 0);
    expect([0.0001, 0.1999, 0.2001, 0.6999, 0.7001, 0.9999].map((u) => quantile(map, u))).toEqual([
      3, 3, 1, 1, 2, 2,
    ]);
  });
});

describe('parameters from a mean and an sd', () => {
  it('a beta of mean 0.6 and sd 0.15 has alpha 5.8 and beta 3.8667', () => {
    const found = betaFromMean(0.6, 0.15);
    expect(found?.alpha).toBeCloseTo(5.8, 12);
    expect(found?.beta).toBeCloseTo(58 / 15, 12);
  });

  it.each([
    [0.5, 0.5],
    [0.5, 0.6],
    [0, 0.1],
    [1, 0.1],
    [-0.2, 0.1],
    [0.5, 0],
    [0.5, -0.1],
    [NaN, 0.1],
    [0.5, 1e-170],
  ])('no beta has mean %d and sd %d', (mean, sd) => {
    expect(betaFromMean(mean, sd)).toBeNull();
  });

  it('a gamma of mean 6 and sd 2 has shape 9 and scale 2/3; none has a mean or sd that is not positive', () => {
    expect(gammaFromMean(6, 2)).toEqual({ shape: 9, scale: 6 / 9 });
    expect(gammaFromMean(0, 1)).toBeNull();
    expect(gammaFromMean(1, 0)).toBeNull();
    expect(gammaFromMean(1, Infinity)).toBeNull();
    expect(gammaFromMean(NaN, 1)).toBeNull();
  });
});
