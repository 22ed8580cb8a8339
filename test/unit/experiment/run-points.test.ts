// Proves that points are run replication-major, with the same or with own luck, and that stopping leaves a balanced design.
import { describe, expect, it } from 'vitest';
import { keepRuns } from '../../../src/experiment/kept-runs.ts';
import { passesOf, runPoints } from '../../../src/experiment/run-points.ts';
import { seedKey } from '../../../src/random/index.ts';
import { fromFile, now, ownThread, pointOf } from './world.ts';

const scenario = fromFile('test/fixtures/fuel-prices.yaml');
const points = [pointOf(scenario), pointOf(scenario, { variant: 'loyal_police' }), pointOf(scenario)];
const key = seedKey('2022');

async function kept(runs: number, how: Partial<Parameters<typeof runPoints>[0]> = {}) {
  const pool = ownThread();
  const keeping = keepRuns(scenario, points.length, runs, [0]);
  const passes: (readonly [number, number])[] = [];
  const report = await runPoints(
    {
      scenario,
      points,
      key,
      runs,
      now,
      ...how,
      onPass(pass) {
        passes.push([pass.from, pass.runs]);
        keeping.add(pass);
        how.onPass?.(pass);
      },
    },
    pool,
  ).finally(() => pool.close());
  return { keeping, passes, report };
}

describe('passes', () => {
  it('double, add up, and never get too large', () => {
    expect(passesOf(4, 5000)).toEqual([500, 1000, 2000, 1500]);
    expect(passesOf(100_000, 20)).toEqual([8, 8, 4]);
    expect(passesOf(3, 0)).toEqual([]);
  });
});

describe('runPoints', () => {
  it('gives every point the same runs, pass by pass; equal points with the same luck end alike', async () => {
    const { keeping, passes, report } = await kept(1500);
    expect(passes).toEqual([
      [0, 667],
      [667, 833],
    ]);
    expect(report).toMatchObject({ done: 1500, interrupted: false });
    expect(keeping.outcomes[0]).toEqual(keeping.outcomes[2]);
    expect(keeping.outcomes[0]).not.toEqual(keeping.outcomes[1]);
    expect(keeping.measures[0]![0]).toEqual(keeping.measures[0]![2]);
  });

  it('with luck of its own no point shares a run', async () => {
    const { keeping } = await kept(300, { luck: 'own' });
    expect(keeping.outcomes[0]).not.toEqual(keeping.outcomes[2]);
    const later = await kept(300, { firstRun: 600 });
    expect(keeping.outcomes[2]).toEqual(later.keeping.outcomes[0]);
  });

  it('stopped, it keeps the passes that are whole', async () => {
    const stop = new AbortController();
    const { passes, report } = await kept(5000, { signal: stop.signal, onPass: () => stop.abort() });
    expect(passes).toEqual([[0, 667]]);
    expect(report).toMatchObject({ done: 667, interrupted: true });
  });

  it('counts the runs of all points as they come', async () => {
    const seen: number[] = [];
    await kept(1000, { onProgress: ({ done, total }) => seen.push(done, total) });
    expect(seen.at(-1)).toBe(3000);
    expect(seen.at(-2)).toBe(3000);
  });
});
