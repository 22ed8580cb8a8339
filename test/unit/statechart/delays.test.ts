// Proves `after`: a stay lasts the delay rounded up to steps, once a stay, under its `while`, drawn or computed on entry.
import { describe, expect, it } from 'vitest';
import { log, siteOf, uniformAt } from '../../../src/random/index.ts';
import { KEY, traceOf } from './trace.ts';

const twoStages = (leave: object, more: object = {}) => ({
  regions: {
    main: {
      initial: 'here',
      stages: { here: { transitions: { go: { to: 'there', ...leave } } }, there: {} },
    },
  },
  ...more,
});

describe('a stay lasts the delay rounded up to steps', () => {
  it.each([
    ['1 day', '2 days', 1],
    ['1 day', '1.5 days', 1],
    ['1 day', '36 hours', 1],
    ['1 day', '1 days', 0],
    ['1 day', '0.01 days', 0],
    ['1 day', '1 weeks', 6],
    // 1/24 of a day is no binary fraction: 24 of them must still be a day, and 72 three.
    ['1 hours', '1 days', 23],
    ['1 hours', '3 days', 71],
    ['1 hours', '25 hours', 24],
    ['1 hours', '90 hours', 89],
    // Nor is a third.
    ['8 hours', '1 days', 2],
    ['8 hours', '2 days', 5],
    ['8 hours', '17 hours', 2],
    ['8 hours', '7 days', 20],
  ])('step %s, delay %s: chosen in step %d', (step, after, chosen) => {
    const trace = traceOf(twoStages({ after }, { time: { start: '2022-01-01', step, horizon: '8 days' } }));
    expect(trace.happened).toEqual([`${chosen} main.go`]);
    expect(trace.stages.indexOf('main.there')).toBe(chosen + 1);
  });
});

describe('a delay that is computed', () => {
  it('is evaluated when armed, after the entry effects, and not again', () => {
    const trace = traceOf({
      variables: { x: { initial: 1, next: 'x + 100' } },
      regions: {
        main: {
          initial: 'here',
          stages: {
            here: { entry: { set: { x: 2 } }, transitions: { go: { to: 'there', after: 'x' } } },
            there: {},
          },
        },
      },
    });
    expect(trace.happened).toEqual(['1 main.go']);
  });

  it('reads auxiliaries and times as of the start of the step that entered', () => {
    const trace = traceOf({
      variables: { x: { initial: 1, next: 'x + 1' } },
      auxiliaries: { seen: 'x' },
      regions: {
        main: {
          initial: 'here',
          stages: {
            here: { transitions: { on_entry: { to: 'there', after: '1 day', set: { x: 50 } } } },
            // In step 0 x is 1 and so is `seen`; x is 50 when the delay is read.
            there: { transitions: { back: { to: 'here', after: 'seen + (x > 40) + times(main.on_entry)' } } },
          },
        },
      },
    });
    expect(trace.happened.slice(0, 2)).toEqual(['0 main.on_entry', '2 main.back']);
  });

  it('of 0 or less is due at once', () => {
    expect(traceOf(twoStages({ after: '0 - 3' })).happened).toEqual(['0 main.go']);
  });
});

describe('a delay that is drawn', () => {
  it('is its inverse CDF at u(r, transition, n), n counting its armings', () => {
    const trace = traceOf({
      time: { start: '2022-01-01', step: '1 hours', horizon: '20 days' },
      regions: {
        main: {
          initial: 'here',
          stages: {
            here: { transitions: { go: { to: 'there', after: { exponential: { mean: 2 } } } } },
            there: { transitions: { back: { to: 'here', after: '1 hours' } } },
          },
        },
      },
    });
    const steps = trace.happened
      .filter((line) => line.endsWith('main.go'))
      .map((line) => Number.parseInt(line, 10));
    let entered = 0;
    steps.forEach((step, n) => {
      const delay = -2 * log(1 - uniformAt(KEY, 0, siteOf('main/go'), 0, n));
      expect(step).toBe(entered + Math.ceil(delay * 24) - 1);
      entered = step + 2;
    });
    expect(steps.length).toBeGreaterThan(2);
  });
});

describe('`while` beside `after`', () => {
  it('lets time run on, and it falls due when the condition holds', () => {
    const trace = traceOf(twoStages({ after: '2 days', while: 'day >= 3' }));
    expect(trace.happened).toEqual(['3 main.go']);
  });
});

it('is used once a stay when nothing is left, and again in the next stay', () => {
  const trace = traceOf({
    time: { start: '2022-01-01', step: '1 day', horizon: '10 days' },
    regions: {
      main: {
        initial: 'here',
        stages: {
          here: {
            transitions: { note: { after: '2 days' }, go: { to: 'there', after: '4 days' } },
          },
          there: { transitions: { back: { to: 'here', after: '1 day' } } },
        },
      },
    },
  });
  expect(trace.happened).toEqual([
    '1 main.note',
    '3 main.go',
    '4 main.back',
    '6 main.note',
    '8 main.go',
    '9 main.back',
  ]);
});

it('of a region counts from the start, loses to a leaf that is due, and is used once in the run', () => {
  const trace = traceOf({
    regions: {
      main: {
        initial: 'here',
        transitions: { note: { after: '2 days' } },
        stages: {
          here: { transitions: { go: { to: 'there', after: '2 days' } } },
          there: { transitions: { back: { to: 'here', after: '2 days' } } },
        },
      },
    },
  });
  expect(trace.happened).toEqual(['1 main.go', '2 main.note', '3 main.back', '5 main.go']);
});
