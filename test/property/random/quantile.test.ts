// Proves for any distribution and range: draws rise with u, stay inside, and their distribution function gives u back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaFromMean,
  cumulative,
  type DistributionSpec,
  massWithin,
  quantile,
  quantileMap,
} from '../../../src/random/index.ts';

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const positive = between(0.01, 100);

const centred = fc
  .tuple(between(-100, 100), positive, between(0, 1))
  .map(([low, width, part]) => ({ low, mode: low + part * width, high: low + width }));

const distribution: fc.Arbitrary<DistributionSpec> = fc.oneof(
  centred.map(({ low, high }) => ({ kind: 'uniform' as const, low, high })),
  centred.map((shape) => ({ kind: 'triangular' as const, ...shape })),
  centred.map((shape) => ({ kind: 'pert' as const, ...shape })),
  fc.record({ kind: fc.constant('normal' as const), mean: between(-100, 100), sd: positive }),
  fc.record({ kind: fc.constant('lognormal' as const), median: positive, sigma: between(0.01, 3) }),
  fc.record({ kind: fc.constant('beta' as const), alpha: between(0.05, 500), beta: between(0.05, 500) }),
  fc.record({ kind: fc.constant('exponential' as const), mean: positive }),
  fc
    .tuple(positive, between(0.01, 5))
    .map(([mean, part]) => ({ kind: 'gamma' as const, mean, sd: part * mean })),
  fc.record({ kind: fc.constant('weibull' as const), shape: between(0.3, 10), scale: positive }),
);

/** A distribution and a range that holds some of it, from its own quantiles; either end may be open. */
const truncated = fc
  .tuple(distribution, between(0.001, 0.5), between(0.51, 0.999), fc.boolean(), fc.boolean())
  .map(([spec, from, to, openLow, openHigh]) => {
    const whole = quantileMap(spec, -Infinity, Infinity);
    const low = openLow ? -Infinity : quantile(whole, from);
    const high = openHigh ? Infinity : quantile(whole, to);
    return { spec, low, high };
  })
  .filter(({ spec, low, high }) => low < high && massWithin(spec, low, high) > 1e-6);

const share = fc.oneof(between(1e-12, 1 - 1e-12), between(1e-12, 1e-3), between(0.999, 1 - 1e-12));

describe('any quantile map', () => {
  it('rises with u, but for the last digits', () => {
    fc.assert(
      fc.property(
        truncated,
        fc.array(share, { minLength: 20, maxLength: 50 }),
        ({ spec, low, high }, shares) => {
          const map = quantileMap(spec, low, high);
          const values = [...shares].sort((a, b) => a - b).map((u) => quantile(map, u));
          values.forEach((x, i) => {
            const before = values[i - 1] ?? -Infinity;
            // Roundings of a cubic's terms are a few units of the larger node.
            const slack = 8 * 2 ** -52 * Math.max(Math.abs(x), Math.abs(before));
            expect(x >= before - (i === 0 ? 0 : slack)).toBe(true);
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('stays in its range, also at the extreme uniforms', () => {
    fc.assert(
      fc.property(truncated, share, ({ spec, low, high }, u) => {
        const map = quantileMap(spec, low, high);
        for (const at of [u, 2 ** -53, 1 - 2 ** -53]) {
          const x = quantile(map, at);
          expect(Number.isFinite(x) && x >= low && x <= high).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is undone by the distribution function: the share of the range below the value is u', () => {
    fc.assert(
      fc.property(truncated, share, ({ spec, low, high }, u) => {
        const x = quantile(quantileMap(spec, low, high), u);
        const mass = massWithin(spec, low, high);
        const below = massWithin(spec, low, x) / mass;
        // Tables err by up to 5e-8 sd; x itself cannot be told from its neighbours (a U-shape piles up at its ends).
        const step = 2 ** -50 * Math.abs(x) + 1e-300;
        const around = massWithin(spec, x - step, x + step) / mass;
        expect(Math.abs(below - u)).toBeLessThan(2e-6 + around);
      }),
      { numRuns: 200 },
    );
  });
});

describe('shares', () => {
  it('of neighbouring ranges add up, and the distribution function rises', () => {
    fc.assert(
      fc.property(truncated, between(0, 1), ({ spec, low, high }, part) => {
        const from = low === -Infinity ? -1000 : low;
        const to = high === Infinity ? 1000 : high;
        const middle = from + part * (to - from);
        const sum = massWithin(spec, low, middle) + massWithin(spec, middle, high);
        expect(Math.abs(sum - massWithin(spec, low, high))).toBeLessThan(1e-11);
        expect(cumulative(spec, middle)).toBeLessThanOrEqual(cumulative(spec, to) + 1e-12);
      }),
      { numRuns: 100 },
    );
  });
});

describe('betaFromMean', () => {
  it('gives back mean and sd, or null just where no beta has them', () => {
    fc.assert(
      fc.property(between(0.001, 0.999), between(0.001, 0.6), (mean, sd) => {
        const found = betaFromMean(mean, sd);
        if (found === null) return sd * sd >= mean * (1 - mean) * (1 - 1e-12);
        const sum = found.alpha + found.beta;
        const variance = (found.alpha * found.beta) / (sum * sum * (sum + 1));
        return Math.abs(found.alpha / sum - mean) < 1e-9 && Math.abs(Math.sqrt(variance) / sd - 1) < 1e-9;
      }),
    );
  });
});
