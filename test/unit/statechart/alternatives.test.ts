// Proves what each alternative changes in a state, what it leaves, and what it refuses with a reason.
import { describe, expect, it } from 'vitest';
import { exp } from '../../../src/random/index.ts';
import {
  type Alternative,
  createChart,
  type Fork,
  finishRun,
  forkAt,
  futureOf,
  type Moment,
  type RunSnapshot,
  runFutures,
  startRun,
  stepFuture,
  stepRun,
} from '../../../src/statechart/index.ts';
import { pointOf } from '../../helpers/build-scenario.ts';
import { KEY, small } from './trace.ts';

const TIME = { start: '2022-01-01', step: '1 day', horizon: '30 days' };

/** A chart and its run 0 at state k. */
function at(entries: object, k = 0) {
  const scenario = small({ time: TIME, ...entries });
  const chart = createChart(scenario);
  let snapshot: RunSnapshot = startRun(chart, pointOf(scenario), { key: KEY, draw: 0, luck: 0, future: 0 });
  for (let step = 0; step < k; step++) snapshot = stepRun(chart, snapshot).snapshot;
  return { scenario, chart, snapshot };
}

type World = ReturnType<typeof at>;

const fork = ({ chart, snapshot }: World, alternative: Alternative, moment?: Moment): Fork => {
  const found = forkAt(chart, snapshot, alternative, moment);
  if ('impossible' in found) throw new Error(found.impossible);
  return found;
};

const refusal = ({ chart, snapshot }: World, alternative: Alternative): string | null => {
  const found = forkAt(chart, snapshot, alternative);
  return 'impossible' in found ? found.impossible : null;
};

/** The steps in which a happening first happened, by future. */
function stepsOf({ chart, scenario }: World, one: Fork, path: string, futures: number): (number | null)[] {
  const happening = scenario.happenings.findIndex((candidate) => candidate.path === path);
  return Array.from({ length: futures }, (_, future) => {
    const { records } = finishRun(chart, futureOf(chart, one, future));
    const found = records.findIndex(({ happenings }) =>
      happenings.some((h) => h.path === scenario.happenings[happening]!.path),
    );
    return found < 0 ? null : (records[found]?.step ?? 0) - 1;
  });
}

const main = (transitions: object) => ({
  regions: { main: { initial: 'a', stages: { a: { transitions }, b: {} } } },
});

describe('as it stands', () => {
  it('is the run itself under its own luck, also after JSON', () => {
    const world = at(main({ go: { to: 'b', hazard: 0.1 } }), 2);
    const sent = JSON.parse(JSON.stringify(fork(world, { kind: 'as_it_stands' }))) as Fork;
    expect(finishRun(world.chart, futureOf(world.chart, sent, 0)).last.context).toEqual(
      finishRun(world.chart, world.snapshot).last.context,
    );
  });
});

describe('it happens now', () => {
  it.each([
    ['a clock', { hazard: 0.01 }],
    ['a fixed delay', { after: '20 days' }],
    ['a random delay', { after: { uniform: [9, 20] } }],
    ['a schedule', { every: '10 days' }],
  ])('%s comes in the step that begins, whatever the luck', (_, trigger) => {
    const world = at(main({ go: { to: 'b', ...trigger } }), 4);
    expect(stepsOf(world, fork(world, { kind: 'happens', happening: 0 }), 'main.go', 20)).toEqual(
      Array.from({ length: 20 }, () => 4),
    );
  });

  it.each([
    ['a condition', { when: 'day > 20' }, 'depends on a condition alone'],
    ['what its `while` holds back', { hazard: 1, while: 'day > 20' }, '`while` does not hold'],
  ])('refuses %s', (_, trigger, why) => {
    const world = at(main({ go: { to: 'b', ...trigger } }), 4);
    expect(refusal(world, { kind: 'happens', happening: 0 })).toContain(why);
  });

  it('refuses what is outside its stage, over, taken away, an option or a date', () => {
    const world = at(
      {
        regions: {
          main: { initial: 'a', stages: { a: {}, b: { transitions: { back: { to: 'a', hazard: 1 } } } } },
        },
        decisions: { d: { ask: { every: '1 day' }, options: { yes_please: {}, never: {} } } },
        shocks: { once: { day: 1 }, later: { day: 20 } },
      },
      4,
    );
    const why = (path: string) =>
      refusal(world, {
        kind: 'happens',
        happening: world.scenario.happenings.findIndex((one) => one.path === path),
      });
    expect(why('main.back')).toBe('main.back cannot happen outside main.b');
    expect(why('once')).toBe('once has happened and does not repeat');
    expect(why('d.never')).toBe('d.never is an option: fix its decision instead');
    expect(why('later')).toBe('later happens at its date alone');
  });
});

describe('it does not happen in this step', () => {
  it('a clock goes on from the risk it will have passed: later chances are those of the hazard', () => {
    const world = at(main({ go: { to: 'b', hazard: 0.2 } }));
    const one = fork(world, { kind: 'not_today', happening: 0 });
    const steps = stepsOf(world, one, 'main.go', 2000);
    expect(steps.filter((step) => step === 0)).toEqual([]);
    // Exact: 1 − e^−0.2 in the next step. 4 standard errors of 2,000 futures: 1 in 16,000 by chance.
    const share = steps.filter((step) => step === 1).length / 2000;
    const exact = 1 - exp(-0.2);
    expect(Math.abs(share - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 2000));
  });

  it('under the luck of the run only what is set back is dealt again', () => {
    const both = {
      regions: {
        main: { initial: 'a', stages: { a: { transitions: { go: { to: 'b', hazard: 0.2 } } }, b: {} } },
        side: { initial: 'c', stages: { c: { transitions: { stay: { to: 'd', hazard: 0.2 } } }, d: {} } },
      },
    };
    const world = at(both);
    const before = finishRun(world.chart, world.snapshot).last.context;
    const { last } = finishRun(
      world.chart,
      futureOf(world.chart, fork(world, { kind: 'not_today', happening: 0 }), 0),
    );
    expect(last.context.last[1]).toBe(before.last[1]);
    expect(last.context.last[0]).not.toBe(before.last[0]);
  });

  it.each([
    ['a fixed delay comes a step later', { after: '5 days' }, 5],
    ['a fall is left out: the next of its schedule comes', { every: '5 days' }, 9],
    ['a condition waits until it has been false', { when: '4 <= day and day != 6' }, 7],
  ])('%s', (_, trigger, step) => {
    const world = at(main({ go: { to: 'b', ...trigger } }), 4);
    const one = fork(world, { kind: 'not_today', happening: 0 });
    expect(stepsOf(world, one, 'main.go', 3)).toEqual([step, step, step]);
  });

  it('refuses what is certain', () => {
    const certain = at(main({ go: { to: 'b', chance_per_day: 1 } }));
    expect(refusal(certain, { kind: 'not_today', happening: 0 })).toBe('main.go is certain in this step');
    const latest = at(main({ go: { to: 'b', after: { uniform: [1, 4.5] } } }), 4);
    if (latest.snapshot.context.times[0] !== 0) return;
    expect(refusal(latest, { kind: 'not_today', happening: 0 })).toContain('in this step at the latest');
  });
});

describe('an option', () => {
  const world = at({
    variables: { x: { initial: 0 } },
    decisions: {
      d: {
        ask: { every: '3 days' },
        options: { up: { add: { x: 1 } }, stay: {}, shut: { available: 'x > 99' } },
      },
    },
  });

  it('is taken at the next asking and not at the ones after', () => {
    const batch = runFutures(world.chart, fork(world, { kind: 'option', decision: 0, option: 0 }), 0, 40);
    expect([...batch.option]).toEqual(Array.from({ length: 40 }, () => 1));
    // Ten askings at even odds: were it fixed at all of them, x would be 10 in every future.
    const lasts = Array.from({ length: 40 }, (_, future) => {
      const one = fork(world, { kind: 'option', decision: 0, option: 0 });
      let next = futureOf(world.chart, one, future);
      while (next.context.ended === null) next = stepFuture(world.chart, next, one.once);
      return next.context;
    });
    expect(lasts.every(({ asked, variables }) => asked[0] === 10 && variables[0]! >= 1)).toBe(true);
    expect(lasts.some(({ variables }) => variables[0]! < 8)).toBe(true);
  });

  it('that cannot be taken is told so', () => {
    const batch = runFutures(world.chart, fork(world, { kind: 'option', decision: 0, option: 2 }), 0, 5);
    expect([...batch.option]).toEqual([2, 2, 2, 2, 2]);
  });
});

describe('a changed parameter', () => {
  it('holds from this step on, in the auxiliaries at once', () => {
    const world = at(
      {
        parameters: { p: { baseline: 1, range: [0, 9] } },
        auxiliaries: { double: '2 * p' },
        variables: { x: { initial: 0, per_day: 'double' } },
      },
      3,
    );
    const { last } = finishRun(
      world.chart,
      futureOf(world.chart, fork(world, { kind: 'parameters', values: [4] }), 0),
    );
    expect(last.context.variables[0]).toBe(3 * 2 + 27 * 8);
  });
});

describe('the moment of asking', () => {
  it('keeps what asks: every future decides in this step', () => {
    const entries = main({ go: { decide: 'd', hazard: 0.05 } });
    const decisions = { d: { options: { stop: { to: 'main.b' }, go_on: {} } } };
    for (let k = 0; k < 30; k += 1) {
      const world = at({ ...entries, decisions }, k);
      if (world.snapshot.context.ended !== null) break;
      const { record } = stepRun(world.chart, world.snapshot);
      if (record.decisions.length === 0) continue;
      const one = fork(world, { kind: 'option', decision: 0, option: 0 }, 'asked');
      expect(stepsOf(world, one, 'd.stop', 10)).toEqual(Array.from({ length: 10 }, () => k));
      const open = fork(world, { kind: 'option', decision: 0, option: 0 }, 'start');
      expect(stepsOf(world, open, 'd.stop', 40).every((step) => step === k)).toBe(false);
      return;
    }
    throw new Error('this run asks nothing: it is of no use here');
  });
});
