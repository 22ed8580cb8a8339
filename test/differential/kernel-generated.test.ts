/**
 * Proves that the kernel and the machine are one on random scenarios that use every feature of the language. What fails
 * is shrunk and printed. JUNCTURE_SCENARIOS=5000 tries more of them.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seedKey } from '../../src/random/index.ts';
import { loadScenario, NO_SETTINGS, resolvePoint } from '../../src/scenario/index.ts';
import { arbitraryScenario } from '../helpers/arbitrary-scenario.ts';
import { compareBatch, compareRun, pairOf } from '../helpers/kernel-differential.ts';

const SCENARIOS = Number(process.env.JUNCTURE_SCENARIOS ?? 80);
const TRACED = 3;
const BATCHED = 12;

it(`compares ${SCENARIOS} random scenarios state by state`, () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 0, max: 1_000_000 }), (gen, luck) => {
      const { text, settings } = arbitraryScenario({
        int: (low, high) => gen(fc.integer, { min: low, max: high }),
      });
      const { scenario } = loadScenario('random.yaml', () => new TextEncoder().encode(text));
      if (scenario === null) return;
      const key = seedKey(`${luck}`);
      for (const one of settings) {
        const { point } = resolvePoint(scenario, { ...NO_SETTINGS, ...one });
        if (point === null) continue;
        const pair = pairOf(scenario, point, key);
        for (let run = luck; run < luck + TRACED; run += 1) {
          expect(compareRun(pair, point, key, run), text).toBeNull();
        }
        expect(compareBatch(pair, point, key, luck, BATCHED), text).toBeNull();
        compared += 1;
      }
    }),
    { numRuns: SCENARIOS, seed: 20220105, endOnFailure: SCENARIOS > 1000 },
  );
  // Few of the random texts are faulty; the kernel really ran on the rest.
  expect(compared).toBeGreaterThan(SCENARIOS);
}, 1_200_000);
