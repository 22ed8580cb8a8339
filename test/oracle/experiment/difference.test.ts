// Proves that an edit's effect on the runs is what probability says, that pairing is by luck and names, and that nothing
// is seen where nothing changed. A coin of one day: chance_per_day q rings in it with probability q exactly.
import { afterAll, describe, expect, it } from 'vitest';
import { difference } from '../../../src/experiment/index.ts';
import { startPool } from '../../../src/runner/index.ts';
import type { Scenario } from '../../../src/scenario/index.ts';
import { pointOf, scenarioOf } from '../../helpers/build-scenario.ts';

const pool = startPool({ workers: 0, now: () => 0 });
afterAll(() => pool.close());

const coin = (chance: number, { heads = 'heads', measure = 'flipped' } = {}): Scenario =>
  scenarioOf(`
juncture: 1
title: A coin
time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
regions:
  table:
    initial: up
    stages:
      up: { transitions: { falls: { to: down, chance_per_day: ${chance} } } }
      down: { outcome: ${heads} }
outcomes: { ${heads}: {}, tails: { at_horizon: "true" } }
measures: { ${measure}: { final: "active(table.down)" }, day_down: { first_day: table.down } }
`);

const RUNS = 40_000;

const differ = (before: Scenario, after: Scenario, runs = RUNS) =>
  difference(
    {
      before: { scenario: before, point: pointOf(before) },
      after: { scenario: after, point: pointOf(after) },
      seed: 'coin',
      runs,
      now: () => 0,
    },
    pool,
  );

describe('difference', () => {
  it('of a chance of 0.3 and one of 0.35: 0.05, and only runs that luck puts between them change', async () => {
    const { runs, outcomes, measures } = await differ(coin(0.3), coin(0.35));
    expect(runs).toBe(RUNS);
    const [heads, tails] = outcomes;
    // The same threshold decides both, so that the number of flips is binomial(40000, 0.05): 5 standard errors, one
    // false alarm in two million seeds.
    const tolerance = 5 * Math.sqrt((0.05 * 0.95) / RUNS);
    expect(Math.abs(heads!.change.value - 0.05)).toBeLessThan(tolerance);
    expect(Math.abs(heads!.flipped / RUNS - heads!.change.value)).toBe(0);
    expect(tails!.change.value).toBeCloseTo(-heads!.change.value, 12);
    expect(heads!.change.low).toBeGreaterThan(0);
    const flipped = measures.find(({ id }) => id === 'flipped')!;
    expect(flipped.change!.value).toBeCloseTo(heads!.change.value, 12);
    // With luck of its own on each side the interval would be three times as wide; a spoiled pairing shows here.
    const unpaired = 2 * 1.96 * Math.sqrt((0.3 * 0.7 + 0.35 * 0.65) / RUNS);
    expect(heads!.change.high - heads!.change.low).toBeLessThan(0.6 * unpaired);
  });

  it('of one version and itself is nothing in any run', async () => {
    const { outcomes, measures } = await differ(coin(0.3), coin(0.3), 2_000);
    for (const { change, flipped } of outcomes) expect([change.value, flipped]).toEqual([0, 0]);
    for (const { change } of measures) expect([change!.low, change!.value, change!.high]).toEqual([0, 0, 0]);
  });

  it('matches by name: what only one version has stands there alone', async () => {
    const after = coin(0.3, { heads: 'eagle', measure: 'fell' });
    const { outcomes, measures } = await differ(coin(0.3), after, 2_000);
    expect(outcomes.map(({ id }) => id)).toEqual(['eagle', 'tails', 'unresolved', 'heads']);
    const [eagle, tails, , heads] = outcomes;
    expect([eagle!.before, heads!.after]).toEqual([null, null]);
    expect(eagle!.change.value).toBe(eagle!.after!.value);
    expect(heads!.change.value).toBe(-heads!.before!.value);
    expect(tails!.flipped).toBe(0);
    expect(measures.map(({ id, change }) => [id, change === null])).toEqual([
      ['fell', true],
      ['day_down', false],
      ['flipped', true],
    ]);
  });

  it('pairs a measure over the runs that have it in both', async () => {
    const { measures, outcomes } = await differ(coin(0.3), coin(0.35), 2_000);
    const day = measures.find(({ id }) => id === 'day_down')!;
    expect(day.change!.n).toBe(Math.round(outcomes[0]!.before!.value * 2_000));
    expect(day.after!.n).toBeGreaterThan(day.before!.n);
  });

  it('leaves out pairs in which a run faults, and counts them', async () => {
    const faulty = scenarioOf(`
juncture: 1
title: A coin that may break
time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
parameters: { side: { baseline: 1, distribution: { choice: [{ value: 0, weight: 1 }, { value: 1, weight: 3 }] } } }
regions:
  table:
    initial: up
    stages:
      up: { transitions: { falls: { to: down, hazard: "1 / side" } } }
      down: { outcome: heads }
outcomes: { heads: {}, tails: { at_horizon: "true" } }
`);
    const { faulted, outcomes } = await differ(coin(0.3), faulty, 2_000);
    expect(faulted.before).toBe(0);
    expect(faulted.after).toBeGreaterThan(400);
    for (const { change } of outcomes) expect(change.n).toBe(2_000 - faulted.after);
  });

  it('does not depend on how the work is cut', async () => {
    const [one, other] = await Promise.all([
      differ(coin(0.3), coin(0.4), 30_000),
      differ(coin(0.3), coin(0.4), 30_000),
    ]);
    expect(one).toEqual(other);
  });
});
