// Proves that planned runs are those of the formulas at the pilot's shares, with the same luck and with luck of its own.
import { describe, expect, it } from 'vitest';
import { type PlanSide, planRuns } from '../../../src/experiment/index.ts';
import { NO_SETTINGS } from '../../../src/scenario/index.ts';
import { fromText, HEAD, now, ownThread, pointOf } from './world.ts';

const coin = fromText(`${HEAD}time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
parameters: { q: { baseline: 0.3, range: [0, 1] } }
regions: { coin: { initial: wait, stages: { wait: { transitions: { falls: { to: heads, chance_per_day: q } } }, heads: { outcome: heads } } } }
outcomes: { heads: { label: Heads }, tails: { label: Tails, at_horizon: "true" } }
measures: { landed: { final: "active(coin.heads)" }, never: { first_day: "day > 5" } }
`);
const side = (name: string, q: number): PlanSide => {
  const settings = { ...NO_SETTINGS, set: { q } };
  return { name, settings, point: pointOf(coin, settings) };
};

function planned(sides: readonly [PlanSide] | readonly [PlanSide, PlanSide], difference?: number) {
  const pool = ownThread();
  const base = {
    scenario: coin,
    named: 'x',
    settings: NO_SETTINGS,
    seed: '2022',
    version: '1',
    command: 'c',
    now,
  };
  const wanted = { half: 0.01, part: 0.1, power: 0.8, ...(difference === undefined ? {} : { difference }) };
  return planRuns({ ...base, sides, runs: 20_000, ...wanted }, pool).finally(() => pool.close());
}

describe('planRuns', () => {
  it('a share of 0.3 to ±0.01 takes z²·0.21/0.0001 = 8,067 runs, give or take the pilot', async () => {
    const { outcomes, differences, measures } = await planned([side('b', 0.3)]);
    expect(differences).toBeNull();
    // The share's standard error is 0.0032; p(1 − p) moves by 0.4 of it: 50 runs. Four of them.
    expect(Math.abs(outcomes[0]!.runs! - 8067)).toBeLessThan(200);
    expect(outcomes[2]).toMatchObject({ id: 'unresolved', runs: null, rare: null });
    // A yes or no of mean 0.3 to a tenth: (1.96/0.1)²·0.7/0.3 = 896.
    expect(Math.abs(measures[0]!.runs! - 896)).toBeLessThan(60);
    expect(measures[1]!.runs).toBeNull();
  });

  it('0.3 against 0.25: 1,250 a side with luck of its own (R power.prop.test), 155 pairs on one uniform (Connor 1987)', async () => {
    const { differences } = await planned([side('b', 0.3), side('a', 0.25)], 0.05);
    const { ownLuck, sameLuck, seen, difference } = differences![0]!;
    expect(difference).toBe(0.05);
    expect(Math.abs(seen.value - 0.05)).toBeLessThan(0.0062);
    expect(Math.abs(ownLuck! - 1251)).toBeLessThan(40);
    expect(Math.abs(sameLuck! - 155)).toBeLessThan(25);
  });

  it('a rare outcome takes (1.96/0.1)²·(1 − p)/p runs', async () => {
    const { outcomes } = await planned([side('rare', 0.0005)]);
    const { share, rare } = outcomes[0]!;
    expect(rare).toBe(Math.ceil((1.959963984540054 / 0.1) ** 2 * ((1 - share.value) / share.value) - 1e-6));
  });

  it('what cannot be told apart has no plan', async () => {
    const { differences } = await planned([side('b', 0.3), side('b again', 0.3)]);
    expect(differences!.map(({ sameLuck, ownLuck }) => [sameLuck, ownLuck])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });
});
