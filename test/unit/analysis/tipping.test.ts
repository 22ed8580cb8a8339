// Proves that changes of lead and steepest stretches are found where curves known in closed form have them.
import { expect, test } from 'vitest';
import { leadsOf, steepestOf } from '../../../src/analysis/tipping.ts';

const estimate = (value: number, half = 0.01) => ({
  value,
  low: value - half,
  high: value + half,
  level: 0.95,
  n: 1_000,
  method: 'wilson' as const,
});
const places = Array.from({ length: 21 }, (_, i) => i / 20);
const curve = (of: (x: number) => number) => places.map((x) => estimate(of(x)));

test('two straight lines change the lead exactly where they cross', () => {
  const leads = leadsOf(places, [curve((x) => 0.9 - 0.8 * x), curve((x) => 0.1 + 0.6 * x)]);
  expect(leads.map(({ curve: who }) => who)).toEqual([0, 1]);
  // 0.9 − 0.8x = 0.1 + 0.6x at x = 4/7.
  expect(leads[1]?.from).toBeCloseTo(4 / 7, 12);
  expect(leads[0]).toMatchObject({ from: 0, to: leads[1]?.from });
  expect(leads[1]?.to).toBe(1);
});

test('who leads all along is one stretch; equals leave the lead where it was', () => {
  expect(leadsOf(places, [curve(() => 0.4), curve(() => 0.4)])).toEqual([{ curve: 0, from: 0, to: 1 }]);
});

test('a logistic curve is steepest at its centre', () => {
  const logistic = curve((x) => 1 / (1 + Math.exp(-40 * (x - 0.55))));
  const steepest = steepestOf(places, logistic);
  expect(steepest?.at).toBeCloseTo(0.55, 1);
  expect(steepest?.part).toBeGreaterThan(0.8);
});

test('a straight line is steep nowhere, a flat one has nothing to say', () => {
  expect(
    steepestOf(
      places,
      curve((x) => 0.2 + 0.5 * x),
    )?.part,
  ).toBeCloseTo(3 / 20, 12);
  expect(
    steepestOf(
      places,
      curve((x) => 0.5 + 0.005 * x),
    ),
  ).toBeNull();
});
