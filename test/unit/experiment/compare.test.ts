// Proves that a comparison is made of pairs of runs with the same luck, corrected for many, and goes on past faults.
import { describe, expect, it } from 'vitest';
import { type ComparisonSide, compare } from '../../../src/experiment/index.ts';
import { NO_SETTINGS, type Scenario, type Settings } from '../../../src/scenario/index.ts';
import { fromFile, fromText, HEAD, now, ownThread, pointOf } from './world.ts';

const scenario = fromFile('test/fixtures/fuel-prices.yaml');

const side = (of: Scenario, name: string, change: Partial<Settings> = {}): ComparisonSide => ({
  name,
  settings: { ...NO_SETTINGS, ...change },
  point: pointOf(of, change),
});

function compared(
  of: Scenario,
  sides: readonly ComparisonSide[],
  more: { readonly runs?: number; readonly allPairs?: boolean } = {},
) {
  const pool = ownThread();
  const request = {
    scenario: of,
    named: 'x',
    settings: NO_SETTINGS,
    seed: '2022',
    version: '1',
    command: 'c',
    now,
  };
  return compare({ ...request, sides, runs: 1000, ...more }, pool).finally(() => pool.close());
}

describe('compare', () => {
  it('the same side twice differs in nothing', async () => {
    const { contrasts, runs } = await compared(scenario, [side(scenario, 'a'), side(scenario, 'b')]);
    expect(runs).toBe(1000);
    for (const { change, p, adjusted } of contrasts[0]!.outcomes) {
      expect(change!.value).toBe(0);
      expect([p, adjusted]).toEqual([1, 1]);
    }
    for (const { change } of contrasts[0]!.measures) if (change !== null) expect(change.value).toBe(0);
  });

  it('changes are differences of the sides, each held against the first or all against all', async () => {
    const sides = [
      side(scenario, 'baseline'),
      side(scenario, 'loyal_police', { variant: 'loyal_police' }),
      side(scenario, 'loyalty=0.2', { set: { loyalty: 0.2 } }),
    ];
    const { contrasts, sides: seen, manifest } = await compared(scenario, sides);
    expect(manifest.sides).toEqual(['baseline', 'loyal_police', 'loyalty=0.2']);
    expect(contrasts.map((one) => [one.side, one.against])).toEqual([
      ['loyal_police', 'baseline'],
      ['loyalty=0.2', 'baseline'],
    ]);
    contrasts[0]!.outcomes.forEach(({ change }, i) => {
      const apart = seen[1]!.result.outcomes[i]!.share.value - seen[0]!.result.outcomes[i]!.share.value;
      expect(change!.value).toBeCloseTo(apart, 12);
    });
    const order = contrasts.map((one) => one.outcomes.find(({ id }) => id === 'order_by_force')!);
    expect(order[0]!.change!.value).not.toBe(0);
    expect(order[0]!.saved).toBeGreaterThan(1);
    const all = await compared(scenario, sides, { allPairs: true });
    expect(all.contrasts).toHaveLength(3);
    // More questions, stricter answers.
    all.contrasts[0]!.outcomes.forEach(({ adjusted }, i) => {
      expect(adjusted).toBeGreaterThanOrEqual(contrasts[0]!.outcomes[i]!.adjusted);
    });
  });

  it('a coin of chance 0.3 against one of 0.25 on the same luck: what theory says of the saving (8.4)', async () => {
    const coin = fromText(`${HEAD}time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
parameters: { q: { baseline: 0.3, range: [0, 1] } }
regions: { coin: { initial: wait, stages: { wait: { transitions: { falls: { to: heads, chance_per_day: q } } }, heads: { outcome: heads } } } }
outcomes: { heads: { label: Heads } }
`);
    const sides = [side(coin, 'a', { set: { q: 0.25 } }), side(coin, 'b', { set: { q: 0.3 } })];
    const { contrasts } = await compared(coin, sides, { runs: 20_000 });
    const heads = contrasts[0]!.outcomes[0]!;
    // Standard error of the difference √(0.0475/20,000) = 0.0015; of the saving about 3 % (1,000 changed pairs); four each.
    expect(Math.abs(heads.change!.value - 0.05)).toBeLessThan(0.0062);
    expect(Math.abs(heads.saved - 0.3975 / 0.0475)).toBeLessThan(1.1);
    expect(heads.p).toBeLessThan(1e-12);
  });

  it('counts runs that fault, says how to replay them, and leaves their pairs out', async () => {
    const faulty = fromText(`${HEAD}time: { start: 2022-01-01, step: 1 day, horizon: 2 days }
parameters: { q: { baseline: 1 } }
regions: { r: { initial: a, stages: { a: { transitions: { t: { to: b, hazard: "q" } } }, b: { outcome: o } } } }
outcomes: { o: { label: O } }
`);
    const sides = [side(faulty, 'a'), side(faulty, 'b', { set: { q: -1 } })];
    const { faults, runs, contrasts, interrupted } = await compared(faulty, sides, { runs: 5000 });
    expect({ runs, interrupted, count: faults.count }).toEqual({
      runs: 5000,
      interrupted: false,
      count: 5000,
    });
    expect(faults.listed).toHaveLength(10);
    expect(faults.listed[0]!.run).toBe(0);
    expect(faults.listed[0]!.command).toContain('--set q=-1');
    expect(contrasts[0]!.outcomes[0]!.change).toBeNull();
  });
});
