/** Proves when an interval settles a promise: inside, outside, across; and how claims combine. */
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../../src/analysis/index.ts';
import { contrastStanding, standingOf, together } from '../../../src/experiment/promises/standing.ts';

const interval = (low: number, high: number): Estimate => ({
  value: (low + high) / 2,
  low,
  high,
  level: 0.99,
  n: 100,
  method: 't',
});

const between = { kind: 'between', low: 0.2, high: 0.4 } as const;
const atLeast = { kind: 'between', low: 0.2, high: Infinity } as const;
const equals = { kind: 'equals', value: 0.3, within: 0.01 } as const;

describe('one interval', () => {
  test.each([
    [between, 0.25, 0.35, 'holds'],
    [between, 0.2, 0.4, 'holds'],
    [between, 0.15, 0.35, 'open'],
    [between, 0.1, 0.5, 'open'],
    [between, 0.41, 0.5, 'fails'],
    [between, 0.1, 0.19, 'fails'],
    [atLeast, 0.21, 0.9, 'holds'],
    [atLeast, 0.1, 0.19, 'fails'],
    [atLeast, -Infinity, Infinity, 'open'],
    [equals, 0.295, 0.309, 'holds'],
    [equals, 0.28, 0.31, 'open'],
    [equals, 0.301, 0.302, 'fails'],
    // A mean of equal values has an interval without width, and the rounding of a sum.
    [equals, 0.1 + 0.2, 0.1 + 0.2, 'holds'],
  ] as const)('%o: %s to %s %s', (bound, low, high, standing) => {
    expect(standingOf(interval(low, high), bound)).toBe(standing);
  });

  test('without a value nothing is settled', () => {
    expect(standingOf(null, between)).toBe('open');
    expect(standingOf({ ...interval(0, 1), value: Number.NaN }, { kind: 'between', low: 0, high: 1 })).toBe(
      'open',
    );
  });
});

test.each([
  [0.01, 0.02, 'more', 'holds'],
  [0.01, 0.02, 'less', 'fails'],
  [-0.02, -0.01, 'less', 'holds'],
  [-0.02, -0.01, 'more', 'fails'],
  [-0.01, 0.01, 'more', 'open'],
  [0, 0.01, 'more', 'open'],
] as const)('a contrast of %s to %s, %s likely: %s', (low, high, direction, standing) => {
  expect(contrastStanding(interval(low, high), direction)).toBe(standing);
});

test.each([
  [[], 'open'],
  [['holds', 'holds'], 'holds'],
  [['holds', 'open'], 'open'],
  [['open', 'fails'], 'fails'],
] as const)('%j together: %s', (standings, standing) => {
  expect(together(standings)).toBe(standing);
});
