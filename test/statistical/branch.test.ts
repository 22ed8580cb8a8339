/**
 * Proves the nested estimates of `branch` where P(outcome | state) is known: gambler's ruin, with every expectation
 * worked out over the purse's distribution day by day. An estimate is off by 4.5 standard errors by chance once in
 * 147,000; there are some 20. The naive square of one inner sample stands beside, and must be found out.
 */
import { afterAll, describe, expect, test } from 'vitest';
import type { Estimate } from '../../src/analysis/index.ts';
import { sampleAlong } from '../../src/experiment/futures/inner-samples.ts';
import { followPath, type RunPath } from '../../src/experiment/futures/run-path.ts';
import { covarianceParts } from '../../src/experiment/futures/settled.ts';
import { type BranchResult, branch } from '../../src/experiment/index.ts';
import { exp, seedKey } from '../../src/random/index.ts';
import { NO_SETTINGS, type Scenario } from '../../src/scenario/index.ts';
import { createChart, startRun } from '../../src/statechart/index.ts';
import { fromFile, fromText, HEAD, now, ownThread, pointOf } from '../unit/experiment/world.ts';

const pool = ownThread();
afterAll(() => pool.close());

const LARGEST_Z = 4.5;
const RUNS = 300;
const WIN = 18 / 38;

const scenario: Scenario = fromFile('scenarios/exact/gamblers-ruin.yaml');
const chart = createChart(scenario);
const point = pointOf(scenario);

/** P(win | purse), Feller (1968), chapter XIV, (2.4). */
const winning: readonly number[] = Array.from({ length: 11 }, (_, purse) => {
  const r = (1 - WIN) / WIN;
  const power = (n: number): number => Array.from({ length: n }).reduce((product: number) => product * r, 1);
  return (1 - power(purse)) / (1 - power(10));
});

/** The purse's distribution after each day, from 5. */
const purses: readonly (readonly number[])[] = Array.from({ length: 200 }).reduce(
  (days: number[][]) => {
    const before = days.at(-1)!;
    const after = before.map((chance, purse) => (purse === 0 || purse === 10 ? chance : 0));
    for (let purse = 1; purse < 10; purse += 1) {
      after[purse + 1]! += before[purse]! * WIN;
      after[purse - 1]! += before[purse]! * (1 - WIN);
    }
    return [...days, after];
  },
  [Array.from({ length: 11 }, (_, purse) => (purse === 5 ? 1 : 0))],
);

const start = winning[5]!;
const uncertainty = start * (1 - start);
const settledBy = (day: number): number =>
  purses[day]!.reduce((sum, chance, purse) => sum + chance * (winning[purse]! - start) ** 2, 0) / uncertainty;

/** Sums over all bets, of those that are won. */
const won = { square: 0, size: 0, bets: 0 };
for (const day of purses) {
  for (let purse = 1; purse < 10; purse += 1) {
    const step = winning[purse + 1]! - winning[purse]!;
    won.square += day[purse]! * WIN * step * step;
    won.size += day[purse]! * WIN * step;
    won.bets += day[purse]! * WIN;
  }
}

const zOf = ({ value, low, high }: Estimate, exact: number): number => {
  const error = (high - low) / 2 / 1.968;
  return (value - exact) / error;
};

const ask = (change: object = {}): Promise<BranchResult> =>
  branch(
    {
      scenario,
      chart,
      point,
      named: 'gamblers-ruin',
      settings: NO_SETTINGS,
      seed: '2022',
      version: '0',
      command: '',
      runs: RUNS,
      futures: 60,
      halfWidth: null,
      now,
      ...change,
    },
    pool,
  );

describe("gambler's ruin", () => {
  const answer = ask();
  const part = async (path: string) => (await answer).happenings.find((one) => one.path === path)!;

  test.each([1, 2, 5, 10, 20, 40])('by day %s so much is settled', async (day) => {
    const { settled } = (await answer).days[day]!;
    expect(Math.abs(zOf(settled, settledBy(day)))).toBeLessThan(LARGEST_Z);
  });

  test('nothing is settled before the first bet, everything at the end', async () => {
    const { days } = await answer;
    expect(Math.abs(zOf(days[0]!.settled, 0))).toBeLessThan(LARGEST_Z);
    expect(days.at(-1)!.settled.value).toBeCloseTo(1, 12);
  });

  test('won bets settle their exact share, and raise the chance of winning by the exact mean', async () => {
    const { settles, changes } = await part('bet.win');
    expect(Math.abs(zOf(settles, won.square / uncertainty))).toBeLessThan(LARGEST_Z);
    expect(Math.abs(zOf(changes![0]!, won.size / won.bets))).toBeLessThan(LARGEST_Z);
  });

  test('the absolute swing is not inflated, and not far below', async () => {
    const { swing } = await part('bet.win');
    const exact = won.size / won.bets;
    expect(zOf(swing!, exact)).toBeLessThan(LARGEST_Z);
    expect(swing!.value).toBeGreaterThan(0.6 * exact);
  });

  test('what is asked but moves nothing by itself settles nothing: steps without a happening', async () => {
    expect(Math.abs((await answer).quiet.settles.value)).toBeLessThan(0.02);
  });

  test('a wanted half-width ends it sooner; interrupted, what is done is kept', async () => {
    const seen: { readonly done: number; readonly total: number }[] = [];
    const wide = await ask({
      halfWidth: 0.5,
      futures: 5,
      onProgress: ({ done, total }: { readonly done: number; readonly total: number }) =>
        seen.push({ done, total }),
    });
    expect(wide.runs).toBeLessThan(RUNS);
    const shares = [...wide.happenings, ...wide.decisions, wide.quiet].map(({ settles }) => settles);
    for (const { low, high } of [...shares, ...wide.days.map(({ settled }) => settled)]) {
      expect((high - low) / 2).toBeLessThanOrEqual(0.5);
    }
    expect(seen.at(-1)).toEqual({ done: wide.runs, total: RUNS });
    expect(seen.map(({ done }) => done)).toEqual([...seen.map(({ done }) => done)].sort((a, b) => a - b));
    const stop = new AbortController();
    const cut = await ask({ futures: 5, signal: stop.signal, onProgress: () => stop.abort() });
    expect(cut).toMatchObject({ interrupted: true, runs: 10 });
  });
});

test('that something is asked is told apart from what is decided', async () => {
  const coin = fromText(`${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 400 days }
regions:
  main:
    initial: open
    stages:
      open: { transitions: { asks: { decide: coin, hazard: 0.2 } } }
      heads: { outcome: heads }
      tails: { outcome: tails }
decisions: { coin: { options: { heads: { to: main.heads }, tails: { to: main.tails } } } }
outcomes: { heads: {}, tails: {} }
`);
  const { happenings, decisions, days } = await ask({
    scenario: coin,
    chart: createChart(coin),
    point: pointOf(coin),
  });
  const settles = (path: string): Estimate =>
    [...happenings, ...decisions].find((one) => one.path === path)!.settles;
  // Exact: until the coin is thrown the odds are even, whenever that is.
  expect(Math.abs(settles('main.asks').value)).toBeLessThan(1e-9);
  expect(Math.abs(zOf(settles('coin'), 1))).toBeLessThan(LARGEST_Z);
  // Thrown in the first day with probability 1 − e^−0.2, and settled by then.
  expect(Math.abs(zOf(days[1]!.settled, 1 - exp(-0.2)))).toBeLessThan(LARGEST_Z);
});

test('the naive square is inflated by the inner noise, and found out', async () => {
  const key = seedKey('2022');
  const paths = Array.from(
    { length: RUNS },
    (_, run) =>
      followPath(chart, () => startRun(chart, point, { key, draw: run, luck: run, future: 0 })) as RunPath,
  );
  const third = paths.map((path) => ({
    path,
    places: [{ step: 2, moment: 'start' as const }],
  }));
  const sampled = (await sampleAlong(chart, third, { futures: 20 }, pool))!;
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / RUNS;
  const pairs = sampled.map(([open]) => open!);
  const exact = 2 * settledBy(2) * uncertainty;
  const naive = meanOf(covarianceParts(pairs.map(({ one }) => ({ one, other: one }))));
  const paired = meanOf(covarianceParts(pairs));
  // Inner noise adds Σ p (1 − p) / 20, some .022, to an exact .02.
  expect(naive).toBeGreaterThan(1.5 * exact);
  expect(Math.abs(paired - exact)).toBeLessThan(0.5 * exact);
});
