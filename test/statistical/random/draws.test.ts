// Proves that addressed draws through the quantile maps follow their distributions and the copula its correlations.
import { describe, expect, it } from 'vitest';
import {
  type ContinuousSpec,
  choleskyOf,
  normalCdf,
  normalQuantile,
  quantile,
  quantileMap,
  seedKey,
  siteOf,
  uniformAt,
} from '../../../src/random/index.ts';
import { massBetween, tailsOf } from '../../../src/random/tails.ts';

const COUNT = 1 << 14;
const CELLS = 64;
const key = seedKey('draws');

/** chi2.isf(1e-7, 63), scipy 1.17: twelve checks err with a chance of about 1e-6. */
const HIGH = 139.5;

const RANGES: readonly (readonly [ContinuousSpec, number, number])[] = [
  [{ kind: 'uniform', low: 0, high: 10 }, 2, 7],
  [{ kind: 'triangular', low: 0, mode: 2, high: 10 }, 1, 9],
  [{ kind: 'pert', low: 0, mode: 2, high: 10 }, -Infinity, 6],
  [{ kind: 'normal', mean: 5, sd: 2 }, 4, Infinity],
  [{ kind: 'lognormal', median: 5, sigma: 0.8 }, 1, 20],
  [{ kind: 'beta', alpha: 5.8, beta: 3.867 }, 0.3, 0.9],
  [{ kind: 'beta', alpha: 0.6, beta: 0.8 }, 0, 1],
  [{ kind: 'exponential', mean: 5 }, 1, Infinity],
  [{ kind: 'gamma', mean: 5, sd: 3 }, -Infinity, Infinity],
  [{ kind: 'weibull', shape: 1.5, scale: 5 }, -Infinity, 9],
];

/** Chi-square of the shares that a distribution function gives to draws. */
function misfit(draw: (run: number) => number, shareBelow: (x: number) => number): number {
  const counts = new Float64Array(CELLS);
  for (let run = 0; run < COUNT; run++) {
    const cell = Math.floor(shareBelow(draw(run)) * CELLS);
    counts[cell < CELLS ? cell : CELLS - 1]! += 1;
  }
  const expected = COUNT / CELLS;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Share of the range below a value. */
function shareWithin(spec: ContinuousSpec, low: number, high: number): (x: number) => number {
  const tails = tailsOf(spec);
  const base = tails(low).below;
  const mass = massBetween(tails(low), tails(high));
  return (x) => (tails(x).below - base) / mass;
}

describe('draws follow their distributions', () => {
  it.each(RANGES)('%j in [%d, %d]', (spec, low, high) => {
    const map = quantileMap(spec, low, high);
    const site = siteOf(`parameters/${spec.kind}`);
    const shareBelow = shareWithin(spec, low, high);
    const draw = (run: number): number => quantile(map, uniformAt(key, 0, site, run, 0));
    expect(misfit(draw, shareBelow)).toBeLessThan(HIGH);
    // A twentieth too large, and a truncation by clipping to the middle half: both are found.
    expect(misfit((run) => draw(run) * 1.05, shareBelow)).toBeGreaterThan(HIGH);
    const [lower, upper] = [quantile(map, 0.25), quantile(map, 0.75)];
    expect(misfit((run) => Math.min(upper, Math.max(lower, draw(run))), shareBelow)).toBeGreaterThan(HIGH);
  });

  it('a choice takes its options as often as their weights say', () => {
    const map = quantileMap({ kind: 'choice', values: [0, 1, 2], weights: [0.5, 0.3, 0.2] }, 0, 2);
    const counts = [0, 0, 0];
    for (let run = 0; run < COUNT; run++) counts[quantile(map, uniformAt(key, 0, 5, run, 0))]! += 1;
    // Five and a half standard errors: 1e-7 for all three.
    [0.5, 0.3, 0.2].forEach((share, i) => {
      expect(Math.abs(counts[i]! / COUNT - share)).toBeLessThan(
        5.5 * Math.sqrt((share * (1 - share)) / COUNT),
      );
      expect(Math.abs(counts[i]! / COUNT - share * 1.1)).toBeGreaterThan(0.01);
    });
  });
});

describe('a Gaussian copula', () => {
  const rank = 0.6;
  const factor = choleskyOf([
    [1, rank],
    [rank, 1],
  ])!;

  /** Spearman's ρ of uniform margins is 12·E[uv] − 3. */
  function spearman(rows: readonly (readonly number[])[]): number {
    let sum = 0;
    for (let run = 0; run < COUNT; run++) {
      const z = [0, 1].map((site) => normalQuantile(uniformAt(key, 0, site, run, 0)));
      const [u, v] = rows.map((row) => normalCdf(row[0]! * z[0]! + row[1]! * z[1]!));
      sum += u! * v!;
    }
    return (12 * sum) / COUNT - 3;
  }

  // 12uv has a standard deviation below 3.2 for uniform margins: standard error 0.025; four of them, 6e-5.
  const BOUND = (4 * 3.2) / Math.sqrt(COUNT);

  it('has the rank correlation asked for', () => {
    expect(Math.abs(spearman(factor) - rank)).toBeLessThan(BOUND);
  });

  it('one with twice the correlation short of it would be seen', () => {
    const other = choleskyOf([
      [1, rank / 2],
      [rank / 2, 1],
    ])!;
    expect(Math.abs(spearman(other) - rank)).toBeGreaterThan(BOUND);
  });
});
