/**
 * Proves that the 95 % intervals of a simulation's result cover the truth as often as they should, over many seeds.
 *
 * Competing constant hazards of .3 and .1 a day over two days: the first strikes in .4130033 of runs, the second in
 * .1376678 (Kalbfleisch and Prentice 2002, chapter 8).
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { wilson } from '../../src/analysis/index.ts';
import { type OutcomeResult, simulate } from '../../src/experiment/index.ts';
import { fromFile, ownThread, requestOf } from '../unit/experiment/world.ts';

const SEEDS = 1_500;
const RUNS = 100;
const TRUTH = [0.4130033, 0.1376678];

/** Chance that Wilson's interval of RUNS runs covers p: it is known exactly, and is .95 only on average over p. */
function exactCoverage(p: number): number {
  let chance = (1 - p) ** RUNS;
  let covered = 0;
  for (let count = 0; count <= RUNS; count += 1) {
    const { low, high } = wilson(count, RUNS);
    if (low <= p && p <= high) covered += chance;
    chance *= ((RUNS - count) / (count + 1)) * (p / (1 - p));
  }
  return covered;
}

const results: (readonly OutcomeResult[])[] = [];

beforeAll(async () => {
  const pool = ownThread();
  const scenario = fromFile('scenarios/exact/competing-risks.yaml');
  for (let seed = 0; seed < SEEDS; seed += 1) {
    results.push((await simulate(requestOf(scenario, { seed: `${seed}`, runs: RUNS }), pool)).outcomes);
  }
  await pool.close();
});

describe.each([[0], [1]])('outcome %s', (outcome) => {
  const p = TRUTH[outcome]!;
  const expected = exactCoverage(p);
  // Four standard errors of a share of SEEDS seeds: a false alarm in 16,000.
  const tolerance = 4 * Math.sqrt((expected * (1 - expected)) / SEEDS);

  /** Share of seeds whose interval, `narrowed` to a part of itself, covers the truth. */
  const coverage = (narrowed: number): number => {
    const covers = results.filter((outcomes) => {
      const { value, low, high } = outcomes[outcome]!.share;
      return value - narrowed * (value - low) <= p && p <= value + narrowed * (high - value);
    });
    return covers.length / SEEDS;
  };

  test('is covered as often as the arithmetic says', () => {
    expect(expected).toBeGreaterThan(0.93);
    expect(Math.abs(coverage(1) - expected)).toBeLessThan(tolerance);
  });

  test('an interval of four fifths of the width is found out', () => {
    expect(expected - coverage(0.8)).toBeGreaterThan(tolerance);
  });

  test("the seeds' mean share is the truth", () => {
    const mean = results.reduce((sum, outcomes) => sum + outcomes[outcome]!.share.value, 0) / SEEDS;
    expect(Math.abs(mean - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / (SEEDS * RUNS)));
  });
});
