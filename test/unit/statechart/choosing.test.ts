// Proves which transition a region chooses: due before clocks, leaf before ancestor before region, document order within.
import { describe, expect, it } from 'vitest';
import { traceOf } from './trace.ts';

const sure = { chance_per_day: 1 };
const due = { when: 'day >= 0' };

/** A leaf in a composite in a region, each with the transitions given; none of them leaves anything. */
const nested = (leaf: object, composite: object, region: object) =>
  traceOf({
    time: { start: '2022-01-01', step: '1 day', horizon: '3 days' },
    regions: {
      main: {
        initial: 'outer',
        transitions: region,
        stages: {
          outer: { initial: 'inner', transitions: composite, stages: { inner: { transitions: leaf } } },
        },
      },
    },
  }).happened;

describe('a due `when`, `after` or `every` comes before every clock', () => {
  it.each([
    ['when', due],
    ['after', { after: '1 day' }],
    ['every', { every: '1 day' }],
  ])('%s of the region before a clock of the leaf', (_, trigger) => {
    expect(nested({ clock: sure }, {}, { due: trigger })[0]).toBe('0 main.due');
  });
});

it('leaf before ancestor before region, whatever the triggers', () => {
  expect(nested({ a: { after: '1 day' } }, { b: due }, { c: { every: '1 day' } })).toEqual([
    '0 main.a',
    '1 main.b',
    '2 main.c',
  ]);
});

it('document order within a stage', () => {
  expect(nested({ first: { after: '1 day' }, second: due, third: { every: '1 day' } }, {}, {})).toEqual([
    '0 main.first',
    '1 main.second',
    '2 main.third',
  ]);
});

it('clocks go by time, not by depth; ties by document order: the region stands first', () => {
  expect(nested({ leaf: sure }, {}, { region: { hazard: 1e9 } })[0]).toBe('0 main.leaf');
  expect(nested({ leaf: { hazard: 1e9 } }, {}, { region: sure })[0]).toBe('0 main.region');
  expect(nested({ leaf: sure }, { composite: sure }, { region: sure })).toEqual([
    '0 main.region',
    '1 main.composite',
    '2 main.leaf',
  ]);
});

it('each region chooses on its own, and all on the same state', () => {
  const trace = traceOf({
    variables: { x: { initial: 0 } },
    regions: {
      one: {
        initial: 'a',
        stages: { a: { transitions: { go: { to: 'b', when: 'x == 0', set: { x: 1 } } } }, b: {} },
      },
      two: {
        initial: 'a',
        stages: {
          a: {
            transitions: {
              go: { to: 'b', when: 'x == 0 and active(one.a) and times(one.go) == 0', add: { x: 10 } },
            },
          },
          b: {},
        },
      },
    },
  });
  expect(trace.happened).toEqual(['0 one.go', '0 two.go']);
  expect(trace.variables.x?.slice(0, 2)).toEqual([0, 11]);
});
