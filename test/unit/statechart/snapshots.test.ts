// Proves that a snapshot is everything: it is plain data, and what goes on from it is the same luck or a fresh one.
import { describe, expect, it } from 'vitest';
import { exp, log, siteOf, uniformAt } from '../../../src/random/index.ts';
import {
  createChart,
  finishRun,
  persist,
  type RunSnapshot,
  restore,
  startRun,
  stepRun,
  withFreshLuck,
} from '../../../src/statechart/index.ts';
import { pointOf } from '../../helpers/build-scenario.ts';
import { KEY, small } from './trace.ts';

/** The snapshot of a small scenario at state k of run 0. */
function at(entries: object, k: number) {
  const scenario = small({ time: { start: '2022-01-01', step: '1 day', horizon: '30 days' }, ...entries });
  const chart = createChart(scenario);
  let snapshot: RunSnapshot = startRun(chart, pointOf(scenario), { key: KEY, draw: 0, luck: 0, future: 0 });
  for (let step = 0; step < k; step++) snapshot = stepRun(chart, snapshot).snapshot;
  return { chart, snapshot };
}

const main = (transitions: object) => ({
  regions: { main: { initial: 'a', stages: { a: { transitions }, b: {} } } },
});

describe('persist and restore', () => {
  it('lose nothing, not even a negative zero', () => {
    const { chart, snapshot } = at({ variables: { x: { initial: 0, next: '0 * -1' } } }, 2);
    const back = restore(chart, JSON.parse(JSON.stringify(persist(snapshot))));
    expect(Object.is(back.context.variables[0], -0)).toBe(true);
    expect(back.context).toEqual(snapshot.context);
    expect(back.value).toEqual(snapshot.value);
  });

  it('refuse what is not a saved run, and one of another scenario', () => {
    const { chart, snapshot } = at({}, 1);
    const other = createChart(small({ title: 'Another' }));
    expect(() => restore(other, persist(snapshot))).toThrow('another scenario');
    for (const json of [null, 1, 'x', [], {}, { format: 2 }])
      expect(() => restore(chart, json)).toThrow('not a saved run');
  });

  it('measures of what is past come along', () => {
    const { chart, snapshot } = at(
      {
        variables: { x: { initial: 9, next: 'x - 1' } },
        measures: { top: { max: 'x' }, all: { total: 'x' } },
      },
      5,
    );
    const back = restore(chart, JSON.parse(JSON.stringify(persist(snapshot))));
    expect(finishRun(chart, back).measures).toEqual(finishRun(chart, snapshot).measures);
    expect(finishRun(chart, back).measures[0]).toBe(9);
  });
});

describe('fresh luck', () => {
  const stepOf = (
    chart: ReturnType<typeof at>['chart'],
    snapshot: RunSnapshot,
    path: string,
  ): number | null => {
    const found = finishRun(chart, snapshot).records.find(({ happenings }) =>
      happenings.some((one) => one.path === path),
    );
    return found === undefined ? null : found.step - 1;
  };

  it('deals a clock that has not rung a new exponential on top of the risk it has survived', () => {
    const { chart, snapshot } = at(main({ go: { to: 'b', hazard: 0.05 } }), 3);
    if (snapshot.context.times[0] !== 0) throw new Error('this run is of no use here: the clock has rung');
    for (let future = 1; future < 30; future++) {
      const extra = -log(1 - uniformAt(KEY, future, siteOf('main/go'), 0, 0));
      const step = 3 + Math.ceil(extra / 0.05 - 1e-9) - 1;
      expect(stepOf(chart, withFreshLuck(chart, snapshot, future), 'main.go')).toBe(step < 30 ? step : null);
    }
  });

  it('deals a pending random delay again given that it is longer than the time already passed', () => {
    const { chart, snapshot } = at(main({ go: { to: 'b', after: { uniform: [4, 20] } } }), 2);
    const passed = at(main({ go: { to: 'b', after: { uniform: [2, 20] } } }), 3);
    for (let future = 1; future < 20; future++) {
      const u = uniformAt(KEY, future, siteOf('main/go'), 0, 0);
      expect(stepOf(chart, withFreshLuck(chart, snapshot, future), 'main.go')).toBe(
        Math.ceil(4 + 16 * u) - 1,
      );
      if (passed.snapshot.context.times[0] !== 0)
        throw new Error('this run is of no use here: the delay is over');
      expect(stepOf(passed.chart, withFreshLuck(passed.chart, passed.snapshot, future), 'main.go')).toBe(
        Math.ceil(3 + 17 * u) - 1,
      );
    }
  });

  it('deals a delay of choices again among those still to come', () => {
    const choices = {
      choice: [
        { value: 1, weight: 1 },
        { value: 9, weight: 5 },
        { value: 12, weight: 5 },
      ],
    };
    const { chart, snapshot } = at(main({ go: { to: 'b', after: choices } }), 3);
    if (snapshot.context.times[0] !== 0) throw new Error('this run is of no use here: the delay is over');
    const steps = new Set(
      Array.from({ length: 40 }, (_, future) =>
        stepOf(chart, withFreshLuck(chart, snapshot, future + 1), 'main.go'),
      ),
    );
    expect([...steps].sort((a, b) => Number(a) - Number(b))).toEqual([8, 11]);
  });

  it('deals the gap of an `every` again given the time since its last fall', () => {
    const { chart, snapshot } = at(main({ note: { every: { exponential: { mean: 6 } } } }), 4);
    const state = snapshot.context.triggers[0];
    if (state?.kind !== 'every') throw new Error('no every');
    for (let future = 1; future < 20; future++) {
      const fresh = withFreshLuck(chart, snapshot, future).context.triggers[0];
      if (fresh?.kind !== 'every') throw new Error('no every');
      const u = uniformAt(KEY, future, siteOf('main/note'), 0, state.draw);
      // An exponential has no memory: its quantile beyond the time passed is that time plus a fresh one.
      expect(fresh.gap).toBeCloseTo(4 - state.lastFall - 6 * log(1 - u), 9);
      expect(fresh.nextFall).toBe(state.lastFall + fresh.gap);
    }
  });

  it('leaves what is overdue, what is not random, and a clock that rang and lost', () => {
    const { chart, snapshot } = at(
      main({
        first: { when: 'day < 4' },
        rung: { to: 'b', chance_per_day: 1, while: 'day < 1 or day > 5' },
        overdue: { after: { uniform: [1, 2] }, while: 'day > 7' },
        fixed: { after: '12 days' },
      }),
      4,
    );
    const fresh = withFreshLuck(chart, snapshot, 1);
    expect(fresh.context.triggers).toEqual(snapshot.context.triggers);
    expect(fresh.context.future).toBe(1);
  });

  it('addresses later draws with the future: noise, decisions, thresholds', () => {
    const entries = {
      variables: { x: { initial: 0, noise: 1 } },
      decisions: { choice: { ask: { every: '1 day' }, options: { a: {}, b: {}, c: {}, d: {} } } },
    };
    const { chart, snapshot } = at(entries, 4);
    const same = finishRun(chart, snapshot).records;
    const fresh = finishRun(chart, withFreshLuck(chart, snapshot, 3)).records;
    expect(fresh[0]).toEqual(same[0]);
    expect(fresh[1]?.variables).not.toEqual(same[1]?.variables);
    const choices = (records: typeof same) => records.slice(1).map(({ decisions }) => decisions[0]?.option);
    expect(choices(fresh)).not.toEqual(choices(same));
    const time = (name: string) => -log(1 - uniformAt(KEY, 3, siteOf(`choice/${name}`), 0, 4));
    const expected = ['a', 'b', 'c', 'd'].reduce((best, name) => (time(name) < time(best) ? name : best));
    expect(choices(fresh)[0]).toBe(expected);
  });

  it('keeps the parameters', () => {
    const { chart, snapshot } = at(
      { parameters: { p: { baseline: 1, range: [0, 2], distribution: { uniform: [0, 2] } } } },
      1,
    );
    expect(withFreshLuck(chart, snapshot, 9).context.parameters).toEqual(snapshot.context.parameters);
  });

  it('gives a share of futures that is the hazard’s: 200 futures of a clock that has survived', () => {
    const { chart, snapshot } = at(main({ go: { to: 'b', hazard: 0.1 } }), 2);
    if (snapshot.context.times[0] !== 0) throw new Error('this run is of no use here: the clock has rung');
    const within = Array.from({ length: 200 }, (_, future) =>
      stepOf(chart, withFreshLuck(chart, snapshot, future + 1), 'main.go'),
    ).filter((step) => step !== null && step < 7).length;
    // Five more days at 0.1: 1 − e^−0.5; 4 standard errors of 200 draws (false alarm 6e-5; the futures are fixed).
    const expected = 1 - exp(-0.5);
    expect(Math.abs(within / 200 - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 200));
  });
});
