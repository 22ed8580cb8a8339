// Proves the lab's questions on a coin whose chance of heads is a parameter: what is exact there must come out.
import { expect, test } from 'vitest';
import { type Drill, drillOutcome } from '../../../src/experiment/drill.ts';
import { type OutcomesAt, outcomesAt } from '../../../src/experiment/outcomes-at.ts';
import { placesAlong, pointWith, tailsOf } from '../../../src/experiment/parameter-places.ts';
import { tellRun } from '../../../src/experiment/tell-run.ts';
import { planTornado, tornadoBars } from '../../../src/experiment/tornado.ts';
import { seedKey } from '../../../src/random/index.ts';
import type { Point } from '../../../src/scenario/index.ts';
import { fromText, HEAD, now, ownThread, pointOf } from './world.ts';

const scenario = fromText(`${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 2 days }
parameters:
  bias: { label: Bias, baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
  idle: { label: Idle, baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
  fixed: { label: Fixed, baseline: 2, range: [0, 4] }
  who: { label: Who, one_of: { ann: 0.75, bob: 0.25 }, baseline: ann }
regions:
  coin:
    initial: up
    stages:
      up: { transitions: { toss: { decide: side, after: 1 day } } }
      heads: { outcome: heads }
      tails: { outcome: tails }
decisions:
  side:
    options:
      heads: { weight: "bias + 0 * (idle + fixed) + 0 * is(who, ann)", to: coin.heads }
      tails: { weight: "1 - bias", to: coin.tails }
outcomes: { heads: {}, tails: {} }
`);
const key = seedKey('2022');
const [bias, idle, fixed, who] = scenario.parameters;

async function shares(points: readonly Point[], runs: number): Promise<readonly OutcomesAt[]> {
  const pool = ownThread();
  const seen: OutcomesAt[] = [];
  await outcomesAt({ scenario, key, points, runs, now }, pool, (soFar) => seen.push(soFar));
  await pool.close();
  return seen;
}

test('places: equal steps with both ends, each choice of a one_of; tails are percentiles of what is drawn', () => {
  expect(placesAlong(bias!, [0, 1], 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(placesAlong(who!, [0, 1], 5)).toEqual([0, 1]);
  const tails = tailsOf(bias!);
  expect(tails?.[0]).toBeCloseTo(0.05, 12);
  expect(tails?.[1]).toBeCloseTo(0.95, 12);
  expect(tailsOf(who!)).toEqual([0, 1]);
  expect(tailsOf(fixed!)).toBeNull();
});

test('along the bias the share of heads is the bias; passes grow and keep the luck', async () => {
  const places = placesAlong(bias!, [0, 1], 5);
  const seen = await shares(
    places.map((value) => pointWith(pointOf(scenario), { [bias!.index]: value })),
    4_000,
  );
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toMatchObject({ runs: 4_000, wanted: 4_000, faulted: 0 });
  const heads = seen.at(-1)!.shares[0]!;
  expect([heads[0]?.value, heads[4]?.value]).toEqual([0, 1]);
  places.forEach((place, index) => {
    // Five standard errors: one of the three inner places is outside once in half a million seeds.
    const error = Math.sqrt((place * (1 - place)) / 4_000);
    expect(Math.abs(heads[index]!.value - place)).toBeLessThanOrEqual(5 * error);
  });
  // The same luck at every place: who has heads at a smaller bias has it at a greater one.
  const codes = seen.at(-1)!.codes;
  for (let run = 0; run < 4_000; run += 1)
    if (codes[1]!.codes[run] === 0) expect(codes[2]!.codes[run]).toBe(0);
});

test('a tornado: 90 of 100 for what decides, exactly nothing for what is idle, no bar for what is fixed', async () => {
  const plan = planTornado(scenario, pointOf(scenario));
  const seen = await shares(plan.points, 4_000);
  const bars = tornadoBars(scenario, plan, seen.at(-1)!, 0);
  expect(bars.map(({ parameter }) => parameter.name)).toEqual(['bias', 'idle', 'who']);
  const [first, second] = bars;
  // Shares .05 and .95, each with a standard error of .0034: within five of their difference's at most.
  expect(Math.abs(first!.swing.value - 0.9)).toBeLessThan(0.025);
  expect(first!.least.value).toBeLessThan(first!.most.value);
  expect(second!.swing.value).toBe(0);
  expect(planTornado(scenario, pointOf(scenario, { atBaseline: true })).points).toEqual([]);
  expect(idle!.name).toBe('idle');
});

test('a drill: runs that end in heads drew a higher bias (medians √½ and 1 − √½), and the idle one is no different', async () => {
  const pool = ownThread();
  const seen: Drill[] = [];
  const asked = { scenario, point: pointOf(scenario), key, outcome: 0, runs: 2_000 };
  await drillOutcome(asked, pool, (drill) => seen.push(drill));
  await pool.close();
  const drill = seen.at(-1)!;
  expect(seen.length).toBeGreaterThan(1);
  expect(drill.inside + drill.outside).toBe(2_000);
  expect(drill.days).toEqual([1, 1, 1]);
  const [top, ...rest] = drill.parameters;
  expect(top?.parameter.name).toBe('bias');
  // Heads given bias x has chance x: its density is 2x, its median √½. Standard error of a median of 1,000: under .02.
  expect(top!.inside).toBeCloseTo(Math.SQRT1_2, 1);
  expect(top!.outside).toBeCloseTo(1 - Math.SQRT1_2, 1);
  // (2/3 − 1/3) over the standard deviation √(1/12) of a uniform.
  expect(top!.shift).toBeCloseTo(1 / 3 / Math.sqrt(1 / 12), 0);
  for (const { shift } of rest) expect(Math.abs(shift)).toBeLessThan(0.25);
  const heads = drill.happenings.find(({ path }) => path === 'side.heads');
  expect([heads?.inside.value, heads?.outside.value, heads?.medianDay]).toEqual([1, 0, 1]);
  for (const run of drill.examples.slice(0, 5)) {
    const { ending, sentences } = await tellRun(scenario, pointOf(scenario), { key, run });
    expect(ending).toBe('heads, on day 1.');
    expect(sentences.length).toBeGreaterThan(1);
  }
});

test('aborted work tells nothing more', async () => {
  const pool = ownThread();
  const abort = new AbortController();
  let told = 0;
  const points = [pointOf(scenario)];
  await outcomesAt({ scenario, key, points, runs: 50_000, signal: abort.signal, now }, pool, () => {
    told += 1;
    abort.abort();
  });
  expect(told).toBe(1);
  await pool.close();
});
