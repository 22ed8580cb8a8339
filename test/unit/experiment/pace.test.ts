/** Proves that pictures come at most 20 times a second, and take at most an eighth of the time. */
import { expect, test } from 'vitest';
import { createPace } from '../../../src/experiment/pace.ts';

/** Pictures that take `costMs`, tried every millisecond for a second. */
function picturesInOneSecond(costMs: number): number {
  let time = 0;
  let made = 0;
  const pace = createPace(() => time);
  for (; time < 1_000; time += 1) {
    if (!pace.isTime()) continue;
    pace.timed(() => {
      made += 1;
      time += costMs;
    });
  }
  return made;
}

test.each([
  // Free of cost: every 50 ms, the first after 50 ms.
  [0, 19],
  // 40 ms each: one every 320 ms, at 50, 370 and 690.
  [40, 3],
])('pictures of %s ms: %s in a second', (cost, pictures) => {
  expect(picturesInOneSecond(cost)).toBe(pictures);
});
