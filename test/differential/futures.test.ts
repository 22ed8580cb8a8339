/**
 * Proves that the kernel's futures are the machine's, bit for bit: same and fresh luck, every kind of alternative, states
 * on random days of shipped and of random scenarios. JUNCTURE_SCENARIOS=2000 tries more of them.
 */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seedKey } from '../../src/random/index.ts';
import { loadScenario, NO_SETTINGS, resolvePoint } from '../../src/scenario/index.ts';
import { arbitraryScenario } from '../helpers/arbitrary-scenario.ts';
import { pointOf, scenarioFromFile } from '../helpers/build-scenario.ts';
import { compareFutures, forksAt, snapshotsOf } from '../helpers/futures-differential.ts';
import { pairOf } from '../helpers/kernel-differential.ts';

const SCENARIOS = Number(process.env.JUNCTURE_SCENARIOS ?? 40);

/** Every scenario that ships, and how many of its runs are looked at. */
const SHIPPED = ['scenarios', 'scenarios/models', 'scenarios/exact', 'test/fixtures'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [`${folder}/${name}`, folder === 'scenarios' ? 8 : 3] as const),
);

it.each(SHIPPED)(
  'gives the same futures of %s',
  (file, runs) => {
    const scenario = scenarioFromFile(file);
    const point = pointOf(scenario);
    const key = seedKey('futures');
    const pair = pairOf(scenario, point, key);
    let at = 0;
    const pick = (count: number): number => {
      at += 7;
      return at % count;
    };
    let compared = 0;
    for (let run = 0; run < runs; run += 1) {
      const snapshots = snapshotsOf(pair, point, key, run);
      const snapshot = snapshots[pick(snapshots.length)];
      if (snapshot === undefined) continue;
      for (const fork of forksAt(pair, snapshot, pick)) {
        expect(compareFutures(pair, fork, 0, 4)).toBeNull();
        compared += 1;
      }
    }
    // The kernel really ran: with and without what the step brings, at least.
    expect(compared).toBeGreaterThanOrEqual(2 * runs);
  },
  300_000,
);

it(`gives the same futures of ${SCENARIOS} random scenarios`, () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 0, max: 1_000_000 }), (gen, luck) => {
      const { text, settings } = arbitraryScenario({
        int: (low, high) => gen(fc.integer, { min: low, max: high }),
      });
      const { scenario } = loadScenario('random.yaml', () => new TextEncoder().encode(text));
      if (scenario === null) return;
      const { point } = resolvePoint(scenario, { ...NO_SETTINGS, ...settings[0] });
      if (point === null) return;
      const key = seedKey(`${luck}`);
      const pair = pairOf(scenario, point, key);
      const snapshots = snapshotsOf(pair, point, key, luck);
      const pick = (count: number): number => gen(fc.integer, { min: 0, max: count - 1 });
      if (snapshots.length === 0) return;
      for (const snapshot of [snapshots[0]!, snapshots[pick(snapshots.length)]!]) {
        for (const fork of forksAt(pair, snapshot, pick)) {
          expect(compareFutures(pair, fork, 0, 3), `step ${snapshot.context.step}\n${text}`).toBeNull();
          compared += 1;
        }
      }
    }),
    { numRuns: SCENARIOS, seed: 20220105, endOnFailure: true },
  );
  // The kernel really ran.
  expect(compared).toBeGreaterThan(4 * SCENARIOS);
}, 1_200_000);
