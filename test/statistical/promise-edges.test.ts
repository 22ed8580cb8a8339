/**
 * Proves that a promise whose truth stands exactly on the edge of what it allows is settled, rightly or wrongly, at most
 * one time in a hundred, however often the runs are looked at; and that one a little off the edge is.
 *
 * The truths are derived in the heads of the files. Of SEEDS seeds at most 2.5 may settle on average; more than
 * MOST_SETTLED come with a chance below 1 in 3,600 each (Poisson).
 */
import { afterAll, describe, expect, test } from 'vitest';
import { checkPromises, type Verdict } from '../../src/experiment/index.ts';
import { fromFile, ownThread } from '../unit/experiment/world.ts';

const SEEDS = 250;
const MOST_SETTLED = 9;
/** Three looks. */
const LIMITS = { firstLook: 500, limit: 2_000 } as const;

const pool = ownThread();
afterAll(() => pool.close());

/** Seeds by verdict on one promise. */
async function verdictsOn(file: string, promise: string): Promise<Record<Verdict, number>> {
  const scenario = fromFile(`scenarios/exact/${file}`, (text) =>
    text.replace(/^expect:\n[\s\S]*/m, `expect:\n  it: ${promise}\n`),
  );
  const counts = { holds: 0, fails: 0, 'not-enough-runs': 0 };
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const report = await checkPromises(scenario, pool, { seed: `edge ${seed}`, named: file, ...LIMITS });
    counts[report.verdicts[0]!.verdict] += 1;
  }
  return counts;
}

/** A promise on its edge, and the same with a bound that is off by enough for 2,000 runs to tell, either way. */
const EDGES = [
  [
    'closeness.yaml',
    (bound: number) => `{ happening: street.erupts, within: 3 days of palace.breaks, at_least: ${bound} }`,
    { edge: 0.3646868, holds: 0.3, fails: 0.43 },
  ],
  [
    'effects.yaml',
    (bound: number) => `{ outcome: fallen, given: "times(manner.fast) > 0", at_least: ${bound} }`,
    { edge: 0.7768698, holds: 0.7, fails: 0.85 },
  ],
  [
    'effects.yaml',
    (bound: number) => `{ log_odds: fallen, per: { strength: [0.5, 1.5] }, at_least: ${bound} }`,
    { edge: 1.4141325, holds: 1.1, fails: 1.75 },
  ],
  [
    'effects.yaml',
    (bound: number) =>
      `{ odds_ratio: fallen, decide: { manner: fast }, against: { manner: slow }, at_least: ${bound} }`,
    { edge: 5.3670031, holds: 4, fails: 7.2 },
  ],
  [
    // The tail that the central share leaves is the share of runs that have it by then: 18.17197 %.
    'timeline.yaml',
    (bound: number) => `{ timeline: first_crack, inside: ${bound} }`,
    { edge: 1 - 2 * 0.1817197, holds: 0.76, fails: 0.5 },
  ],
] as const;

describe.each(EDGES)('%s', (file, promise, { edge, holds, fails }) => {
  test(promise(edge), async () => {
    const counts = await verdictsOn(file, promise(edge));
    expect(counts.holds + counts.fails).toBeLessThanOrEqual(MOST_SETTLED);
  });

  test('a little off the edge it is settled', async () => {
    expect((await verdictsOn(file, promise(holds))).holds).toBeGreaterThan(0.9 * SEEDS);
    expect((await verdictsOn(file, promise(fails))).fails).toBeGreaterThan(0.9 * SEEDS);
  });
});
