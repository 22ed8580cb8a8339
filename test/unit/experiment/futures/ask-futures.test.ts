/** Proves what the question "and if not?" answers: outlooks, paired differences, what cannot be and why, how often later. */
import { afterAll, describe, expect, test } from 'vitest';
import { askFutures, type FuturesQuestion, type NoWay, type Way } from '../../../../src/experiment/index.ts';
import { exp, seedKey } from '../../../../src/random/index.ts';
import { createChart, startRun } from '../../../../src/statechart/index.ts';
import { fromText, HEAD, ownThread, pointOf } from '../world.ts';

const pool = ownThread();
afterAll(() => pool.close());

const scenario = fromText(`${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 5 days }
variables: { x: { initial: 0 } }
regions:
  street:
    initial: calm
    stages:
      calm: { transitions: { erupts: { to: riot, hazard: 0.3 } } }
      riot: { transitions: { answered: { decide: response, after: 1 day } } }
      over: { outcome: put_down }
      gone: { outcome: falls }
decisions:
  response: { actor: The president, options: { shoot: { to: street.over }, leave: { to: street.gone }, wish: { available: "x > 1" } } }
outcomes: { put_down: {}, falls: {} }
`);
const chart = createChart(scenario);
const snapshot = startRun(chart, pointOf(scenario), { key: seedKey('1'), draw: 0, luck: 0, future: 0 });

async function ask(change: Partial<FuturesQuestion>): Promise<readonly (Way | NoWay)[]> {
  const question = { chart, snapshot, alternatives: [], futures: 4_000, ...change };
  return (await askFutures(question, pool)) as readonly (Way | NoWay)[];
}

const way = (one: Way | NoWay | undefined): Way => {
  if (one === undefined || 'impossible' in one) throw new Error('this should be a way');
  return one;
};

describe('the futures of a calm day', () => {
  const alternatives = [
    { kind: 'as_it_stands' },
    { kind: 'not_today', happening: 0 },
    { kind: 'option', decision: 0, option: 0 },
    { kind: 'option', decision: 0, option: 2 },
    { kind: 'happens', happening: 1 },
  ] as const;
  const answer = ask({ alternatives });

  test('an eruption set back happens later as often as its hazard says', async () => {
    const later = way((await answer)[1]).happens[0]!;
    // Exact: 1 − e^−(0.3 · 4) in the four steps that are left; 4.5 standard errors.
    const exact = 1 - exp(-1.2);
    expect(Math.abs(later.value - exact)).toBeLessThan(4.5 * Math.sqrt((exact * (1 - exact)) / 4_000));
  });

  test('differences are paired with the first way, and say less than the shares alone would', async () => {
    const [base, calm] = (await answer).map((one) => one as Way);
    expect(base?.changes).toBeNull();
    const change = calm!.changes![2]!;
    const shares = [base!, calm!].map(({ outlook }) => outlook.outcomes[2]!.share);
    expect(change.value).toBeCloseTo(shares[1]!.value - shares[0]!.value, 12);
    const apart = Math.hypot(...shares.map(({ low, high }) => high - low));
    expect(change.high - change.low).toBeLessThan(0.8 * apart);
  });

  test('what becomes of a fixed option is told', async () => {
    const shoot = way((await answer)[2]);
    expect(shoot.outlook.outcomes[1]?.count).toBe(0);
    expect(shoot.option?.taken.value).toBeCloseTo(1 - shoot.option!.notAsked.value, 12);
    expect(way((await answer)[3]).option?.unavailable.value).toBe(shoot.option?.taken.value);
  });

  test('what a state does not allow is no way, with the reason', async () => {
    expect((await answer)[4]).toMatchObject({
      impossible: 'street.answered cannot happen outside street.riot',
    });
  });
});

test('interrupted, there is no answer', async () => {
  const stop = new AbortController();
  stop.abort();
  const question = { chart, snapshot, alternatives: [{ kind: 'as_it_stands' } as const], futures: 10 };
  expect(await askFutures({ ...question, signal: stop.signal }, pool)).toBeNull();
});
