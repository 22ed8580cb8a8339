// Proves that sweeps give each point its own answer on the same luck, and that thresholds are found where theory has them.
import { describe, expect, it } from 'vitest';
import {
  axisAlong,
  factorNamed,
  settingsAlong,
  sweep,
  type ThresholdRule,
  threshold,
} from '../../../src/experiment/index.ts';
import { NO_SETTINGS } from '../../../src/scenario/index.ts';
import { fromFile, fromText, HEAD, now, ownThread, pointOf } from './world.ts';

const fuel = fromFile('test/fixtures/fuel-prices.yaml');
/** Heads with chance q in the only step, tails else. */
const coin = fromText(`${HEAD}time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
parameters: { q: { baseline: 0.3, range: [0, 1] } }
regions: { coin: { initial: wait, stages: { wait: { transitions: { falls: { to: heads, chance_per_day: q } } }, heads: { outcome: heads } } } }
outcomes: { heads: { label: Heads }, tails: { label: Tails, at_horizon: "true" } }
`);
const base = { named: 'x', settings: NO_SETTINGS, seed: '2022', version: '1', command: 'c', now };

function swept(scenario: typeof coin, names: readonly string[], runs: number, count = 3) {
  const axes = names.map((name) => axisAlong(factorNamed(scenario, name)!, count));
  const places = settingsAlong(NO_SETTINGS, axes).map((place) => ({
    ...place,
    point: pointOf(scenario, place.settings),
  }));
  const pool = ownThread();
  return sweep({ ...base, scenario, axes, places, runs }, pool).finally(() => pool.close());
}

describe('sweep', () => {
  it('along a chance the share is the chance, and on the same luck it never falls', async () => {
    const { points, ends, axes } = await swept(coin, ['q'], 4000, 5);
    expect(axes[0]!.values).toEqual([0, 0.25, 0.5, 0.75, 1]);
    const shares = points.map(({ outcomes }) => outcomes[0]!.share);
    // Four standard errors √(.25/4,000): 1 false alarm in 16,000.
    shares.forEach(({ value }, i) => {
      expect(Math.abs(value - i / 4)).toBeLessThan(0.032);
    });
    expect([...shares].sort((a, b) => a.value - b.value)).toEqual(shares);
    expect(ends![0]!.change!.value).toBe(1);
    expect(ends![0]!.adjusted).toBeLessThan(1e-12);
  });

  it('over two axes has every combination, the last moving fastest, labels by their names', async () => {
    const { points, ends } = await swept(fuel, ['sponsor', 'response'], 20);
    expect(points.map(({ values }) => values.join(' ')).slice(0, 4)).toEqual([
      'nobody shoot',
      'nobody concede',
      'nobody leave',
      'gangs shoot',
    ]);
    expect(points).toHaveLength(9);
    expect(ends).toBeNull();
  });

  it('what has no range of its own is moved over the middle of its distribution, or half to twice its baseline', () => {
    const scenario = fromText(`${HEAD}time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
parameters: { a: { baseline: 1, distribution: { normal: { sd: 1 } } }, b: { baseline: 4 } }
regions: { r: { initial: s, stages: { s: {} } } }
outcomes: { o: { at_horizon: "true" } }
`);
    const [from, to] = axisAlong(factorNamed(scenario, 'a')!, 2).values as [number, number];
    // Normal quantiles ±1.6448536 (R).
    expect(from).toBeCloseTo(1 - 1.6448536, 6);
    expect(to).toBeCloseTo(1 + 1.6448536, 6);
    expect(axisAlong(factorNamed(scenario, 'b')!, 2).values).toEqual([2, 8]);
    expect(factorNamed(scenario, 'nothing')).toBeNull();
  });
});

describe('threshold', () => {
  function tipped(rule: ThresholdRule, runs: number, change: { low?: number; high?: number } = {}) {
    const pool = ownThread();
    const placeAt = (value: number) => {
      const settings = { ...NO_SETTINGS, set: { q: value } };
      return { settings, point: pointOf(coin, settings) };
    };
    const range = { parameter: 0, low: 0, high: 1, outcome: 0, ...change };
    return threshold({ ...base, ...range, scenario: coin, rule, runs, placeAt }, pool).finally(() =>
      pool.close(),
    );
  }

  it('heads reach 0.7 at q = 0.7, within the interval', async () => {
    const { crossing, looks } = await tipped({ kind: 'reaches', share: 0.7 }, 4000);
    if (crossing?.kind !== 'found') throw new Error(String(crossing?.kind));
    // Standard error √(.21/4,000) = 0.0072; four of them.
    expect(Math.abs(crossing.at.value - 0.7)).toBeLessThan(0.03);
    expect(crossing.at.low).toBeLessThan(0.7);
    expect(crossing.at.high).toBeGreaterThan(0.7);
    expect(crossing.at.high - crossing.at.low).toBeLessThan(0.035);
    expect(crossing.rising).toBe(true);
    expect(new Set(looks.map(({ value }) => value)).size).toBe(looks.length);
  });

  it('heads beat tails from q = 0.5 on', async () => {
    const { crossing } = await tipped({ kind: 'beats', outcome: 1 }, 4000);
    if (crossing?.kind !== 'found') throw new Error(String(crossing?.kind));
    expect(Math.abs(crossing.at.value - 0.5)).toBeLessThan(0.032);
  });

  it('says where there is none, and that it was interrupted', async () => {
    expect((await tipped({ kind: 'reaches', share: 0.7 }, 1000, { high: 0.5 })).crossing).toEqual({
      kind: 'none',
      side: 'below',
    });
    const pool = ownThread();
    const placeAt = () => ({ settings: NO_SETTINGS, point: pointOf(coin) });
    const stopped = await threshold(
      {
        ...base,
        scenario: coin,
        parameter: 0,
        low: 0,
        high: 1,
        outcome: 0,
        rule: { kind: 'reaches', share: 0.5 },
        runs: 100,
        placeAt,
        signal: AbortSignal.abort(),
      },
      pool,
    ).finally(() => pool.close());
    expect(stopped).toMatchObject({ crossing: null, interrupted: true, looks: [] });
  });
});
