// Proves that the newest point wins, that its pictures are those of a simulation, and that a held key still shows some.
import { describe, expect, test } from 'vitest';
import { createLive, type Live, type Picture } from '../../../src/experiment/live.ts';
import { seedKey } from '../../../src/random/index.ts';
import type { JobRequest, Pool } from '../../../src/runner/index.ts';
import { emptyTally, fold } from '../../../src/runner/index.ts';
import { emptyBatch, type Point } from '../../../src/scenario/index.ts';
import { crisisScenario } from '../../helpers/crisis-scenario.ts';
import { fromFile, now, ownThread, pointOf } from './world.ts';

const DIE = 'scenarios/exact/die.yaml';
const key = seedKey('2022');

/** The pictures of one point until the last. */
const pictures = (live: Live, point: Point, from?: Picture): Promise<readonly Picture[]> =>
  new Promise((resolve, reject) => {
    const seen: Picture[] = [];
    const onPicture = (picture: Picture, isLast: boolean): void => {
      seen.push(picture);
      if (isLast) resolve(seen);
    };
    live.aim(point, { onPicture, onBroken: (message) => reject(new Error(message)) }, from);
  });

test('the last picture is the simulation of 100,000 runs, the first of at least 1,000', async () => {
  const pool = ownThread();
  const scenario = fromFile(DIE);
  const point = pointOf(scenario);
  const seen = await pictures(createLive(pool, { scenario, key, now }), point);
  let tally = emptyTally(scenario);
  await pool.run({
    scenario,
    point,
    key,
    runs: 100_000,
    onBatch: (batch) => {
      tally = fold(tally, batch);
    },
  });
  expect(seen[0]?.codes.runs).toBeGreaterThanOrEqual(1_000);
  expect(seen.some(({ codes }) => codes.runs === 10_000)).toBe(true);
  expect([...seen.at(-1)!.tally.outcomes]).toEqual([...tally.outcomes]);
  const ofCodes = scenario.outcomes.map((_, outcome) =>
    seen.at(-1)!.codes.codes.reduce((sum, code) => sum + (code === outcome ? 1 : 0), 0),
  );
  expect(ofCodes).toEqual([...tally.outcomes]);
  await pool.close();
});

test('it goes on from what is known, to the same end', async () => {
  const pool = ownThread();
  const scenario = fromFile(DIE);
  const point = pointOf(scenario);
  const whole = await pictures(createLive(pool, { scenario, key, now }), point);
  const part = whole.find(({ codes }) => codes.runs < 100_000)!;
  const rest = await pictures(createLive(pool, { scenario, key, now }), point, part);
  expect(rest[0]!.codes.runs).toBeGreaterThan(part.codes.runs);
  expect([...rest.at(-1)!.tally.outcomes]).toEqual([...whole.at(-1)!.tally.outcomes]);
  await pool.close();
});

/** A pool that runs nothing until it is told to, and keeps what it was asked. */
function heldPool(): {
  readonly pool: Pool;
  readonly asked: JobRequest[];
  /** The first runs of a job come in. */
  readonly give: (job: number, runs: number) => void;
} {
  const asked: JobRequest[] = [];
  const report = { engine: 'kernel', refused: [], faultedRun: null, breakage: null } as const;
  const pool: Pool = {
    seats: 2,
    prepare: async () => 'kernel',
    run: (request) =>
      new Promise((resolve) => {
        asked.push(request);
        request.signal?.addEventListener('abort', () => resolve({ ...report, end: 'interrupted', done: 0 }));
      }),
    rows: () => Promise.reject(new Error('nobody asks for rows')),
    futures: async () => null,
    close: async () => {},
  };
  const give = (job: number, runs: number): void => {
    const { scenario, onBatch } = asked[job]!;
    onBatch(emptyBatch(scenario, 0, runs));
  };
  return { pool, asked, give };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((go) => setImmediate(go));
};

describe('newer points', () => {
  const scenario = crisisScenario();
  const at = (loyalty: number): Point => pointOf(scenario, { set: { loyalty } });

  test('cancel what is under way; of many at once only the last is worked on', async () => {
    const { pool, asked } = heldPool();
    let clock = 0;
    const live = createLive(pool, { scenario, key, now: () => clock });
    const quiet = { onPicture: () => {}, onBroken: () => {} };
    // Something was shown just now: a newer point need not wait.
    clock = 1_000;
    live.aim(at(0.1), quiet);
    await turns();
    expect(asked).toHaveLength(1);
    live.stop();
    await turns();
    expect(asked[0]!.signal?.aborted).toBe(true);
    live.aim(at(0.2), quiet);
    await turns();
    expect(asked.at(-1)!.point.parameters[0]).toBe(0.2);
  });

  test('while nothing was shown for long, the rough picture under way is finished, then the newest has its turn', async () => {
    const { pool, asked, give } = heldPool();
    const shown: number[] = [];
    const live = createLive(pool, { scenario, key, now: () => 1_000 });
    const listener = (value: number) => ({ onPicture: () => shown.push(value), onBroken: () => {} });
    live.aim(at(0.1), listener(0.1));
    await turns();
    live.aim(at(0.2), listener(0.2));
    live.aim(at(0.3), listener(0.3));
    await turns();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.signal?.aborted).toBe(false);
    give(0, 1_000);
    await turns();
    expect(shown).toEqual([0.1]);
    // The rest of it is left, and 0.2 was never worked on.
    expect(asked[0]!.signal?.aborted).toBe(true);
    expect(asked.at(-1)!.point.parameters[0]).toBe(0.3);
    expect(asked.map(({ point }) => point.parameters[0])).not.toContain(0.2);
  });
});

test('chunks end at 1,000 and 10,000 runs, the first 1,000 are shared evenly, and no chunk keeps a key waiting', async () => {
  const scenario = crisisScenario();
  const { pool, asked } = heldPool();
  const live = createLive(pool, { scenario, key, now });
  live.aim(pointOf(scenario), { onPicture: () => {}, onBroken: () => {} });
  await turns();
  const { chunk, runs } = asked[0]!;
  if (typeof chunk !== 'function') throw new Error('the chunks are not its own');
  for (const runsPerMs of [0.5, 7, 40, 900]) {
    const starts: number[] = [];
    for (let handed = 0; handed < runs; ) {
      starts.push(handed);
      const size = chunk({ remaining: runs - handed, handed, seats: 2, runsPerMs });
      expect(size).toBeGreaterThanOrEqual(1);
      expect(size).toBeLessThanOrEqual(Math.max(1, 40 * runsPerMs));
      handed += size;
    }
    expect(starts).toEqual(expect.arrayContaining([0, 1_000, 10_000]));
    if (runsPerMs > 6.25) expect(starts[1]).toBe(250);
  }
});

test('a pool that gave up is told, and the next point is worked on', async () => {
  const scenario = crisisScenario();
  const { pool, asked } = heldPool();
  const breakage = { kind: 'exited', message: 'the worker thread ended', firstRun: 0, runs: 500 } as const;
  const report = {
    end: 'broken',
    done: 0,
    engine: 'kernel',
    refused: [],
    faultedRun: null,
    breakage,
  } as const;
  let isBroken = true;
  const live = createLive(
    { ...pool, run: (request) => (isBroken ? Promise.resolve(report) : pool.run(request)) },
    { scenario, key, now },
  );
  const told = await new Promise<string>((resolve) =>
    live.aim(pointOf(scenario), { onPicture: () => {}, onBroken: resolve }),
  );
  expect(told).toBe('runs 0 to 499 could not be done: the worker thread ended');
  isBroken = false;
  live.aim(pointOf(scenario), { onPicture: () => {}, onBroken: () => {} });
  await turns();
  expect(asked).toHaveLength(1);
});
