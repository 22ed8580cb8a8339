/** Proves that values are found by rank as sorting finds them, and that every value is in the histogram once. */
import { describe, expect, test } from 'vitest';
import { orderedValues } from '../../../src/experiment/measure-values.ts';
import type { MeasureTally } from '../../../src/runner/index.ts';
import { generator } from '../../helpers/generator.ts';

const next = generator(1);
const many = (value: () => number): Float64Array => Float64Array.from({ length: 50_000 }, value);

const tallyOf = (values: Float64Array): MeasureTally => ({
  count: values.length,
  missing: 0,
  mean: 0,
  variance: 0,
  low: values.reduce((low, value) => Math.min(low, value), Infinity),
  high: values.reduce((high, value) => Math.max(high, value), -Infinity),
  values,
  sketch: null,
});

describe.each([
  ['few values', Float64Array.from([3, 1, 2])],
  ['one value', Float64Array.from([-7])],
  ['a smooth spread', many(() => next() * next() - 0.3)],
  ['whole numbers', many(() => Math.floor(next() * 7))],
  ['many whole numbers', many(() => Math.floor(next() * 20_000))],
  ['all the same', many(() => 4.25)],
  ['one far away', many(() => next()).map((value, i) => (i === 77 ? 1e300 : value))],
  ['the whole range of doubles', many(() => (next() - 0.5) * Number.MAX_VALUE * 2)],
  ['a subnormal span', many(() => Math.floor(next() * 9) * Number.MIN_VALUE)],
])('%s', (_, list) => {
  const sorted = list.slice().sort();
  const { valueAt, histogram } = orderedValues(tallyOf(list));

  test('by rank', () => {
    const last = list.length - 1;
    const ranks = [0, 1, 2, Math.floor(last / 20), Math.floor(last / 2), last - 1, last];
    const inRange = ranks.map((rank) => Math.max(0, Math.min(rank, last)));
    expect(inRange.map(valueAt)).toEqual(inRange.map((rank) => sorted[rank]));
  });

  test('in bins', () => {
    expect(histogram!.counts.reduce((sum, count) => sum + count, 0)).toBe(list.length);
    expect(histogram!.counts.length).toBeLessThanOrEqual(20);
  });
});

test('few values have a bin each', () => {
  const { histogram } = orderedValues(tallyOf(Float64Array.from([0, 0.5, 0.5, 1, 1, 1, 2])));
  expect(histogram).toEqual({ low: -0.25, high: 2.25, counts: [1, 2, 3, 0, 1] });
});

test('equal bins are counted by hand', () => {
  const list = many(() => next() * next());
  const { low, high, counts } = orderedValues(tallyOf(list)).histogram!;
  const edge = low + (3 * (high - low)) / 20;
  expect(counts.slice(0, 3).reduce((sum, count) => sum + count, 0)).toBe(
    list.filter((value) => value < edge).length,
  );
});

test('without values there is no histogram', () => {
  expect(orderedValues(tallyOf(new Float64Array(0))).histogram).toBeNull();
});
