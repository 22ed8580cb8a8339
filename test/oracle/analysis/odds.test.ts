// Proves that intervals of odds with the same luck cover the truth, by exact enumeration, and are Woolf's where nothing pairs.
import { describe, expect, it } from 'vitest';
import {
  equalValuesMean,
  logOddsPerUnit,
  type PairedCounts,
  pairedLogOdds,
  pairedOddsRatio,
} from '../../../src/analysis/index.ts';

const table = (both: number, first: number, second: number, neither: number): PairedCounts => ({
  both,
  first,
  second,
  neither,
});

const PAIRS = 60;

/** Logarithms of 0!, 1!, … PAIRS!. */
const LOG_FACTORIALS = Array.from({ length: PAIRS + 1 }, () => 0);
for (let i = 1; i <= PAIRS; i += 1) LOG_FACTORIALS[i] = LOG_FACTORIALS[i - 1]! + Math.log(i);

/** Multinomial probability of a table of PAIRS pairs. */
function chanceOf(counts: readonly number[], chances: readonly number[]): number {
  const terms = counts.map((count, i) => count * Math.log(chances[i]!) - LOG_FACTORIALS[count]!);
  return Math.exp(terms.reduce((sum, term) => sum + term, LOG_FACTORIALS[PAIRS]!));
}

/** Chance that the interval, narrowed to a part of itself, covers the truth: summed over all tables, not simulated. */
function coverage(chances: readonly [number, number, number, number], level: number, narrowed = 1): number {
  const [a, b, c, d] = chances;
  const truth = Math.log(((a + b) * (b + d)) / ((c + d) * (a + c)));
  let covered = 0;
  for (let both = 0; both <= PAIRS; both += 1) {
    for (let first = 0; first <= PAIRS - both; first += 1) {
      for (let second = 0; second <= PAIRS - both - first; second += 1) {
        const neither = PAIRS - both - first - second;
        const { value, low, high } = pairedLogOdds(table(both, first, second, neither), level);
        const from = value - narrowed * (value - low);
        const to = value + narrowed * (high - value);
        if (from <= truth && truth <= to) covered += chanceOf([both, first, second, neither], chances);
      }
    }
  }
  return covered;
}

describe('coverage of the log-odds ratio with the same luck', () => {
  // From the fourth on: nearly all pairs agree; an outcome that is rare on both sides, or hardly ever comes on one.
  it.each([
    [[0.3, 0.2, 0.1, 0.4]],
    [[0.45, 0.1, 0.05, 0.4]],
    [[0.25, 0.25, 0.25, 0.25]],
    [[0.6, 0.02, 0.01, 0.37]],
    [[0.02, 0.03, 0.01, 0.94]],
    [[0.0005, 0.03, 0.0005, 0.969]],
    [[0.57, 0.05, 0.0005, 0.3795]],
  ] as const)('%s', (chances) => {
    expect(coverage(chances, 0.95)).toBeGreaterThan(0.945);
    expect(coverage(chances, 0.99)).toBeGreaterThan(0.987);
  });

  it('is not reached by an interval of four fifths of the width', () => {
    expect(coverage([0.3, 0.2, 0.1, 0.4], 0.95, 0.8)).toBeLessThan(0.945);
    expect(coverage([0.3, 0.2, 0.1, 0.4], 0.99, 0.8)).toBeLessThan(0.987);
  });
});

describe('the interval', () => {
  it("is Woolf's where the sides have nothing in common (Woolf 1955)", () => {
    // 99.5 · 99.5 = 49.5 · 200 + 0.25: as near to independence as whole counts come.
    const { value, low } = pairedLogOdds(table(99, 49, 200, 99));
    const [x, y, u, v] = [149, 300, 300, 149];
    const woolf = Math.sqrt(1 / x + 1 / y + 1 / u + 1 / v);
    expect(value).toBeCloseTo(Math.log((x * v) / (y * u)), 12);
    expect((value - low) / (1.959963984540054 * woolf)).toBeCloseTo(1, 2);
  });

  it('is narrower where pairs agree, and turns round with the sides', () => {
    const apart = pairedLogOdds(table(30, 20, 10, 40));
    const close = pairedLogOdds(table(39, 11, 1, 49));
    expect(close.value).toBeCloseTo(apart.value, 12);
    expect(close.high - close.low).toBeLessThan(0.7 * (apart.high - apart.low));
    const turned = pairedLogOdds(table(30, 10, 20, 40));
    expect([-turned.value, -turned.high, -turned.low].map((x) => x.toFixed(9))).toEqual(
      [apart.value, apart.low, apart.high].map((x) => x.toFixed(9)),
    );
  });

  it.each([
    ['hardly ever on the first side', table(0, 9, 17, 83), -Infinity, 'high'],
    ['nearly always on the first side', table(60, 40, 9, 0), Infinity, 'low'],
    ['hardly ever on the second side', table(0, 17, 9, 83), Infinity, 'low'],
    ['nearly always on the second side', table(60, 9, 40, 0), -Infinity, 'high'],
  ] as const)('%s: one end is unknown', (_, counts, open, known) => {
    const found = pairedLogOdds(counts);
    expect(found[known === 'high' ? 'low' : 'high']).toBe(open);
    expect(Number.isFinite(found[known])).toBe(true);
  });

  it('of the ratio and per unit are made of it', () => {
    const counts = table(30, 20, 10, 40);
    const { value, low, high } = pairedLogOdds(counts);
    const ratio = pairedOddsRatio(counts);
    for (const [found, log] of [
      [ratio.value, value],
      [ratio.low, low],
      [ratio.high, high],
    ] as const) {
      expect(found).toBeCloseTo(Math.exp(log), 12);
    }
    // The parameter falls by half a unit from the first side to the second, where the odds are lower.
    const slope = logOddsPerUnit(counts, -0.5);
    expect([slope.value, slope.low, slope.high]).toEqual([2 * value, 2 * low, 2 * high]);
    expect(logOddsPerUnit(counts, 0.5)).toMatchObject({ value: -2 * value, low: -2 * high, high: -2 * low });
  });

  it('without pairs tells nothing', () => {
    const nothing = table(0, 0, 0, 0);
    expect(pairedLogOdds(nothing)).toMatchObject({ value: NaN, low: -Infinity, high: Infinity, n: 0 });
    expect(pairedOddsRatio(nothing)).toMatchObject({ value: NaN, low: 0, high: Infinity });
  });
});

describe('equal values', () => {
  it('allow for three runs in n that differ (Hanley and Lippman-Hand 1983)', () => {
    const { low, high, n } = equalValuesMean(0, 1_000)!;
    expect([high * 1_000, -low * 1_000].map((runs) => runs.toFixed(1))).toEqual(['3.0', '3.0']);
    expect(n).toBe(1_000);
  });

  it('are less sure the larger they are, and the fewer', () => {
    const width = (value: number, n: number): number => {
      const { low, high } = equalValuesMean(value, n)!;
      return high - low;
    };
    expect(width(-40, 100)).toBeCloseTo(40 * width(1, 100), 12);
    expect(width(1, 1)).toBeCloseTo(2 * 0.95, 12);
    expect(equalValuesMean(1, 0)).toBeNull();
  });
});
