// Proves that runs for a Wilson interval are those of Piegorsch (2004), and that a rule looks again only where it must.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidth, nextLook, runsForScore } from '../../../src/analysis/precision.ts';
import { wilson } from '../../../src/analysis/wilson.ts';

describe('half the width of Wilson’s interval', () => {
  it('is that of the interval, and a half without runs', () => {
    const { low, high } = wilson(81, 263);
    expect(halfWidth(81, 263)).toBeCloseTo((high - low) / 2, 15);
    expect(halfWidth(0, 0)).toBe(0.5);
  });
});

describe('runs for a score interval', () => {
  // By solving the half-width for n: at p = 1/2, h² = z²/(4(n + z²)), so n = z²/(4h²) − z².
  it('is the closed form at a share of one half: 381 for ±5 of 100, 9,600 for ±1', () => {
    expect(runsForScore(0.5, 0.05)).toBe(381);
    expect(runsForScore(0.5, 0.01)).toBe(9600);
  });

  it('is the first number of runs at which the interval is narrow enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.double({ min: 0.002, max: 0.3, noNaN: true }),
        (per, half) => {
          const share = per / 100;
          const runs = runsForScore(share, half);
          const at = (n: number): number => halfWidth(share * n, n);
          expect(at(runs)).toBeLessThanOrEqual(half * (1 + 1e-9));
          if (share > 0 && runs > 1) expect(at(runs - 1)).toBeGreaterThan(half * (1 - 1e-9));
        },
      ),
    );
  });
});

describe('the next look', () => {
  it('is none where every share is known as wanted', () => {
    expect(nextLook([{ count: 5000, n: 10_000, half: 0.02 }], 10_000)).toBeNull();
    expect(nextLook([], 500)).toBeNull();
  });

  it('goes where the worst share needs, at most four times as far, and never nowhere', () => {
    expect(nextLook([{ count: 50, n: 500, half: 0.02 }], 500)).toBe(runsForScore(0.1, 0.02));
    expect(nextLook([{ count: 250, n: 500, half: 0.001 }], 500)).toBe(2000);
    expect(nextLook([{ count: 250, n: 500, half: 0.0435 }], 500)).toBe(600);
  });

  it('expects faults to go on: half of the runs count, so twice as many are needed', () => {
    const { n, half } = { n: 500, half: 0.02 };
    expect(nextLook([{ count: 50, n, half }], 1000)).toBe(2 * runsForScore(0.1, 0.02));
    expect(nextLook([{ count: 0, n: 0, half }], 500)).toBe(2000);
  });
});
