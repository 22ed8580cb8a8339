// Proves that the orders in which clocks ring in a step have the chances of a race, down to the smallest.
import { describe, expect, it } from 'vitest';
import { exp } from '../../../../src/random/index.ts';
import { ringings } from '../../../../src/statechart/ways/ringing.ts';

const chanceOf = (risks: readonly number[], order: readonly number[]): number =>
  ringings(risks).find((one) => one.order.join() === order.join())!.probability;

describe('ringings', () => {
  it.each([[[0.3, 0.1]], [[2, 2, 2]], [[1e-9, 5, 0.7, 0]], [[400, 3]], [[900]], [[0.1, 0.2, 0.3, 0.4, 0.5]]])(
    'of %j add up to 1',
    (risks) => {
      const total = ringings(risks).reduce((sum, { probability }) => sum + probability, 0);
      expect(Math.abs(total - 1)).toBeLessThan(1e-13);
    },
  );

  it('of two clocks are the closed form: a/(a + b)·(1 − e^−(a+b)) − e^−b·(1 − e^−a) for the first before the second', () => {
    const [a, b] = [0.7, 1.9];
    const both = (a / (a + b)) * (1 - exp(-a - b)) - exp(-b) * (1 - exp(-a));
    expect(chanceOf([a, b], [0, 1])).toBeCloseTo(both, 14);
    expect(chanceOf([a, b], [0])).toBeCloseTo(exp(-b) * (1 - exp(-a)), 14);
    expect(chanceOf([a, b], [])).toBeCloseTo(exp(-a - b), 15);
    // Spoiled: as if the order were settled by a coin of the rates alone.
    expect(chanceOf([a, b], [0, 1])).not.toBeCloseTo((a / (a + b)) * (1 - exp(-a)) * (1 - exp(-b)), 3);
  });

  it('keep their precision where they are tiny: k equal clocks in one order, rᵏ/k!', () => {
    expect(chanceOf([1e-5, 1e-5, 1e-5], [2, 0, 1]) / (1e-15 / 6)).toBeCloseTo(1, 4);
    expect(chanceOf([1e-12, 1e-12], [0, 1]) / 5e-25).toBeCloseTo(1, 9);
  });

  it('begin with the clocks of infinite risk, in the order of the list', () => {
    const found = ringings([0.5, Infinity, 0, Infinity]);
    expect(found.map(({ order }) => order)).toEqual([
      [1, 3],
      [1, 3, 0],
    ]);
    expect(found[1]!.probability).toBeCloseTo(1 - exp(-0.5), 14);
  });
});
