// Proves that a run's faults say what was wrong, where, when and with which values, as data.
import { describe, expect, it } from 'vitest';
import { RunFault } from '../../../src/statechart/index.ts';
import { traceOf } from './trace.ts';

function faultOf(entries: object, luck = 0): RunFault {
  try {
    traceOf(entries, {}, luck);
  } catch (error) {
    if (error instanceof RunFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

const ticking = { variables: { x: { initial: 2, next: 'x - 1' } } };

const inStage = (transitions: object) => ({
  ...ticking,
  regions: { main: { initial: 'a', stages: { a: { transitions } } } },
});

describe('every kind', () => {
  it.each([
    ['not-finite', { ...ticking, auxiliaries: { share: '1 / x' } }, 'auxiliaries.share', '1 / x', 2],
    ['not-finite', { ...ticking, measures: { share: { max: '1 / x' } } }, 'measures.share.max', '1 / x', 2],
    ['not-finite', { variables: { x: { initial: 'log(0)' } } }, 'variables.x.initial', 'log(0)', 0],
    [
      'not-finite',
      { variables: { x: { initial: 1, next: 'exp(800 * x)' } } },
      'variables.x.next',
      'exp(800 * x)',
      0,
    ],
    [
      'not-finite',
      inStage({ go: { after: 'log(0 - x)' } }),
      'regions.main.stages.a.transitions.go.after',
      'log(0 - x)',
      0,
    ],
    [
      'not-finite',
      inStage({ go: { when: 'x == 1', set: { x: '1 / (x - 1)' } } }),
      'regions.main.stages.a.transitions.go.set.x',
      '1 / (x - 1)',
      1,
    ],
    [
      'negative-hazard',
      inStage({ go: { hazard: 'x' } }),
      'regions.main.stages.a.transitions.go.hazard',
      'x',
      3,
    ],
    [
      'chance-outside',
      inStage({ go: { chance_per_day: '1 - x' } }),
      'regions.main.stages.a.transitions.go.chance_per_day',
      '1 - x',
      0,
    ],
    [
      'gap-not-positive',
      inStage({ go: { every: 'x - 2' } }),
      'regions.main.stages.a.transitions.go.every',
      'x - 2',
      0,
    ],
  ] as const)('%s: %j', (kind, entries, place, text, day) => {
    const fault = faultOf(entries);
    expect(fault).toMatchObject({ kind, place, text, day, step: day, luck: 0, draw: 0, future: 0 });
    expect(fault.file).toBe('test.yaml');
    expect(fault.line).toBe(1);
    expect(fault.date).toBe(`2022-01-0${day + 1}`);
    expect(fault.message).toContain(text);
  });
});

it('a variable that overflows is a fault, also where a bound would cut it', () => {
  const fault = faultOf({ variables: { x: { initial: 1e308, per_day: 'x * 1.5', bounds: [null, 1e308] } } });
  expect(fault).toMatchObject({ kind: 'not-finite', place: 'variables.x', text: null, day: 0 });
  expect(fault.what).toContain('infinite');
});

it('the values are those that the expression read, by the names its author used, with the number of the run', () => {
  const fault = faultOf(
    {
      parameters: {
        p: { baseline: 0.5, range: [0, 1] },
        kind: { one_of: { low: 1, high: 1 }, baseline: 'high' },
      },
      ...inStage({
        go: {
          hazard: 'p + x + is(kind, high) - 10 * active(main.a) - days_in(main.a) - (since(main.go) > 5)',
        },
      }),
    },
    7,
  );
  expect(fault.luck).toBe(7);
  expect(fault.values).toEqual([
    { name: 'p', value: 0.5 },
    { name: 'x', value: 2 },
    { name: 'kind', value: expect.stringMatching(/^(low|high)$/) },
    { name: 'active(main.a)', value: true },
    { name: 'days_in(main.a)', value: 0 },
    { name: 'since(main.go)', value: 1e6 },
  ]);
});

it('hazards of clocks that lose are faults too: all enabled clocks accumulate', () => {
  const entries = inStage({ first: { when: 'day >= 0' }, clock: { hazard: '0 - x' } });
  expect(faultOf(entries)).toMatchObject({ kind: 'negative-hazard', day: 0 });
});
