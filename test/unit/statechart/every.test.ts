// Proves `every`: a schedule that counts enabled steps, does not shift, and makes one of what has fallen together.
import { describe, expect, it } from 'vitest';
import { log, siteOf, uniformAt } from '../../../src/random/index.ts';
import { RunFault } from '../../../src/statechart/index.ts';
import { KEY, traceOf } from './trace.ts';

const regular = (every: unknown, more: object = {}, time: object = {}) => ({
  time: { start: '2022-01-01', step: '1 day', horizon: '12 days', ...time },
  regions: { main: { initial: 'here', stages: { here: { transitions: { note: { every, ...more } } } } } },
});

const steps = (happened: readonly string[]): number[] => happened.map((line) => Number.parseInt(line, 10));

describe('it is due each time another gap has passed', () => {
  it.each([
    ['1 day', '3 days', [2, 5, 8, 11]],
    ['1 day', '2.5 days', [2, 4, 7, 9]],
    // Several falls by the end of a step are one.
    ['1 day', '8 hours', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ['8 hours', '4 days', [11, 23, 35]],
  ])('step %s, every %s', (step, every, expected) => {
    expect(steps(traceOf(regular(every, {}, { step })).happened)).toEqual(expected);
  });

  it('1/24 of a day is no binary fraction, yet each day of 24 steps ends on time', () => {
    const trace = traceOf(regular('1 days', {}, { step: '1 hours', horizon: '10 days' }));
    expect(steps(trace.happened)).toEqual(Array.from({ length: 10 }, (_, day) => 24 * day + 23));
  });
});

it('counts only steps in which `while` holds, and is due only in those', () => {
  const trace = traceOf(regular('2 days', { while: 'not (2 <= day < 5)' }));
  // Enabled steps 0 1 5 6 7 8 9 10 11: every second of them.
  expect(steps(trace.happened)).toEqual([1, 6, 8, 10]);
});

it('does not shift when it loses, and what it lost stays due', () => {
  const trace = traceOf({
    time: { start: '2022-01-01', step: '1 day', horizon: '9 days' },
    regions: {
      main: {
        initial: 'here',
        stages: {
          here: {
            transitions: {
              first: { when: '2 <= day <= 3 and times(main.first) < 1' },
              note: { every: '3 days' },
            },
          },
        },
      },
    },
  });
  expect(trace.happened).toEqual(['2 main.first', '3 main.note', '5 main.note', '8 main.note']);
});

it('stays due over steps in which it is not enabled', () => {
  const trace = traceOf({
    time: { start: '2022-01-01', step: '1 day', horizon: '9 days' },
    regions: {
      main: {
        initial: 'here',
        stages: {
          here: {
            transitions: {
              first: { when: 'day == 2' },
              note: { every: '3 days', while: 'not (3 <= day < 6)' },
            },
          },
        },
      },
    },
  });
  // Falls in step 2, loses; steps 3 to 5 do not count; due in 6; the next fall is the sixth enabled step, 8.
  expect(trace.happened).toEqual(['2 main.first', '6 main.note', '8 main.note']);
});

it('begins anew with each stay', () => {
  const trace = traceOf({
    time: { start: '2022-01-01', step: '1 day', horizon: '12 days' },
    regions: {
      main: {
        initial: 'here',
        stages: {
          here: { transitions: { note: { every: '2 days' }, go: { to: 'there', after: '3 days' } } },
          there: { transitions: { back: { to: 'here', after: '1 day' } } },
        },
      },
    },
  });
  expect(trace.happened.filter((line) => line.endsWith('note'))).toEqual([
    '1 main.note',
    '5 main.note',
    '9 main.note',
  ]);
});

describe('a gap', () => {
  it('that is an expression is evaluated when armed', () => {
    const trace = traceOf({ ...regular('x'), variables: { x: { initial: 2, next: 'x + 1' } } });
    expect(steps(trace.happened)).toEqual([1, 3, 5, 7, 9, 11]);
  });

  it('that is a distribution is drawn anew each time, n counting on', () => {
    const trace = traceOf(regular({ exponential: { mean: 2 } }, {}, { step: '1 hours', horizon: '20 days' }));
    const expected: number[] = [];
    let fall = 0;
    for (let n = 0; ; n++) {
      fall += -2 * log(1 - uniformAt(KEY, 0, siteOf('main/note'), 0, n));
      if (fall > 20) break;
      expected.push(Math.ceil(fall * 24) - 1);
    }
    expect(steps(trace.happened)).toEqual([...new Set(expected)]);
    expect(expected.length).toBeGreaterThan(4);
  });

  it('of 0 or less is a fault that names the expression', () => {
    const fault = faultOf(() => traceOf({ ...regular('x - 1'), variables: { x: { initial: 1 } } }));
    expect(fault).toMatchObject({ kind: 'gap-not-positive', text: 'x - 1', day: 0 });
    expect(fault.values).toEqual([{ name: 'x', value: 1 }]);
  });

  it('so small that it falls more than 10,000 times in a step is a fault', () => {
    expect(faultOf(() => traceOf(regular({ exponential: { mean: 1e-5 } })))).toMatchObject({
      kind: 'every-too-often',
      step: 0,
    });
    expect(() => traceOf(regular({ exponential: { mean: 3e-4 } }))).not.toThrow();
  });
});

function faultOf(run: () => unknown): RunFault {
  try {
    run();
  } catch (error) {
    if (error instanceof RunFault) return error;
    throw error;
  }
  throw new Error('no fault');
}
