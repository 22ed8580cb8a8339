/** Proves that places of the sorted order are found as sorting finds them. */
import { expect, test } from 'vitest';
import { byRank } from '../../../src/experiment/order-statistics.ts';
import { append, NO_VALUES } from '../../../src/runner/kept-values.ts';
import { generator } from '../../helpers/generator.ts';

const next = generator(1);
const many = (value: () => number): Float64Array => Float64Array.from({ length: 50_000 }, value);

test.each([
  ['few values', Float64Array.from([3, 1, 2])],
  ['a smooth spread', many(() => next() * next() - 0.3)],
  ['whole numbers', many(() => Math.floor(next() * 7))],
  ['all the same', many(() => 4.25)],
  ['one far away', many(() => next()).map((value, i) => (i === 77 ? 1e300 : value))],
  ['the whole range of doubles', many(() => (next() - 0.5) * Number.MAX_VALUE * 2)],
  ['a subnormal span', many(() => Math.floor(next() * 9) * Number.MIN_VALUE)],
])('%s', (_, list) => {
  const sorted = list.slice().sort();
  const places = [0, 1, 2, Math.floor(list.length / 20), Math.floor(list.length / 2), list.length - 1].map(
    (place) => Math.min(place, list.length - 1),
  );
  const ends = { low: sorted[0]!, high: sorted.at(-1)! };
  const valueAt = byRank(append(NO_VALUES, list), ends);
  expect(places.map(valueAt)).toEqual(places.map((place) => sorted[place]));
});
