// Proves that a record says why each thing was due, in numbers.
import { expect, it } from 'vitest';
import { traceOf } from './trace.ts';

const causes = (transitions: object, more: object = {}) =>
  traceOf({
    variables: { x: { initial: 2 } },
    regions: { main: { initial: 'a', stages: { a: { transitions } } } },
    ...more,
  }).records.flatMap(({ happenings }) => happenings.map(({ path, cause }) => ({ path, cause: cause! })));

it('hazards: the rate when it rang, what was read, risk, threshold, step and fraction', () => {
  const [first] = causes({ go: { hazard: '1e6 * x' } });
  const cause = first!.cause;
  expect(cause).toMatchObject({
    kind: 'hazard',
    text: '1e6 * x',
    values: [{ name: 'x', value: 2 }],
    rate: 2e6,
    risk: 2e6,
    rungStep: 0,
  });
  if (cause.kind !== 'hazard') throw new Error('no hazard');
  expect(cause.threshold / 2e6).toBe(cause.fraction);
});

it('a clock that rang in an earlier step and lost says when, and no values', () => {
  const found = causes({ first: { when: 'day == 0' }, clock: { chance_per_day: 1 } });
  expect(found.map(({ path }) => path)).toEqual([
    'main.first',
    'main.clock',
    'main.clock',
    'main.clock',
    'main.clock',
    'main.clock',
  ]);
  expect(found[1]!.cause).toMatchObject({
    kind: 'chance',
    text: '1',
    rate: 1,
    rungStep: 0,
    fraction: 0,
    values: [],
  });
  expect(found[2]!.cause).toMatchObject({ rungStep: 2 });
});

it('delays and gaps in days, with their expression, and whether they were drawn', () => {
  const found = causes({
    a: { after: '36 hours' },
    b: { after: 'x + 1' },
    c: { after: { uniform: [3.5, 3.6] } },
    d: { every: '5 days' },
  });
  expect(found).toEqual([
    { path: 'main.a', cause: { kind: 'after', delay: 1.5, text: null, drawn: false } },
    { path: 'main.b', cause: { kind: 'after', delay: 3, text: 'x + 1', drawn: false } },
    { path: 'main.c', cause: { kind: 'after', delay: expect.closeTo(3.55, 1), text: null, drawn: true } },
    { path: 'main.d', cause: { kind: 'every', gap: 5, text: null, drawn: false } },
  ]);
});

it('dates, conditions, and what an ask was due for', () => {
  const trace = traceOf({
    variables: { x: { initial: 2 } },
    shocks: { rain: { date: '2022-01-02T12:00', add: { x: 1 } } },
    decisions: { choice: { ask: { when: 'x > 2' }, options: { only: {} } } },
  });
  expect(trace.records[2]?.happenings).toEqual([
    { kind: 'shock', path: 'rain', cause: { kind: 'date', day: 1.5 }, moves: [] },
  ]);
  expect(trace.records[3]?.happenings).toEqual([
    { kind: 'option', path: 'choice.only', cause: null, moves: [] },
  ]);
  expect(trace.records[3]?.decisions[0]?.cause).toEqual({
    kind: 'when',
    text: 'x > 2',
    values: [{ name: 'x', value: 3 }],
  });
});

it('moves tell the leaves they began and ended in', () => {
  const trace = traceOf({
    regions: {
      one: {
        initial: 'a',
        stages: {
          a: { transitions: { go: { to: ['b', 'two.b.c'], when: 'day == 1' } } },
          b: { initial: 'd', stages: { d: {} } },
        },
      },
      two: { initial: 'a', stages: { a: {}, b: { initial: 'd', stages: { d: {}, c: {} } } } },
    },
  });
  expect(trace.records[2]?.happenings[0]?.moves).toEqual([
    { region: 'one', from: 'one.a', to: 'one.b.d' },
    { region: 'two', from: 'two.a', to: 'two.b.c' },
  ]);
});
