/**
 * Proves that draws kept from an earlier point change no bit: an instance that has been at other points, had another key
 * and told futures gives what a fresh one gives, on random and on shipped scenarios. JUNCTURE_SCENARIOS=2000 tries more.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileKernel, compileModule, instantiate } from '../../src/kernel/index.ts';
import { type Key, seedKey } from '../../src/random/index.ts';
import {
  type BatchResult,
  loadScenario,
  NO_SETTINGS,
  type Point,
  resolvePoint,
  type Scenario,
} from '../../src/scenario/index.ts';
import { arbitraryScenario } from '../helpers/arbitrary-scenario.ts';
import { pointOf, scenarioFromFile } from '../helpers/build-scenario.ts';
import { compareFutures, forksAt, snapshotsOf } from '../helpers/futures-differential.ts';
import { firstDifference, pairOf } from '../helpers/kernel-differential.ts';

const SCENARIOS = Number(process.env.JUNCTURE_SCENARIOS ?? 20);
const KEY = seedKey('kept');
const RUNS = 40;
/** Blocks belong to runs, not to places in a batch. */
const BEGINNINGS = [0, 7];

function difference(expected: BatchResult, actual: BatchResult): string | null {
  const { rows, stageChanges, firsts, times, asked } = expected;
  return (
    firstDifference('rows', rows, actual.rows) ??
    firstDifference('stageChanges', stageChanges, actual.stageChanges) ??
    firstDifference('firsts', firsts, actual.firsts) ??
    firstDifference('times', times, actual.times) ??
    firstDifference('asked', asked, actual.asked)
  );
}

/** Every point twice, in an instance that has been at all the others and at another key, against a fresh one each. */
function expectSame(scenario: Scenario, points: readonly Point[], keys: readonly Key[], text = ''): void {
  const compiled = compileKernel(scenario);
  if ('refused' in compiled) throw new Error('the kernel refused');
  const [first] = points;
  if (first === undefined) return;
  const module = compileModule(compiled.bytes);
  const fresh = new Map<string, readonly BatchResult[]>();
  const expected = (point: Point, key: Key): readonly BatchResult[] => {
    const name = JSON.stringify([point, key]);
    const known = fresh.get(name);
    if (known !== undefined) return known;
    const instance = instantiate(compiled, scenario, point, key, module);
    const batches = BEGINNINGS.map((from) => instance.run(from, RUNS));
    fresh.set(name, batches);
    return batches;
  };
  const moved = instantiate(compiled, scenario, first, KEY, module);
  for (const key of keys) {
    moved.setKey(key);
    for (const point of [...points, ...points]) {
      moved.setPoint(point);
      BEGINNINGS.forEach((from, at) => {
        const batch = expected(point, key)[at] as BatchResult;
        expect(difference(batch, moved.run(from, RUNS)), text).toBeNull();
      });
    }
  }
}

it(`gives the same at ${SCENARIOS} random scenarios' points in turn`, () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const { text, settings } = arbitraryScenario({
        int: (low, high) => gen(fc.integer, { min: low, max: high }),
      });
      const { scenario } = loadScenario('random.yaml', () => new TextEncoder().encode(text));
      if (scenario === null) return;
      const held = scenario.parameters.map(({ name, baseline }) => ({ set: { [name]: baseline } }));
      const points = [{}, ...settings.slice(0, 3), ...held.slice(0, 2)].flatMap((one) => {
        const { point } = resolvePoint(scenario, { ...NO_SETTINGS, ...one });
        return point === null ? [] : [point];
      });
      expectSame(scenario, points, [KEY, seedKey('other')], text);
      compared += points.length;
    }),
    { numRuns: SCENARIOS, seed: 20220107, endOnFailure: SCENARIOS > 1000 },
  );
  expect(compared).toBeGreaterThan(2 * SCENARIOS);
}, 1_200_000);

it('gives the same of the founding case, whatever moved: parameters with and without a copula, decisions, what is left out', () => {
  const scenario = scenarioFromFile('scenarios/kazakhstan-2022.yaml');
  const settings = [
    {},
    { set: { loyalty: 0.52 } },
    { set: { loyalty: 0.9, trust: 0.8 } },
    { set: { lethality: 150, sponsor: 'nobody' } },
    { variant: 'no_troops' },
    { variant: 'broker_arrested_first' },
  ];
  const points = settings.flatMap((one) => {
    const { point } = resolvePoint(scenario, { ...NO_SETTINGS, ...one } as typeof NO_SETTINGS);
    return point === null ? [] : [point];
  });
  expect(points.length).toBeGreaterThanOrEqual(5);
  expectSame(scenario, points, [KEY, seedKey('other'), KEY]);
});

it('futures told in between neither use nor spoil what is kept', () => {
  const scenario = scenarioFromFile('test/fixtures/fuel-prices.yaml');
  const point = pointOf(scenario);
  const pair = pairOf(scenario, point, KEY);
  const before = pair.kernel.run(0, RUNS);
  pair.kernel.setPoint(point);
  pair.kernel.run(0, RUNS);
  const snapshot = snapshotsOf(pair, point, KEY, 3).at(2);
  if (snapshot === undefined) throw new Error('a run of one state');
  for (const fork of forksAt(pair, snapshot, () => 0)) expect(compareFutures(pair, fork, 0, 6)).toBeNull();
  expect(difference(before, pair.kernel.run(0, RUNS))).toBeNull();
  expect(pair.kernel.trace(3).states.length).toBe(
    (before.rows[3 * (before.rows.length / RUNS) + 1] as number) + 1,
  );
});
