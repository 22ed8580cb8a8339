// Proves that incidence counts what came when: constant hazards give the closed form, occupation is that of `simulate`,
// pairs are by luck, and neither the cutting of the work nor a fault shows.
import { afterAll, describe, expect, it } from 'vitest';
import { incidence, simulate } from '../../../../src/experiment/index.ts';
import { startPool } from '../../../../src/runner/index.ts';
import { NO_SETTINGS, type Scenario, type Settings } from '../../../../src/scenario/index.ts';
import { pointOf, scenarioOf } from '../../../helpers/build-scenario.ts';

const pool = startPool({ workers: 0, now: () => 0 });
afterAll(() => pool.close());

const RACE = scenarioOf(`
juncture: 1
title: A race
time: { start: 2022-01-01, step: 12 hours, horizon: 2 days }
parameters: { pace: { baseline: 0.3, range: [0, 1] } }
regions:
  field:
    initial: running
    stages:
      running: { transitions: { one: { to: first, hazard: pace }, other: { to: second, hazard: 0.1 } } }
      first: { outcome: first }
      second: { outcome: second }
outcomes: { first: {}, second: {} }
measures: { ends: { final: day } }
`);

const ask = (scenario: Scenario, runs: number, settings: readonly Partial<Settings>[] = [{}]) =>
  incidence(
    {
      scenario,
      named: 'x.yaml',
      settings: NO_SETTINGS,
      sides: settings.map((some, i) => ({
        name: `side ${i}`,
        settings: { ...NO_SETTINGS, ...some },
        point: pointOf(scenario, some),
      })),
      runs,
      seed: 'race',
      version: '0',
      command: '',
      now: () => 0,
    },
    pool,
  );

const curveOf = (result: Awaited<ReturnType<typeof ask>>, id: string, side = 0) =>
  result.sides[side]!.curves.find((curve) => curve.id === id)!;

describe('incidence', () => {
  it('of constant hazards .3 and .1: 0.4130033 and 0.1376678 by day 2, 0.2472600 by day 1 (closed form)', async () => {
    const runs = 20_000;
    const result = await ask(RACE, runs);
    // (a/(a+b))(1 − exp(−(a+b)t)); four standard errors each: all three miss by chance once in 5,000 seeds.
    const far = (value: number, exact: number): number =>
      Math.abs(value - exact) / Math.sqrt((exact * (1 - exact)) / runs);
    expect(far(curveOf(result, 'first').byDay[4]!.value, 0.4130033)).toBeLessThan(4);
    expect(far(curveOf(result, 'second').byDay[4]!.value, 0.1376678)).toBeLessThan(4);
    expect(far(curveOf(result, 'first').byDay[2]!.value, 0.24726)).toBeLessThan(4);
    // Spoiled: a hazard 5 % larger is seen.
    expect(far(curveOf(result, 'first').byDay[4]!.value, 0.4130033 * 1.05)).toBeGreaterThan(4);
    expect(curveOf(result, 'field.one').byDay).toEqual(curveOf(result, 'first').byDay);
    expect(curveOf(result, 'field.running').byDay[0]!.value).toBe(1);
    expect(curveOf(result, 'unresolved').classed).toBe(true);
    expect(curveOf(result, 'first').half!.value).toBe(Infinity);
  });

  it('has the shares and days in stages of simulate, for the same runs', async () => {
    const result = await ask(RACE, 500);
    const request = { scenario: RACE, named: 'x', settings: NO_SETTINGS, point: pointOf(RACE) };
    const simulated = await simulate(
      { ...request, seed: 'race', runs: 500, version: '0', now: () => 0 },
      pool,
    );
    for (const { id, share } of simulated.outcomes) expect(curveOf(result, id).byDay.at(-1)).toEqual(share);
    expect(result.sides[0]!.regions).toEqual(simulated.regions);
  });

  it('pairs sides by luck: a side and itself never differ, and more pace is seen on the day it shows most', async () => {
    const { contrasts, ...result } = await ask(RACE, 2_000, [
      {},
      { set: { pace: 0.6 } },
      { set: { pace: 0.3 } },
    ]);
    const [faster, same] = contrasts;
    const first = faster!.changes.find(({ id }) => id === 'first')!;
    const day = (side: number) =>
      result.sides[side]!.curves.find(({ id }) => id === 'first')!.byDay[4]!.value;
    expect(first.byDay[4]!.value).toBeCloseTo(day(1) - day(0), 12);
    expect(first.byDay[4]!.low).toBeGreaterThan(0.1);
    for (const { byDay } of same!.changes) for (const { value } of byDay) expect(value).toBe(0);
  });

  it('counts faults, and gives the rows of the scenario alone to whoever writes them down', async () => {
    const faulty = scenarioOf(`
juncture: 1
title: Some runs break
time: { start: 2022-01-01, step: 1 day, horizon: 3 days }
parameters: { side: { baseline: 1, distribution: { choice: [{ value: 0, weight: 1 }, { value: 1, weight: 3 }] } } }
regions:
  table:
    initial: up
    stages:
      up: { transitions: { falls: { to: down, hazard: "1 / side" } } }
      down: { outcome: heads }
outcomes: { heads: {} }
measures: { ends: { final: day } }
`);
    const widths: number[] = [];
    const result = await incidence(
      {
        scenario: faulty,
        named: 'x.yaml',
        settings: NO_SETTINGS,
        sides: [{ name: 'baseline', settings: NO_SETTINGS, point: pointOf(faulty) }],
        runs: 400,
        seed: '1',
        version: '0',
        command: '',
        now: () => 0,
        onPass: ({ pass }) => {
          for (const { rows, runs } of pass.batches[0]!) widths.push(rows.length / runs);
        },
      },
      pool,
    );
    expect(result.faults.count).toBeGreaterThan(60);
    expect(result.sides[0]!.completed).toBe(400 - result.faults.count);
    expect(result.sides[0]!.curves[0]!.byDay[3]!.n).toBe(400 - result.faults.count);
    expect(new Set(widths)).toEqual(new Set([3]));
  });
});
