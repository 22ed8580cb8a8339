// Proves what each measure is, with values worked out by hand on short deterministic runs.
import { describe, it } from 'vitest';
import { type Case, judge } from './judge.ts';

/** x goes 0, 2, 4, 4, 3, 2, 1 at states 0 to 6 of half a day. */
const WAVE = `
time: { start: 2022-01-01, step: 12 hours, horizon: 3 days }
variables: { x: { initial: 0, per_day: "day < 1 ? 4 : day < 1.5 ? 0 : -2" } }`;

const CASES: readonly Case[] = [
  {
    name: 'final, min, max, day_of_max over the recorded states, mean and total over the starts of steps',
    yaml: `${WAVE}
measures:
  last: { final: x }
  least: { min: "x - 1" }
  most: { max: x }
  when_most: { day_of_max: x }
  average: { mean: x }
  sum_days: { total: x }
  when_least: { day_of_max: "0 - x" }`,
    // Starts of steps: 0 2 4 4 3 2, sum 15.
    facts: {
      measures: { last: 1, least: -1, most: 4, when_most: 1, average: 2.5, sum_days: 7.5, when_least: 0 },
    },
  },
  {
    name: 'of booleans: a share, a count of days, the first day true; min is all, max is any',
    yaml: `${WAVE}
measures:
  at_end: { final: "x > 2" }
  ever: { max: "x > 3" }
  always: { min: "x >= 0" }
  not_always: { min: "x > 0" }
  share: { mean: "x > 2" }
  days: { total: "x > 2" }
  first_true: { day_of_max: "x > 2" }
  never_true: { day_of_max: "x > 9" }`,
    facts: {
      measures: {
        at_end: 0,
        ever: 1,
        always: 1,
        not_always: 0,
        share: 0.5,
        days: 1.5,
        first_true: 1,
        never_true: 0,
      },
    },
  },
  {
    name: 'first and last days: of stages by recorded states, of expressions, of happenings by the end of their step; missing',
    yaml: `${WAVE}
regions:
  main:
    initial: a
    stages:
      a: { transitions: { go: { to: b, after: 1 day } } }
      b: { transitions: { back: { to: a, after: 1 day } } }
      c: {}
shocks: { one: { day: 0 }, late: { day: 2.5 }, absent: { day: 1, while: "false" } }
measures:
  first_a: { first_day: main.a }
  first_b: { first_day: main.b }
  last_b: { last_day: main.b }
  last_a: { last_day: main.a }
  first_c: { first_day: main.c }
  days_a: { total_days_in: main.a }
  days_b: { total_days_in: main.b }
  days_c: { total_days_in: main.c }
  go: { first_day: main.go }
  one_day: { first_day: one }
  late_day: { last_day: late }
  absent_day: { first_day: absent }
  absent_times: { count: absent }
  high: { first_day: "x >= 4" }
  still_high: { last_day: "x >= 4" }
  never: { last_day: "x > 100" }
  from_start: { first_day: "x == 0" }`,
    // a in states 0 1, b in 2 3, a in 4 5, b in 6.
    facts: {
      measures: {
        first_a: 0,
        first_b: 1,
        last_b: 3,
        last_a: 2.5,
        first_c: Number.NaN,
        days_a: 2,
        days_b: 1,
        days_c: 0,
        go: 1,
        one_day: 0.5,
        late_day: 3,
        absent_day: Number.NaN,
        absent_times: 0,
        high: 1,
        still_high: 1.5,
        never: Number.NaN,
        from_start: 0,
      },
    },
  },
  {
    name: 'the state that ends a run counts for final, max and last_day, not for mean, total and total_days_in',
    yaml: `
variables: { x: { initial: 1, next: "2 * x + 0 * dt" } }
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, after: 3 days } } }, b: { outcome: over } } } }
outcomes: { over: {} }
measures:
  last: { final: x }
  most: { max: x }
  average: { mean: x }
  whole: { total: x }
  in_b: { total_days_in: main.b }
  in_a: { total_days_in: main.a }
  first_b: { first_day: main.b }
  last_a: { last_day: main.a }`,
    // States 1 2 4 8.
    facts: {
      measures: { last: 8, most: 8, average: 7 / 3, whole: 7, in_b: 0, in_a: 3, first_b: 3, last_a: 2 },
    },
  },
  {
    name: 'of a composite stage: while any of its stages is active',
    yaml: `
regions:
  main:
    initial: p
    stages:
      p: { initial: a, stages: { a: { transitions: { go: { to: b, after: 1 day } } }, b: { transitions: { out: { to: main.q, after: 2 days } } } } }
      q: {}
measures: { in_p: { total_days_in: main.p }, in_b: { total_days_in: main.p.b }, last_p: { last_day: main.p }, first_b: { first_day: main.p.b } }`,
    facts: { measures: { in_p: 3, in_b: 2, last_p: 2, first_b: 1 } },
  },
  {
    name: 'a measure reads the auxiliaries, days and counts of each state',
    yaml: `
auxiliaries: { level: "10 * days_in(main.a) + times(main.go)" }
regions: { main: { initial: a, stages: { a: { transitions: { go: { when: "day == 2 or day == 4" } } } } } }
measures: { last: { final: level }, since_go: { final: "since(main.go)" }, count: { count: main.go } }`,
    facts: { measures: { last: 62, since_go: 1, count: 2 } },
  },
  {
    name: 'an option and a transition of the same step both have the end of the step as day',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { go: { decide: what, after: 2 days } } } } } }
decisions: { what: { options: { yes_do: {} } } }
measures: { one: { first_day: main.go }, two: { first_day: what.yes_do }, three: { last_day: what.yes_do } }`,
    facts: { measures: { one: 2, two: 2, three: 2 } },
  },
];

describe('measures', () => {
  for (const one of CASES) it(one.name, () => judge(one));
});
