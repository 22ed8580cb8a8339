// Proves that discovery finds the box that a scenario has, and tells on fresh runs what there is in it.
import { describe, expect, it } from 'vitest';
import {
  type DiscoverySample,
  discover,
  drawnFactors,
  sensitivityDesign,
  settingsOn,
  type Target,
} from '../../../src/experiment/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import { NO_SETTINGS } from '../../../src/scenario/index.ts';
import { fromText, HEAD, now, ownThread, pointOf } from './world.ts';

/** Heads with chance 0.9 where one < 0.4 and the choice is b (a fifth of all worlds), with 0.05 elsewhere. */
const hidden = fromText(`${HEAD}time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
parameters:
  one: { label: The first, baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
  two: { label: The idle, baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
  choice: { label: The choice, one_of: { a: 0.5, b: 0.5 }, baseline: a }
regions: { coin: { initial: wait, stages: { wait: { transitions: { falls: { to: heads, chance_per_day: "0.05 + 0.85 * ((one < 0.4) * is(choice, b)) + 0 * two" } } }, heads: { outcome: heads } } } }
outcomes: { heads: { label: Heads }, tails: { label: Tails, at_horizon: "true" } }
measures: { landed: { label: It landed, final: "active(coin.heads)" } }
`);
const factors = drawnFactors(hidden, pointOf(hidden));
const runsAlone: DiscoverySample = {
  design: null,
  places: [{ settings: NO_SETTINGS, point: pointOf(hidden) }],
};
const heads: Target = { kind: 'outcomes', outcomes: [0], label: 'Heads' };

function discovered(
  target: Target,
  runs: number,
  more: { search?: DiscoverySample; trial?: DiscoverySample; step?: number; signal?: AbortSignal } = {},
) {
  const pool = ownThread();
  const base = {
    scenario: hidden,
    named: 'x',
    settings: NO_SETTINGS,
    seed: '2022',
    version: '1',
    command: 'c',
    now,
  };
  const samples = { search: runsAlone, trial: runsAlone };
  return discover({ ...base, factors, target, runs, ...samples, ...more }, pool).finally(() => pool.close());
}

describe('discover', () => {
  it('finds the box, leaves out what is idle, and fresh runs agree with the scenario: 90 % in it', async () => {
    const { chosen, searched, tried, share, boxes, leaves } = await discovered(heads, 5000);
    expect([searched, tried]).toEqual([5000, 5000]);
    // 0.2·0.9 + 0.8·0.05 = 0.22, standard error 0.006.
    expect(Math.abs(share.value - 0.22)).toBeLessThan(0.024);
    const [one, two, choice] = chosen!.box.limits;
    expect(one?.kind === 'number' && one.low === -Infinity && Math.abs(one.high - 0.4) < 0.03).toBe(true);
    expect(two).toBeNull();
    expect(choice).toEqual({ kind: 'label', allowed: [false, true] });
    expect(chosen!.fresh.density.low).toBeLessThan(0.9);
    expect(chosen!.fresh.density.high).toBeGreaterThan(0.86);
    expect(chosen!.fresh.coverage.value).toBeGreaterThan(0.75);
    expect(Math.abs(chosen!.fresh.mass.value - 0.2)).toBeLessThan(0.03);
    expect(boxes![chosen!.step]!.mass).toBeCloseTo(0.2, 1);
    expect(Math.max(...leaves.map(({ fresh }) => fresh.value))).toBeGreaterThan(0.85);
  });

  it('another step of the trade-off can be chosen', async () => {
    const { chosen } = await discovered(heads, 2000, { step: 1 });
    expect(chosen!.step).toBe(1);
    expect(chosen!.box.coverage).toBeGreaterThan(0.9);
  });

  it('works on points of a design and on a yes-or-no measure, with the same box', async () => {
    const sample = (seed: string): DiscoverySample => {
      const options = { factors, size: 1500, secondOrder: false };
      const design = sensitivityDesign('latin-hypercube', hidden, seedKey(seed), options);
      const places = settingsOn(design, factors, NO_SETTINGS).map((settings) => ({
        settings,
        point: pointOf(hidden, settings),
      }));
      return { design, places };
    };
    const landed: Target = { kind: 'measure', measure: 0, label: 'It landed' };
    const { chosen } = await discovered(landed, 1, { search: sample('a'), trial: sample('b') });
    expect(chosen!.box.limits[2]).toEqual({ kind: 'label', allowed: [false, true] });
    expect(chosen!.fresh.density.value).toBeGreaterThan(0.8);
  });

  it('says when there is nothing to find, and when it was interrupted', async () => {
    const never = await discovered({ kind: 'outcomes', outcomes: [2], label: 'Unresolved' }, 500);
    expect(never).toMatchObject({ boxes: null, chosen: null, leaves: [] });
    const stopped = await discovered(heads, 500, { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ interrupted: true, chosen: null, searched: 0 });
  });
});
