// Proves that looking again and again errs no more often than once, if each look pays for itself.
import { describe, expect, it } from 'vitest';
import { confidenceAtLook, wilson } from '../../../src/analysis/index.ts';
import { seedKey, uniformAt } from '../../../src/random/index.ts';

const REPEATS = 1000;
const LOOKS = 7;
const FIRST = 50;

/** Share of experiments in which some look's interval misses the true share; runs double from look to look. */
function errs(levelAt: (look: number) => number, share: number): number {
  const key = seedKey('looks');
  let wrong = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    let count = 0;
    let missed = false;
    for (let run = 0, look = 1; look <= LOOKS; run++) {
      if (uniformAt(key, 0, repeat, run, 0) < share) count++;
      if (run + 1 < FIRST * 2 ** (look - 1)) continue;
      const { low, high } = wilson(count, run + 1, levelAt(look));
      missed ||= share < low || share > high;
      look++;
    }
    if (missed) wrong++;
  }
  return wrong / REPEATS;
}

describe('confidenceAtLook', () => {
  it('spends half of what is left of the error at each look', () => {
    expect(confidenceAtLook(0.99, 1)).toBeCloseTo(0.995, 15);
    expect(confidenceAtLook(0.99, 2)).toBeCloseTo(0.9975, 15);
    const spent = Array.from({ length: 30 }, (_, i) => 1 - confidenceAtLook(0.95, i + 1));
    expect(spent.reduce((sum, error) => sum + error, 0)).toBeLessThanOrEqual(0.05);
  });

  // An error of 5 % in 1000 repeats has the standard error 0.7 %: four of them above is a false alarm of 3e-5.
  it('keeps seven looks together at the level, where uncorrected looks miss it by far', () => {
    expect(errs((look) => confidenceAtLook(0.95, look), 0.3)).toBeLessThan(0.05 + 0.028);
    expect(errs(() => 0.95, 0.3)).toBeGreaterThan(0.12);
  });
});
