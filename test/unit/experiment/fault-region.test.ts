// Proves that the region of faults is found where a scenario is made to fault, of many and of few, and nowhere else.
import { describe, expect, it } from 'vitest';
import { axisAlong, factorNamed, settingsAlong } from '../../../src/experiment/axis.ts';
import { sweep } from '../../../src/experiment/index.ts';
import { NO_SETTINGS, type Scenario } from '../../../src/scenario/index.ts';
import { fromText, HEAD, now, ownThread, pointOf } from './world.ts';

/** Runs fault where the hazard is negative: where q lies below a place. */
const faultyBelow = (place: number): Scenario =>
  fromText(`${HEAD}time: { start: 2022-01-01, step: 1 day, horizon: 2 days }
parameters:
  q: { label: The cause, baseline: 0.5, distribution: { uniform: [0, 1] } }
  other: { baseline: 0.5, distribution: { uniform: [0, 1] } }
  more: { baseline: 0.5, distribution: { uniform: [0, 1] } }
regions: { r: { initial: a, stages: { a: { transitions: { t: { to: b, hazard: "q - ${place} + 0 * (other + more)" } } }, b: { outcome: o } } } }
decisions: {}
outcomes: { o: { label: O } }
variants: { v: { label: V, set: { q: 0.9 } } }
`);

async function faultsOf(scenario: Scenario, over: string, runs: number) {
  const axes = [axisAlong(factorNamed(scenario, over)!, 2)];
  const places = settingsAlong(NO_SETTINGS, axes).map((place) => ({
    ...place,
    point: pointOf(scenario, place.settings),
  }));
  const pool = ownThread();
  const context = { named: 'f.yaml', seed: '2022', version: '0', command: '', now, settings: NO_SETTINGS };
  const { faults } = await sweep({ scenario, ...context, axes, places, runs }, pool).finally(() =>
    pool.close(),
  );
  return faults;
}

describe('where faults lie', () => {
  it('many: a box of the parameter that makes them, and how often runs in it fault', async () => {
    const { count, region } = await faultsOf(faultyBelow(0.2), 'variant', 2000);
    expect(count).toBeGreaterThan(300);
    expect(region?.kind).toBe('box');
    const at = region!.factors.findIndex(({ id }) => id === 'q');
    const limit = region!.limits[at]!;
    // The sampled rows lie some thousandths apart; one step of peeling takes 5 % of them.
    expect(limit.kind === 'number' && limit.high).toBeCloseTo(0.2, 1);
    expect(region!.limits.filter((one) => one !== null).length).toBeLessThan(3);
    expect(region!.coverage).toBeGreaterThan(0.9);
    expect(region!.density).toBeGreaterThan(0.8);
  });

  it('few: the range that they share, estimated against the runs that did not fault', async () => {
    const { count, region } = await faultsOf(faultyBelow(0.004), 'variant', 2000);
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(20);
    expect(region?.kind).toBe('ranges');
    const at = region!.factors.findIndex(({ id }) => id === 'q');
    expect(region!.limits[at]).toMatchObject({ kind: 'number' });
    expect(region!.limits.map((limit) => limit !== null)).toEqual(
      region!.factors.map((_, i) => i === at || region!.factors[i]!.id === 'variant'),
    );
    expect(region!.coverage).toBe(1);
  });

  it('nothing is said where every run faults, and nothing without faults', async () => {
    expect(await faultsOf(faultyBelow(2), 'variant', 50)).toMatchObject({ count: 100, region: null });
    expect(await faultsOf(faultyBelow(-1), 'variant', 50)).toMatchObject({ count: 0, region: null });
  });
});
