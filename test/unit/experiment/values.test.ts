/** Proves that values are kept exactly up to a million and to 0.1 % beyond. */
import { expect, test } from 'vitest';
import { openValues } from '../../../src/experiment/promises/values.ts';

test('values come back by rank', () => {
  const values = openValues();
  for (let i = 0; i < 10_000; i += 1) values.add((i * 7_919) % 10_000);
  const valueAt = values.byRank();
  expect(values.count()).toBe(10_000);
  expect([0, 1, 5_000, 9_999].map(valueAt)).toEqual([0, 1, 5_000, 9_999]);
});

test('beyond a million a sketch stands in', () => {
  const values = openValues();
  for (let i = 1; i <= 1_000_000; i += 1) values.add(i);
  expect(values.byRank()(499_999)).toBe(500_000);
  for (let i = 1_000_001; i <= 1_200_000; i += 1) values.add(i);
  const valueAt = values.byRank();
  expect(values.count()).toBe(1_200_000);
  expect([0, 1_199_999].map(valueAt)).toEqual([1, 1_200_000]);
  for (const rank of [99_999, 599_999, 1_099_999]) {
    expect(Math.abs(valueAt(rank) / (rank + 1) - 1)).toBeLessThanOrEqual(0.001);
  }
});
