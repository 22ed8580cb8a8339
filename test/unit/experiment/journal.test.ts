// Proves that a journal cut off at any byte is a journal of what was whole, and that work gone on with from any of them
// comes to what it would have come to.
import { describe, expect, it } from 'vitest';
import { createFingerprints, fingerprintOf, resultHash } from '../../../src/experiment/fingerprints.ts';
import { decodeBlock, encodeBlock } from '../../../src/experiment/journal/block.ts';
import { frameOf, MAGIC, scanFrames } from '../../../src/experiment/journal/frames.ts';
import { type Journal, journalledPool } from '../../../src/experiment/journal/journalled-pool.ts';
import { type Pass, runPoints } from '../../../src/experiment/run-points.ts';
import { seedKey } from '../../../src/random/index.ts';
import type { Pool } from '../../../src/runner/index.ts';
import { type BatchResult, batchOfRows } from '../../../src/scenario/index.ts';
import { fromFile, now, ownThread, pointOf } from './world.ts';

const scenario = fromFile('test/fixtures/fuel-prices.yaml');
const points = [pointOf(scenario), pointOf(scenario, { variant: 'loyal_police' }), pointOf(scenario)];

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const scan = (bytes: Uint8Array) => scanFrames(bytes.length, (at, length) => bytes.subarray(at, at + length));

describe('frames', () => {
  const payloads = ['head', '', 'a longer block', 'x'].map((text) => new TextEncoder().encode(text));
  const frames = payloads.map(frameOf);
  const whole = joined([MAGIC, ...frames]);
  const ends = [MAGIC.length];
  for (const frame of frames) ends.push(ends.at(-1)! + frame.length);

  it('cut off at any byte, those before are there and nothing else', () => {
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const { frames: found, end } = scan(whole.subarray(0, cut));
      const last = ends.filter((place) => place <= cut).at(-1) ?? 0;
      expect({ cut, end, found: found.length }).toEqual({
        cut,
        end: last,
        found: Math.max(0, ends.indexOf(last)),
      });
    }
  });

  it('a byte that was changed ends them before its frame', () => {
    for (let at = MAGIC.length; at < whole.length; at += 1) {
      const bytes = whole.slice();
      bytes[at]! ^= 0x10;
      const before = ends.filter((place) => place <= at).length - 1;
      expect(scan(bytes).frames).toHaveLength(before);
    }
    const spoiled = whole.slice();
    spoiled[0]! ^= 1;
    expect(scan(spoiled)).toEqual({ frames: [], end: 0 });
  });
});

describe('blocks', () => {
  it('give back every array of a batch, with records and without', () => {
    const rows = Float64Array.of(1, Number.NaN, -0, 2 ** -1074);
    const bare = batchOfRows(7, 2, rows);
    const records = { parameters: Float64Array.of(0.5, 0.25), spells: Int32Array.of(0, 1, -1, 0, 4) };
    const counted: BatchResult = { ...bare, times: Int32Array.of(3), firsts: Int32Array.of(1, 2), records };
    for (const batch of [bare, counted]) {
      const job = '0123456789abcdef0123456789abcdef';
      // A payload lies anywhere in a file.
      const bytes = joined([new Uint8Array(3), encodeBlock(job, batch)]).subarray(3);
      expect(decodeBlock(bytes)).toEqual({ job, batch });
    }
  });
});

/** A journal in memory, and what was appended to it. */
function memory(kept: readonly { readonly job: string; readonly batch: BatchResult }[] = []) {
  const blocks = [...kept];
  const journal: Journal = {
    find(job, firstRun) {
      const found = blocks.find((block) => block.job === job && block.batch.firstRun === firstRun);
      return found === undefined
        ? null
        : { firstRun, runs: found.batch.runs, read: () => decodeBlock(encodeBlock(job, found.batch)).batch };
    },
    append: (job, batch) => void blocks.push({ job, batch }),
  };
  return { journal, blocks };
}

/** What a question sees, whatever batches it comes in. */
function seen(passes: readonly Pass[]) {
  return passes.map(({ from, runs, batches }) => ({
    from,
    runs,
    points: batches.map((some) => ({
      rows: some.flatMap(({ rows }) => [...rows]),
      asked: some.reduce((sum, { asked }) => sum + asked.reduce((a, b) => a + b, 0), 0),
      spells: some.reduce((sum, { records }) => sum + (records?.spells.length ?? 0), 0),
    })),
  }));
}

async function asked(pool: Pool, how: { readonly keep: 'all' | 'rows'; readonly records?: boolean }) {
  const passes: Pass[] = [];
  await runPoints(
    {
      scenario,
      points,
      key: seedKey('1'),
      runs: 1500,
      now,
      ...how,
      onPass: (pass) => void passes.push(pass),
    },
    pool,
  );
  return seen(passes);
}

describe.each([{ keep: 'rows' }, { keep: 'rows', records: true }, { keep: 'all' }] as const)(
  'a pool that remembers, %j',
  (how) => {
    it('goes on from any number of blocks, two points being the same, to the same passes', async () => {
      const pool = ownThread();
      try {
        const plain = await asked(pool, how);
        const first = memory();
        expect(await asked(journalledPool(pool, first.journal), how)).toEqual(plain);
        const step = Math.max(1, Math.floor(first.blocks.length / 6));
        for (let kept = 0; kept <= first.blocks.length; kept += step) {
          const { journal, blocks } = memory(first.blocks.slice(0, kept));
          expect(await asked(journalledPool(pool, journal), how)).toEqual(plain);
          if (kept === first.blocks.length) expect(blocks).toHaveLength(kept);
        }
      } finally {
        await pool.close();
      }
    });
  },
);

it('a job asked for with another seed, other runs or other points is not answered from the journal', async () => {
  const pool = ownThread();
  const { journal, blocks } = memory();
  const remembering = journalledPool(pool, journal);
  const ask = (change: Partial<Parameters<typeof runPoints>[0]>) =>
    runPoints(
      { scenario, points, key: seedKey('1'), runs: 20, keep: 'rows', now, onPass() {}, ...change },
      remembering,
    );
  try {
    await ask({});
    const known = blocks.length;
    await ask({});
    expect(blocks).toHaveLength(known);
    for (const change of [
      { key: seedKey('2') },
      { firstRun: 5 },
      { luck: 'own' },
      { points: [points[1]!, points[0]!, points[0]!] },
      { records: true },
    ] as const) {
      const before = blocks.length;
      await ask(change);
      expect(blocks.length, JSON.stringify(change)).toBeGreaterThan(before);
    }
  } finally {
    await pool.close();
  }
});

describe('fingerprints', () => {
  it('do not tell how rows were cut, nor one NaN from another; they tell every other bit', () => {
    const rows = Float64Array.of(1, Number.NaN, 3, -0);
    const odd = rows.slice();
    new DataView(odd.buffer).setUint32(8, 0xdead, true);
    expect(Number.isNaN(odd[1])).toBe(true);
    const hash = fingerprintOf([rows]);
    expect(fingerprintOf([rows.subarray(0, 1), rows.subarray(1)])).toBe(hash);
    expect(fingerprintOf([odd])).toBe(hash);
    expect(fingerprintOf([Float64Array.of(1, Number.NaN, 3, 0)])).not.toBe(hash);
    // FIPS 180-4 by Python's hashlib: sha256(struct.pack('<d', 1.0)).
    expect(fingerprintOf([Float64Array.of(1)])).toBe(
      '6c3c396ed6b5c36dcae172271f462051b1266b851e92df3deea8ac65478fd712',
    );
  });

  it('are one for each point and pass, numbered by sample', () => {
    const prints = createFingerprints();
    const batch = batchOfRows(4, 1, Float64Array.of(1));
    const pass = (from: number) => ({ pass: { from, runs: 1, batches: [[batch], [batch]] }, places: [] });
    for (const from of [0, 1, 0]) prints.add(pass(from));
    expect(prints.all().map(({ sample, point, firstRun, runs }) => [sample, point, firstRun, runs])).toEqual([
      [0, 0, 4, 1],
      [0, 1, 4, 1],
      [0, 0, 4, 1],
      [0, 1, 4, 1],
      [1, 0, 4, 1],
      [1, 1, 4, 1],
    ]);
    expect(resultHash(prints.all())).not.toBe(resultHash(prints.all().slice(1)));
  });
});
