/**
 * Proves the turning points of one run where every chance is known: gambler's ruin, each bet's swing and what the other
 * side of the coin would have brought. A measured change is off by 4.5 standard errors by chance once in 147,000. And the
 * way of the timeline, on a scenario whose dates luck can meet.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { followPath, historyPath, type RunPath, turningPoints } from '../../src/experiment/index.ts';
import { seedKey } from '../../src/random/index.ts';
import { createChart, startRun } from '../../src/statechart/index.ts';
import { fromFile, fromText, HEAD, now, ownThread, pointOf } from '../unit/experiment/world.ts';

const pool = ownThread();
afterAll(() => pool.close());

const LARGEST_Z = 4.5;
const FUTURES = 4_000;
const WIN = 18 / 38;

/** P(win | purse), Feller (1968), chapter XIV, (2.4). */
const winning: readonly number[] = Array.from({ length: 11 }, (_, purse) => {
  const r = (1 - WIN) / WIN;
  const power = (n: number): number => Array.from({ length: n }).reduce((product: number) => product * r, 1);
  return (1 - power(purse)) / (1 - power(10));
});

describe("gambler's ruin", () => {
  const scenario = fromFile('scenarios/exact/gamblers-ruin.yaml');
  const chart = createChart(scenario);
  const luck = { key: seedKey('2022'), draw: 1, luck: 1, future: 0 };
  const path = followPath(chart, () => startRun(chart, pointOf(scenario), luck)) as RunPath;
  const purseAt = (step: number): number => path.states[step]!.context.variables[0]!;
  const answer = turningPoints({ chart, path, futures: FUTURES, most: 6, now }, pool);

  test('has turns in order of time, with the changes that are exact', async () => {
    const { points } = await answer;
    expect(points.length).toBeGreaterThan(2);
    expect(points.map(({ step }) => step)).toEqual(points.map(({ step }) => step).sort((a, b) => a - b));
    for (const { step, changes } of points) {
      const exact = winning[purseAt(step + 1)]! - winning[purseAt(step)]!;
      const { value, low, high } = changes[0]!;
      expect(Math.abs(value - exact)).toBeLessThan((LARGEST_Z * (high - low)) / 2 / 1.96);
    }
  });

  test('tells what the other side of the coin would have brought', async () => {
    for (const { step, instead, decisions } of (await answer).points) {
      expect(instead).toHaveLength(1);
      const { kind, path: other, changes } = instead[0]!;
      const [purse, next] = [purseAt(step), purseAt(step + 1)];
      expect([kind, other]).toEqual(['option', next > purse ? 'bet.lose' : 'bet.win']);
      expect(decisions).toEqual([{ path: 'bet', option: next > purse ? 'win' : 'lose' }]);
      const exact = winning[2 * purse - next]! - winning[next]!;
      const { value, low, high } = changes[0]!;
      expect(Math.abs(value - exact)).toBeLessThan((LARGEST_Z * (high - low)) / 2 / 1.96);
    }
  });

  test('interrupted, it tells the turns that were measured', async () => {
    const stop = new AbortController();
    const request = {
      chart,
      path,
      futures: 10,
      most: 6,
      now,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    };
    expect(await turningPoints(request, pool)).toMatchObject({ points: [], interrupted: true });
  });
});

const DATED = `${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 20 days }
regions:
  street:
    initial: calm
    stages:
      calm: { transitions: { erupts: { to: riot, hazard: 0.1 } } }
      riot: { transitions: { ebbs: { to: over, hazard: 0.1 }, spreads: { hazard: 0.1 } } }
      over: {}
timeline:
  second: { date: [2022-01-12, 2022-01-13], what: Ebbs, happening: street.ebbs }
  first: { date: 2022-01-05, what: Erupts, happening: street.erupts }
  never: { date: 2022-01-02, what: Spreads, happening: street.spreads }
`;

test("the timeline's way meets every date that luck can meet, whatever the entries' order", () => {
  const scenario = fromText(DATED);
  const chart = createChart(scenario);
  for (const seed of ['1', '2', '3']) {
    const luck = { key: seedKey(seed), draw: 0, luck: 0, future: 0 };
    const path = historyPath(chart, startRun(chart, pointOf(scenario), luck))!;
    // The street cannot spread before it erupts, three days later.
    expect(path.met).toEqual(['second', 'first']);
    expect(path.missed).toEqual(['never']);
    expect(path.records).toHaveLength(path.states.length + 1);
  }
});

test('without a dated happening there is no way to follow', () => {
  const scenario = fromText(DATED.slice(0, DATED.indexOf('timeline')));
  const chart = createChart(scenario);
  const luck = { key: seedKey('1'), draw: 0, luck: 0, future: 0 };
  expect(historyPath(chart, startRun(chart, pointOf(scenario), luck))).toBeNull();
});
