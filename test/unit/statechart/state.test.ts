// Proves how a run starts, how variables and auxiliaries move, how parameters are drawn, and how a run ends.
import { describe, expect, it } from 'vitest';
import { choleskyOf, normalCdf, normalQuantile, siteOf, uniformAt } from '../../../src/random/index.ts';
import { createChart, startRun } from '../../../src/statechart/index.ts';
import { pointOf } from '../../helpers/build-scenario.ts';
import { KEY, small, traceOf } from './trace.ts';

describe('the start', () => {
  it('cuts initial values to bounds, enters the initial stages in document order, then records state 0', () => {
    const trace = traceOf({
      parameters: { p: { baseline: 7, range: [0, 10] } },
      variables: { x: { initial: 'p', bounds: [0, 5] }, seen: { initial: 0 } },
      auxiliaries: { twice: '2 * x' },
      regions: {
        one: {
          initial: 'a',
          stages: {
            a: {
              initial: 'b',
              entry: { add: { seen: '10 * twice + active(two.a) + 100 * days_in(one.a)' }, set: { x: 1 } },
              stages: { b: { entry: { set: { x: '10 * x + 2' }, add: { seen: '1000 * twice' } } } },
            },
          },
        },
        two: { initial: 'a', stages: { a: { entry: { set: { x: 'x + 0.5' } } } } },
      },
    });
    // Entry effects see the auxiliaries from before (2 · 5); bounds cut 12 to 5; the state that is recorded has its own.
    expect(trace.variables.x![0]).toBe(5);
    expect(trace.variables.seen![0]).toBe(10 * 10 + 1 + 1000 * 10);
    expect(trace.auxiliaries.twice![0]).toBe(10);
    expect(trace.records[0]).toMatchObject({
      step: 0,
      day: 0,
      stages: ['one.a.b', 'two.a'],
      happenings: [],
      end: null,
    });
  });

  it('a delay at the start is read after all entry effects, beside the auxiliaries from before them', () => {
    const trace = traceOf({
      variables: { x: { initial: 1 } },
      auxiliaries: { twice: '2 * x' },
      regions: {
        one: { initial: 'a', stages: { a: { transitions: { go: { to: 'b', after: 'x + twice' } } }, b: {} } },
        two: { initial: 'a', stages: { a: { entry: { set: { x: 3 } } } } },
      },
    });
    expect(trace.happened).toEqual(['4 one.go']);
  });

  it('a variant may start elsewhere; entering the composite later goes down its own `initial`', () => {
    const trace = traceOf(
      {
        regions: {
          one: {
            initial: 'a',
            stages: {
              a: {
                initial: 'b',
                transitions: { again: { to: 'a', after: '2 days' } },
                stages: { b: {}, c: { initial: 'd', stages: { d: {}, e: {} } } },
              },
              z: {},
            },
          },
        },
        variants: { later: { initial: { one: 'a.c' } } },
      },
      { variant: 'later' },
    );
    expect(trace.stages.slice(0, 3)).toEqual(['one.a.c.d', 'one.a.c.d', 'one.a.b']);
  });
});

describe('variables', () => {
  it('move together: every rule reads the values from before', () => {
    const trace = traceOf({
      time: { start: '2022-01-01', step: '12 hours', horizon: '2 days' },
      variables: {
        x: { initial: 1, next: 'x + z' },
        z: { initial: 10, per_day: 'x' },
        still: { initial: 3 },
      },
    });
    expect(trace.variables.x).toEqual([1, 11, 21.5, 37.5, 64.25]);
    expect(trace.variables.z).toEqual([10, 10.5, 16, 26.75, 45.5]);
    expect(trace.variables.still).toEqual([3, 3, 3, 3, 3]);
  });

  it('read what the applications of the step left; stages and auxiliaries are those of its start', () => {
    const trace = traceOf({
      variables: { x: { initial: 1, next: 'x + twice + 100 * active(main.b)' } },
      auxiliaries: { twice: '2 * x' },
      regions: {
        main: {
          initial: 'a',
          stages: { a: { transitions: { go: { to: 'b', when: 'day == 0', set: { x: 50 } } } }, b: {} },
        },
      },
    });
    expect(trace.variables.x!.slice(0, 3)).toEqual([1, 52, 52 + 104 + 100]);
  });

  it('noise is a normal of standard deviation noise·√dt at u(r, variable, k), before the bounds', () => {
    const trace = traceOf({
      time: { start: '2022-01-01', step: '6 hours', horizon: '3 days' },
      variables: { x: { initial: 1, per_day: 0.1, noise: '2 * x', bounds: [null, 4] } },
    });
    const xs = trace.variables.x!;
    for (let k = 0; k + 1 < xs.length; k++) {
      const z = normalQuantile(uniformAt(KEY, 0, siteOf('variables/x'), 0, k));
      const moved = xs[k]! + 0.1 * 0.25 + 2 * xs[k]! * Math.sqrt(0.25) * z;
      expect(xs[k + 1]).toBe(moved > 4 ? 4 : moved);
    }
  });
});

describe('rules of stages', () => {
  it('of active stages that have one, the last in document order replaces the general rule, at the start of the step', () => {
    const trace = traceOf({
      variables: { x: { initial: 0, per_day: 1 } },
      auxiliaries: { level: 1 },
      regions: {
        one: {
          initial: 'a',
          stages: {
            a: {
              auxiliaries: { level: 2 },
              next: { x: 'x + 10' },
              initial: 'b',
              stages: {
                b: {
                  auxiliaries: { level: 3 },
                  transitions: {
                    out: { to: 'one.z', when: 'day == 3' },
                    over: { to: 'c', when: 'day == 1' },
                  },
                },
                c: { transitions: { back: { to: 'b', when: 'day == 2' } } },
              },
            },
            z: {},
          },
        },
        two: {
          initial: 'a',
          stages: {
            a: { transitions: { go: { to: 'b', when: 'day == 4' } } },
            b: { per_day: { x: 1000 }, auxiliaries: { level: 7 } },
          },
        },
      },
    });
    expect(trace.auxiliaries.level).toEqual([3, 3, 2, 3, 1, 7, 7]);
    expect(trace.variables.x).toEqual([0, 10, 20, 30, 40, 41, 1041]);
  });
});

describe('since, times, days_in and day', () => {
  it('count from the end of the step in which it happened', () => {
    const trace = traceOf({
      time: { start: '2022-01-01', step: '8 hours', horizon: '2 days' },
      auxiliaries: {
        ago: 'since(main.note)',
        often: 'times(main.note)',
        stay: 'days_in(main.b)',
        now: 'day',
      },
      regions: {
        main: {
          initial: 'a',
          stages: {
            a: { transitions: { note: { every: '16 hours' }, go: { to: 'b', after: '24 hours' } } },
            b: {},
          },
        },
      },
    });
    const third = 1 / 3;
    // Noted in step 1 (known from state 2 on); moved in step 2.
    expect(trace.auxiliaries.ago).toEqual([1e6, 1e6, 0, 1 * third, 2 * third, 3 * third, 4 * third]);
    expect(trace.auxiliaries.often).toEqual([0, 0, 1, 1, 1, 1, 1]);
    expect(trace.auxiliaries.stay).toEqual([0, 0, 0, 0, 1 * third, 2 * third, 3 * third]);
    expect(trace.auxiliaries.now).toEqual([0, 1, 2, 3, 4, 5, 6].map((k) => k * third));
  });
});

describe('parameters', () => {
  const scenario = small({
    parameters: {
      plain: { baseline: 2, range: [0, 10], distribution: { uniform: [1, 3] } },
      fixed: { baseline: 4, range: [0, 10] },
      kind: { one_of: { low: 0.25, high: 0.75 }, baseline: 'high' },
      first: { baseline: 0, range: [-9, 9], distribution: { normal: { mean: 0, sd: 1 } } },
      second: { baseline: 0, range: [-9, 9], distribution: { normal: { mean: 0, sd: 1 } } },
    },
    correlations: [{ pair: ['second', 'first'], rank: 0.6 }],
    auxiliaries: { read: 'plain + fixed + first + second + is(kind, low)' },
  });
  const drawn = (settings: Parameters<typeof pointOf>[1], draw: number) =>
    startRun(createChart(scenario), pointOf(scenario, settings), { key: KEY, draw, luck: 999, future: 5 })
      .context.parameters;
  const u = (name: string, draw: number): number => uniformAt(KEY, 0, siteOf(`parameters/${name}`), draw, 0);

  it('are the inverse CDF at u(p, parameter), whatever the luck and the future', () => {
    for (let draw = 0; draw < 10; draw++) {
      const [plain, fixed, kind] = drawn({}, draw);
      expect(plain).toBe(1 + u('plain', draw) * 2);
      expect(fixed).toBe(4);
      expect(kind).toBe(u('kind', draw) < 0.25 ? 0 : 1);
    }
  });

  it('that correlate go through a Gaussian copula', () => {
    const [, [low, high]] = choleskyOf([
      [1, 0.6],
      [0.6, 1],
    ]) as [number[], [number, number]];
    for (let draw = 0; draw < 10; draw++) {
      const [, , , first, second] = drawn({}, draw);
      const z = ['first', 'second'].map((name) => normalQuantile(u(name, draw))) as [number, number];
      expect(first).toBeCloseTo(z[0], 12);
      expect(second).toBeCloseTo(low * z[0] + high * z[1], 12);
    }
  });

  it('a pair with a parameter that is set has no effect at all', () => {
    for (let draw = 0; draw < 10; draw++) {
      const [, , , first, second] = drawn({ set: { first: 3 } }, draw);
      expect(first).toBe(3);
      expect(second).toBe(normalQuantile(u('second', draw)));
      expect(normalCdf(second!)).toBeCloseTo(u('second', draw), 12);
    }
  });

  it('at the baseline none is drawn', () => {
    expect(drawn({ atBaseline: true }, 3)).toEqual([2, 4, 1, 0, 0]);
  });
});

describe('the end', () => {
  const toEnd = (more: object = {}) => ({
    regions: {
      one: {
        initial: 'a',
        stages: { a: { transitions: { go: { to: 'won', when: 'day == 2' } } }, won: { outcome: 'victory' } },
      },
      two: {
        initial: 'a',
        stages: { a: { transitions: { go: { to: 'lost', when: 'day == 2' } } }, lost: { outcome: 'defeat' } },
      },
    },
    variables: { x: { initial: 0, next: 'x + 1' } },
    outcomes: { defeat: {}, victory: {}, ...more },
  });

  it('a stage with an outcome ends the run, after the variables have moved; of several the first region’s', () => {
    const trace = traceOf(toEnd());
    expect(trace.outcome).toBe('victory');
    expect(trace.endStep).toBe(3);
    expect(trace.variables.x).toEqual([0, 1, 2, 3]);
    expect(trace.stages.at(-1)).toBe('one.won two.lost');
    expect(trace.records.at(-1)?.end).toEqual({ outcome: 'victory', by: 'stage' });
  });

  it('with all regions in final stages the rest of the step still happens', () => {
    const trace = traceOf({
      ...toEnd(),
      auxiliaries: { there: 'active(one.won) + active(two.lost)' },
      regions: {
        ...toEnd().regions,
        three: {
          initial: 'a',
          stages: {
            a: { transitions: { go: { to: 'won', when: 'day == 2', add: { x: 100 } } } },
            won: { outcome: 'victory' },
          },
        },
      },
    });
    expect(trace.happened).toEqual(['2 one.go', '2 two.go', '2 three.go']);
    expect(trace.variables.x!.at(-1)).toBe(103);
    expect(trace.auxiliaries.there!.at(-1)).toBe(2);
  });

  it.each([
    [{ stalemate: { at_horizon: 'x > 5' }, drawn_out: { at_horizon: 'x > 1' } }, 'stalemate'],
    [{ stalemate: { at_horizon: 'x > 6' }, drawn_out: { at_horizon: 'x > 1' } }, 'drawn_out'],
    [{ stalemate: { at_horizon: 'x > 6' } }, 'unresolved'],
  ])('at the horizon the first `at_horizon` that holds is taken, or `unresolved`', (outcomes, expected) => {
    const trace = traceOf({ variables: { x: { initial: 0, next: 'x + 1' } }, outcomes });
    expect(trace.outcome).toBe(expected);
    expect(trace.endStep).toBe(6);
    expect(trace.records.at(-1)?.end).toEqual({ outcome: expected, by: 'horizon' });
  });

  it('a stage entered in the last step comes before the horizon', () => {
    const entries = toEnd({ stalemate: { at_horizon: 'x > 0' } });
    const trace = traceOf({ ...entries, time: { start: '2022-01-01', step: '1 day', horizon: '3 days' } });
    expect(trace.outcome).toBe('victory');
    expect(trace.records.at(-1)?.end?.by).toBe('stage');
  });
});

describe('shocks', () => {
  it.each([
    [{ chance_per_day: 1 }, ['0 rain']],
    [{ chance_per_day: 1, repeats: true }, ['0 rain', '1 rain', '2 rain', '3 rain', '4 rain', '5 rain']],
    [{ when: 'day != 2' }, ['0 rain']],
    [{ when: 'day != 2', repeats: true }, ['0 rain', '3 rain']],
    [{ every: '2 days' }, ['1 rain', '3 rain', '5 rain']],
    [{ date: '2022-01-03' }, ['2 rain']],
    [{ date: '2022-01-03T18:00' }, ['2 rain']],
    [{ day: 3 }, ['3 rain']],
    [{ day: 3, while: 'day < 3' }, []],
    [{ hazard: 1e9, while: 'day > 3' }, ['4 rain']],
  ])('%j', (rain, expected) => {
    expect(traceOf({ shocks: { rain } }).happened).toEqual(expected);
  });

  it('and transitions that are taken away never happen, and their expressions are not read', () => {
    const trace = traceOf(
      {
        regions: { main: { initial: 'a', stages: { a: { transitions: { go: { hazard: -1 } } } } } },
        shocks: { rain: { chance_per_day: 7 } },
      },
      { without: ['rain', 'main.go'] },
    );
    expect(trace.happened).toEqual([]);
  });
});
