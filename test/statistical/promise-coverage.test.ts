/**
 * Proves that the intervals by which promises are judged cover exact truths as often as they should, through the engine
 * and over many seeds: of a share within a time, of runs that are selected, of odds and of log-odds with the same luck.
 *
 * The truths are derived in the heads of the files. A first look is taken at 99.5 %; over SEEDS seeds the intervals may
 * miss MOST_MISSED times, which honest ones exceed with a chance of 1 in 3,600 each (Poisson with mean 2.5).
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Estimate } from '../../src/analysis/index.ts';
import { checkPromises } from '../../src/experiment/index.ts';
import { fromFile, ownThread } from '../unit/experiment/world.ts';

const SEEDS = 500;
const RUNS = 400;
const MOST_MISSED = 9;

const TRUTHS = [
  ['closeness.yaml', 'close', 0.3646868],
  ['closeness.yaml', 'close_of_those', 0.4296358],
  ['effects.yaml', 'share_of_the_fast', 0.7768698],
  ['effects.yaml', 'per_strength', 1.4141325],
  ['effects.yaml', 'standing', -2.0279757],
  ['effects.yaml', 'fast_over_slow', 5.3670031],
  ['effects.yaml', 'strong_over_weak', 4.1129169],
] as const;

/** By file and promise: an estimate a seed. */
const found = new Map<string, Estimate[]>();

beforeAll(async () => {
  const pool = ownThread();
  for (const file of new Set(TRUTHS.map(([name]) => name))) {
    const scenario = fromFile(`scenarios/exact/${file}`);
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const options = { seed: `${seed}`, named: file, firstLook: RUNS, limit: RUNS };
      for (const { name, estimate } of (await checkPromises(scenario, pool, options)).verdicts) {
        if (estimate !== null)
          found.set(`${file} ${name}`, [...(found.get(`${file} ${name}`) ?? []), estimate]);
      }
    }
  }
  await pool.close();
}, 120_000);

describe.each(TRUTHS)('%s %s', (file, name, truth) => {
  /** Seeds whose interval, narrowed to a part of itself, does not cover the truth. */
  const missed = (narrowed: number): number =>
    found.get(`${file} ${name}`)!.filter(({ value, low, high }) => {
      const from = value - narrowed * (value - low);
      const to = value + narrowed * (high - value);
      return truth < from || truth > to;
    }).length;

  test('the truth is covered', () => {
    expect(found.get(`${file} ${name}`)).toHaveLength(SEEDS);
    expect(missed(1)).toBeLessThanOrEqual(MOST_MISSED);
  });

  test('an interval of two thirds of the width is found out', () => {
    expect(missed(2 / 3)).toBeGreaterThan(MOST_MISSED);
  });
});
