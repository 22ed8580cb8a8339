// Proves that a number is written with no more digits than its error allows.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationText, errorText, grouped, rounded, stepFor } from '../../../../src/report/index.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567.4, '1,234,567'],
  [-1234, '−1,234'],
  [-0.2, '0'],
])('%d is grouped as %s', (value, wanted) => {
  expect(grouped(value)).toBe(wanted);
});

describe('stepFor', () => {
  test.each([
    [0.95, 1],
    [0.5, 1],
    [0.49, 0.1],
    [0.3, 0.1],
    [0.049, 0.01],
    [4.9, 1],
    [5, 10],
    [49, 10],
    [50, 100],
    [0, 0],
    [Number.NaN, 0],
  ])('an error of %d is rounded to steps of %d', (error, step) => {
    expect(stepFor(error)).toBeCloseTo(step, 12);
  });

  test('is the power of ten next below twice the error', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (error) => {
        const step = stepFor(error);
        expect(step).toBeLessThanOrEqual(2 * error * (1 + 1e-9));
        expect(step * 10).toBeGreaterThan(2 * error * (1 - 1e-9));
      }),
    );
  });
});

test.each([
  [1234.56, 1, '1,235'],
  [1234.56, 0.1, '1,234.6'],
  [1234.56, 10, '1,230'],
  [214_233, 1000, '214,000'],
  [0.999, 0.01, '1.00'],
  [-0.4, 1, '0'],
  [-0.004, 0.01, '0.00'],
  [-2.5, 0.1, '−2.5'],
  [3, 0, '3'],
  [1.23456, 0, '1.235'],
  [0.00001234, 0, '1.23e−5'],
  [1e20, 1, '1.00e20'],
  [Number.NaN, 1, '·'],
  [Number.POSITIVE_INFINITY, 1, '∞'],
])('%d to steps of %d is %s', (value, step, wanted) => {
  expect(rounded(value, step)).toBe(wanted);
});

test.each([
  [0.98, '1'],
  [0.31, '0.3'],
  [23, '20'],
  [9.7, '10'],
  [0.0956, '0.1'],
  [0, '0'],
])('an error of %d is written ±%s', (error, wanted) => {
  expect(errorText(error)).toBe(wanted);
});

test.each([
  [0, '0 s'],
  [6.2, '7 s'],
  [99, '99 s'],
  [100, '2 min'],
  [3600, '60 min'],
  [7800, '2 h 10 min'],
  [360_000, '4 days'],
])('%d seconds are %s', (seconds, wanted) => {
  expect(durationText(seconds)).toBe(wanted);
});
