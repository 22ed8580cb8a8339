// Proves hazards and chances: thresholds, accumulated risk, which of several clocks wins, and what happens to the losers.
import { describe, expect, it } from 'vitest';
import { log, siteOf, uniformAt } from '../../../src/random/index.ts';
import type { Cause } from '../../../src/statechart/index.ts';
import { KEY, small, traceOf, traceRun } from './trace.ts';

const threshold = (site: string, luck: number, n: number): number =>
  -log(1 - uniformAt(KEY, 0, siteOf(site), luck, n));

const LUCKS = Array.from({ length: 40 }, (_, luck) => luck);

const clockOf = (cause: Cause | null | undefined) => {
  if (cause?.kind !== 'hazard' && cause?.kind !== 'chance') throw new Error('no clock');
  return cause;
};

const leaving = (trigger: object, more: object = {}) => ({
  time: { start: '2022-01-01', step: '6 hours', horizon: '20 days' },
  regions: {
    main: {
      initial: 'here',
      stages: { here: { transitions: { go: { to: 'there', ...trigger } } }, there: {} },
    },
  },
  ...more,
});

describe('a clock rings where the accumulated hazard reaches −ln(1 − u(r, clock, n))', () => {
  const constant = small(leaving({ hazard: 0.4 }));

  it.each(LUCKS)('constant hazard 0.4, luck %d', (luck) => {
    const trace = traceRun(constant, {}, luck);
    const rings = threshold('main/go', luck, 0) / 0.4;
    const expected = rings <= 20 ? [`${Math.ceil(rings * 4) - 1} main.go`] : [];
    expect(trace.happened).toEqual(expected);
    const cause = trace.records.flatMap(({ happenings }) => happenings)[0]?.cause;
    if (cause) expect(clockOf(cause).fraction).toBeCloseTo(rings * 4 - Math.floor(rings * 4), 10);
  });

  it('a chance q a day is a hazard of −ln(1 − q)', () => {
    const scenario = small(leaving({ chance_per_day: 0.25 }));
    for (const luck of LUCKS) {
      const rings = threshold('main/go', luck, 0) / -log(1 - 0.25);
      const expected = rings <= 20 ? [`${Math.ceil(rings * 4) - 1} main.go`] : [];
      expect(traceRun(scenario, {}, luck).happened).toEqual(expected);
    }
  });

  it('a hazard that changes is constant within a step; days with hazard 0 do not count', () => {
    const scenario = small(
      leaving(
        { hazard: 'day < 2 or day >= 5 ? 0.5 : 0' },
        { time: { start: '2022-01-01', step: '1 day', horizon: '30 days' } },
      ),
    );
    for (const luck of LUCKS) {
      const trace = traceRun(scenario, {}, luck);
      const risk = threshold('main/go', luck, 0) / 0.5;
      const step = Math.ceil(risk) - 1;
      const expected = step < 2 ? step : step + 3;
      expect(trace.happened).toEqual(expected < 30 ? [`${expected} main.go`] : []);
    }
  });

  it('steps in which `while` is false do not count either', () => {
    const scenario = small(
      leaving(
        { hazard: 0.5, while: 'day < 2 or day >= 5' },
        { time: { start: '2022-01-01', step: '1 day', horizon: '30 days' } },
      ),
    );
    for (const luck of LUCKS) {
      const trace = traceRun(scenario, {}, luck);
      const step = Math.ceil(threshold('main/go', luck, 0) / 0.5) - 1;
      const expected = step < 2 ? step : step + 3;
      expect(trace.happened).toEqual(expected < 30 ? [`${expected} main.go`] : []);
    }
  });
});

describe('a chance of 1', () => {
  it('rings at fraction 0 of the first enabled step', () => {
    const trace = traceOf(leaving({ chance_per_day: 1, while: 'day >= 1' }));
    expect(trace.happened).toEqual(['4 main.go']);
    expect(clockOf(trace.records[5]!.happenings[0]!.cause).fraction).toBe(0);
  });

  it('ties go by document order', () => {
    const both = (names: readonly string[]) =>
      traceOf({
        regions: {
          main: {
            initial: 'here',
            stages: {
              here: {
                transitions: Object.fromEntries(
                  names.map((name) => [name, { to: 'there', chance_per_day: 1 }]),
                ),
              },
              there: {},
            },
          },
        },
      }).happened;
    expect(both(['first', 'second'])).toEqual(['0 main.first']);
    expect(both(['second', 'first'])).toEqual(['0 main.second']);
  });

  it('beats a hazard that rings in the same step, wherever it stands', () => {
    const trace = traceOf({
      regions: {
        main: {
          initial: 'here',
          stages: {
            here: {
              transitions: { slow: { to: 'there', hazard: 1e6 }, sure: { to: 'there', chance_per_day: 1 } },
            },
            there: {},
          },
        },
      },
    });
    expect(trace.happened).toEqual(['0 main.sure']);
  });
});

describe('of several clocks', () => {
  const race = {
    time: { start: '2022-01-01', step: '5 days', horizon: '40 days' },
    regions: {
      main: {
        initial: 'here',
        stages: {
          here: { transitions: { one: { hazard: 0.3 }, two: { hazard: 0.2 } } },
        },
      },
    },
  };

  const scenario = small(race);

  it('the earliest wins; one that rang in an earlier step and lost comes first; all keep accumulating; the winner is dealt anew', () => {
    for (const luck of LUCKS) {
      // The language's sentences, step by step, for two clocks that leave nothing.
      const rates = { one: 0.3, two: 0.2 } as const;
      const names = ['one', 'two'] as const;
      const state = {
        one: { n: 1, risk: 0, rung: null as null | [number, number] },
        two: { n: 1, risk: 0, rung: null as null | [number, number] },
      };
      const edge = { one: threshold('main/one', luck, 0), two: threshold('main/two', luck, 0) };
      const expected: string[] = [];
      for (let step = 0; step < 8; step++) {
        for (const name of names) {
          const clock = state[name];
          if (clock.rung !== null) continue;
          const increase = rates[name] * 5;
          const before = clock.risk;
          clock.risk += increase;
          if (clock.risk >= edge[name]) clock.rung = [step, (edge[name] - before) / increase];
        }
        const rung = names.filter((name) => state[name].rung !== null);
        rung.sort((a, b) => state[a].rung![0] - state[b].rung![0] || state[a].rung![1] - state[b].rung![1]);
        const winner = rung[0];
        if (winner === undefined) continue;
        expected.push(`${step} main.${winner}`);
        edge[winner] = threshold(`main/${winner}`, luck, state[winner].n);
        state[winner] = { n: state[winner].n + 1, risk: 0, rung: null };
      }
      expect(traceRun(scenario, {}, luck).happened).toEqual(expected);
    }
  });

  it('what rings in a stage that is left is forgotten; entry deals a new threshold', () => {
    const scenario = small({
      time: { start: '2022-01-01', step: '1 day', horizon: '60 days' },
      regions: {
        main: {
          initial: 'here',
          stages: {
            here: { transitions: { slow: { hazard: 0.2 }, go: { to: 'there', after: '2 days' } } },
            there: { transitions: { back: { to: 'here', after: '1 day' } } },
          },
        },
      },
    });
    for (const luck of LUCKS) {
      const trace = traceRun(scenario, {}, luck);
      // A stay in `here` has two steps, the second of which belongs to `go`: only a ring in the first is chosen.
      const expected: string[] = [];
      let n = 0;
      for (let entered = 0; entered < 60; entered += 3) {
        if (threshold('main/slow', luck, n++) <= 0.2) {
          expected.push(`${entered} main.slow`);
          n++;
        }
      }
      expect(trace.happened.filter((line) => line.endsWith('slow'))).toEqual(expected);
    }
  });
});

it('a clock that rang needs only its `while`: its hazard is not asked again', () => {
  const trace = traceOf({
    regions: {
      main: {
        initial: 'here',
        stages: {
          // Day 0: both are due, `first` is no clock and wins. Day 1 `clock` has rung but must wait for its `while`;
          // its hazard would be a fault by then.
          here: {
            transitions: {
              first: { after: '1 day' },
              clock: { to: 'there', hazard: 'day < 1 ? 1e6 : -1', while: 'day < 1 or day >= 3' },
            },
          },
          there: {},
        },
      },
    },
  });
  expect(trace.happened).toEqual(['0 main.first', '3 main.clock']);
});
