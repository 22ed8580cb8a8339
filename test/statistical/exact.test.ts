// Proves that exact chances are what runs come to, on random small scenarios with every trigger: two regions, races, clocks
// that rang and lost, drawn delays, decisions, lists, shocks. The runs are the kernel's; the exact chances are the machine's.
import { afterAll, describe, expect, it } from 'vitest';
import { exact, simulate } from '../../src/experiment/index.ts';
import { startPool } from '../../src/runner/index.ts';
import { NO_SETTINGS } from '../../src/scenario/index.ts';
import { pointOf, scenarioOf } from '../helpers/build-scenario.ts';
import { generator } from '../helpers/generator.ts';
import { smallScenario } from '../helpers/small-scenario.ts';

const pool = startPool({ workers: 0, now: () => 0 });
afterAll(() => pool.close());

const RUNS = 40_000;
/**
 * In standard errors; some 25 shares and means of three scenarios: all within by chance but in one of 10,000 sets of seeds. What
 * has a chance below 1e-12 must not come, nor fail to with one that near 1.
 */
const FAR = 5;

function textOf(seed: number): string {
  const next = generator(seed);
  return smallScenario({ int: (low, high) => low + Math.floor(next() * (high - low + 1)) });
}

/** How many standard errors the runs of one text lie off the exact chances of another, at most. */
async function farthest(exactOf: string, runsOf: string): Promise<number> {
  const [scenario, sampled] = [scenarioOf(exactOf), scenarioOf(runsOf)];
  const found = await exact({ scenario, point: pointOf(scenario) });
  if (found?.kind !== 'exact') throw new Error(JSON.stringify(found));
  const request = { scenario: sampled, named: 'x', settings: NO_SETTINGS, point: pointOf(sampled) };
  const runs = await simulate({ ...request, seed: 'exact', runs: RUNS, version: '0', now: () => 0 }, pool);
  const off = (share: number, chance: number): number => {
    const error = Math.sqrt(Math.max(0, chance * (1 - chance)) / RUNS);
    if (error < 1e-8) return Math.abs(share - chance) < 1e-8 ? 0 : Infinity;
    return Math.abs(share - chance) / error;
  };
  const all = [
    ...runs.outcomes.map(({ share }, i) => off(share.value, found.outcomes[i]!)),
    ...runs.happenings.map(({ share }, i) =>
      off(
        share.value,
        found.happenings[i]!.reduce((sum, part) => sum + part, 0),
      ),
    ),
    ...runs.regions
      .flatMap(({ stages }) => stages)
      .map(({ shares }, i) => off(shares[5]!, found.stages[i]![5]!)),
    ...runs.measures.map(({ mean, se }, i) => {
      const value = found.measures[i];
      if (mean === null || value === null || value === undefined || se === null) return 0;
      return se === 0
        ? Math.abs(mean.value - value) < 1e-9
          ? 0
          : Infinity
        : Math.abs(mean.value - value) / se;
    }),
  ];
  return Math.max(...all);
}

describe('exact chances and runs agree', () => {
  it.each([1, 7, 9])('random scenario %i', async (seed) => {
    expect(await farthest(textOf(seed), textOf(seed))).toBeLessThan(FAR);
  });

  it('a tenth more of every constant hazard is seen', async () => {
    const text = textOf(7);
    const spoiled = text.replaceAll(/"hazard":([\d.]+)/g, (_, hazard) => `"hazard":${1.1 * Number(hazard)}`);
    expect(spoiled).not.toBe(text);
    expect(await farthest(text, spoiled)).toBeGreaterThan(FAR);
  });
});
