/** Lists of numbers held against exact ones. */
import { expect } from 'vitest';

/** Each of the first entries of `found` is the exact one, to `digits` behind the point. */
export function expectClose(found: ArrayLike<number>, exact: readonly number[], digits: number): void {
  expect(Array.from(found).slice(0, exact.length)).toEqual(
    exact.map((value) => expect.closeTo(value, digits)),
  );
}

/** Each of the first entries of `found` is the exact one, give or take less than `most`. */
export function expectWithin(found: ArrayLike<number>, exact: readonly number[], most: number): void {
  exact.forEach((value, i) => {
    expect(Math.abs((found[i] as number) - value)).toBeLessThan(most);
  });
}
