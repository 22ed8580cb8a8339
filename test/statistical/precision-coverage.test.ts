// Proves that intervals still hold what they promise when runs go on until they are narrow: stopping on precision looks
// at the data, and peeking can lower coverage. What is simulated here is published in docs/methods.md.
import { describe, expect, it } from 'vitest';
import { nextLook } from '../../src/analysis/precision.ts';
import { wilson } from '../../src/analysis/wilson.ts';
import { FIRST_LOOK } from '../../src/experiment/precision.ts';
import { generator } from '../helpers/generator.ts';

const REPEATS = 10_000;

/** Shares of hits at every look of one repetition, until the rule stops. */
function stopped(draw: () => number, share: number, half: number, next: typeof nextLook) {
  let [runs, count] = [0, 0];
  let target: number | null = FIRST_LOOK;
  while (target !== null) {
    for (; runs < target; runs += 1) if (draw() < share) count += 1;
    target = next([{ count, n: runs, half }], runs);
  }
  return wilson(count, runs);
}

function coverage(share: number, half: number, next: typeof nextLook = nextLook): number {
  const draw = generator(Math.round(1000 * share));
  let held = 0;
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const { low, high } = stopped(draw, share, half, next);
    if (low <= share && share <= high) held += 1;
  }
  return held / REPEATS;
}

// The standard error of a coverage near 0.95 over 10,000 repetitions is 0.0022. Wilson's own coverage at a fixed number of
// runs wanders by about 0.01 around 0.95 for these shares (Brown, Cai and DasGupta 2001), so 0.015 below it is a loss that
// stopping made: chance alone reaches that in less than one of a million.
describe('coverage of a 95 % interval whose width decided the number of runs', () => {
  for (const share of [0.02, 0.1, 0.5]) {
    it(`share ${share}, ±2 of 100: at least 93.5 %`, () => {
      expect(coverage(share, 0.02)).toBeGreaterThan(0.935);
    });
  }

  it('a rule that goes on until the interval says what it hoped for is caught', () => {
    const hopeful: typeof nextLook = ([one], runs) => {
      const { low, high } = wilson(one!.count, one!.n);
      return low <= 0.1 && 0.1 <= high && runs < 5_000 ? runs + 500 : null;
    };
    expect(coverage(0.1, 0.02, hopeful)).toBeLessThan(0.9);
  });
});
