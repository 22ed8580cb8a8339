// Proves what a state is and how it moves: variables, auxiliaries, stage-wise rules, days, counts, bounds; by hand.
import { describe, it } from 'vitest';
import { type Case, judge } from './judge.ts';

const CASES: readonly Case[] = [
  {
    name: 'per_day is times dt, next is the new value; both read the variables before they move',
    yaml: `
time: { start: 2022-01-01, step: 12 hours, horizon: 2 days }
variables:
  a: { initial: 1, per_day: 2 }
  b: { initial: 3, next: "a + dt" }
  c: { initial: 0, per_day: b }
  d: { initial: 4 }`,
    // a: +1 a step; b: the a before + 0.5; c: + b before / 2.
    facts: {
      variables: {
        a: [1, 2, 3, 4, 5],
        b: [3, 1.5, 2.5, 3.5, 4.5],
        c: [0, 1.5, 2.25, 3.5, 5.25],
        d: [4, 4, 4, 4, 4],
      },
    },
  },
  {
    name: 'rules read the variables after the applications, and all else as of the start of the step',
    yaml: `
variables:
  x: { initial: 1, next: "x + (twice - 2 * x) + 100 * active(main.b) + 1000 * times(main.go) + 0 * dt" }
auxiliaries: { twice: "2 * x" }
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, when: "day == 1", set: { x: 7 } } } }, b: {} } } }`,
    // Step 0: 1 + (2 − 2) = 1. Step 1: 7 + (2 − 14) + 0 + 0 = −5. Step 2: −5 + (−10 + 10) + 100 + 1000 = 1095. Then + 1100.
    facts: { variables: { x: [1, 1, -5, 1095, 2195, 3295, 4395] } },
  },
  {
    name: 'bounds cut the initial value and every new one; either end may be null',
    yaml: `
variables:
  a: { initial: 50, per_day: -3, bounds: [0, 10] }
  b: { initial: -5, per_day: 2, bounds: [null, 1] }
  c: { initial: -5, per_day: 2, bounds: [-1, null] }`,
    facts: {
      variables: { a: [10, 7, 4, 1, 0, 0, 0], b: [-5, -3, -1, 1, 1, 1, 1], c: [-1, 1, 3, 5, 7, 9, 11] },
    },
  },
  {
    name: 'entry effects at the start read the variables cut to bounds, the initial stages counted active for 0 days',
    yaml: `
variables: { a: { initial: 50, bounds: [0, 10] }, b: { initial: 0 }, c: { initial: 0 }, d: { initial: 0 } }
auxiliaries: { double: "2 * a + active(two.x)" }
regions:
  one: { initial: x, stages: { x: { entry: { set: { b: a, a: 1, c: "active(one.x) + 10 * active(two.x) + 100 * days_in(one.x)" } } } } }
  two: { initial: x, stages: { x: { entry: { set: { d: "double + 100 * a" } } } } }`,
    // b = 10; a = 1; c = 11; d = (2 × 10 + 1) + 100 × 1.
    facts: {
      variables: {
        a: [1, 1, 1, 1, 1, 1, 1],
        b: [10, 10, 10, 10, 10, 10, 10],
        c: [11, 11, 11, 11, 11, 11, 11],
        d: [121, 121, 121, 121, 121, 121, 121],
      },
      auxiliaries: { double: [3, 3, 3, 3, 3, 3, 3] },
    },
  },
  {
    name: 'a parameter may be read by `initial`, a choice by `is`',
    yaml: `
parameters:
  p: { baseline: 3 }
  who: { one_of: { nobody: 1, gangs: 1 }, baseline: gangs }
variables: { a: { initial: "p ^ 2 + is(who, gangs)" } }`,
    settings: { atBaseline: true },
    facts: { variables: { a: [10, 10, 10, 10, 10, 10, 10] } },
  },
  {
    name: 'auxiliaries in dependency order, whatever the document’s; those of a state read that state',
    yaml: `
variables: { x: { initial: 1, per_day: 1 } }
auxiliaries: { c: "b + 1", b: "a * 2", a: "x + day" }`,
    facts: {
      auxiliaries: {
        a: [1, 3, 5, 7, 9, 11, 13],
        b: [2, 6, 10, 14, 18, 22, 26],
        c: [3, 7, 11, 15, 19, 23, 27],
      },
    },
  },
  {
    name: 'stage-wise auxiliaries: the last in document order among the active, a descendant after its ancestor',
    yaml: `
auxiliaries: { g: 1, h: "10 * g" }
regions:
  one:
    initial: p
    stages:
      p:
        auxiliaries: { g: 2 }
        initial: a
        stages:
          a: { transitions: { go: { to: b, after: 1 day } } }
          b: { auxiliaries: { g: 3 }, transitions: { go_on: { to: one.q, after: 1 day } } }
      q: { transitions: { last: { to: r, after: 1 day } } }
      r: { auxiliaries: { g: "5 + days_in(one.r)" } }
  two:
    initial: s
    stages: { s: { transitions: { end_it: { to: t, after: 5 days } } }, t: { auxiliaries: { g: 9 } } }`,
    facts: { auxiliaries: { g: [2, 3, 1, 5, 6, 9, 9], h: [20, 30, 10, 50, 60, 90, 90] } },
  },
  {
    name: 'stage-wise rules: those of the stages at the start of the step, and of either kind',
    yaml: `
variables: { x: { initial: 0, per_day: 1 }, z: { initial: 1, next: "z + dt" } }
regions:
  main:
    initial: a
    stages:
      a: { transitions: { go: { to: b, after: 2 days } } }
      b: { next: { x: "x + 10 * dt" }, per_day: { z: -1 }, transitions: { back: { to: a, after: 2 days } } }`,
    // b from state 2 to 3; its rules hold in steps 2 and 3.
    facts: { variables: { x: [0, 1, 2, 12, 22, 23, 24], z: [1, 2, 3, 2, 1, 2, 3] } },
  },
  {
    name: 'a rule of a stage of a later region comes after one of an earlier, ancestor or not',
    yaml: `
variables: { x: { initial: 0 } }
regions:
  one: { initial: p, stages: { p: { per_day: { x: 1 }, initial: a, stages: { a: { per_day: { x: 2 } } } } } }
  two: { initial: s, stages: { s: { per_day: { x: 4 }, transitions: { go: { to: t, after: 2 days } } }, t: {} } }`,
    facts: { variables: { x: [0, 4, 8, 10, 12, 14, 16] } },
  },
  {
    name: 'days_in: of this stay, 0 when not active; active; since from the end of the step, 1e6 before; times',
    yaml: `
time: { start: 2022-01-01, step: 12 hours, horizon: 3 days }
auxiliaries:
  in_a: "days_in(main.a)"
  in_b: "days_in(main.b)"
  is_b: "active(main.b)"
  ago: "since(main.go)"
  often: "times(main.go)"
regions:
  main:
    initial: a
    stages: { a: { transitions: { go: { to: b, after: 1 day } } }, b: { transitions: { back: { to: a, after: 12 hours } } } }`,
    // go in steps 1 and 4: b in states 2 and 5; back in steps 2 and 5.
    facts: {
      happened: ['1 main.go', '2 main.back', '4 main.go', '5 main.back'],
      auxiliaries: {
        in_a: [0, 0.5, 0, 0, 0.5, 0, 0],
        in_b: [0, 0, 0, 0, 0, 0, 0],
        is_b: [0, 0, 1, 0, 0, 1, 0],
        ago: [1e6, 1e6, 0, 0.5, 1, 0, 0.5],
        often: [0, 0, 1, 1, 1, 2, 2],
      },
    },
  },
  {
    name: 'days_in of a composite stage counts from its own entry, of a leaf from its own',
    yaml: `
auxiliaries: { outer: "days_in(main.p)", inner: "days_in(main.p.b)" }
regions:
  main:
    initial: p
    stages: { p: { initial: a, stages: { a: { transitions: { go: { to: b, after: 2 days } } }, b: {} } } }`,
    facts: { auxiliaries: { outer: [0, 1, 2, 3, 4, 5, 6], inner: [0, 0, 0, 1, 2, 3, 4] } },
  },
  {
    name: 'day is the start of the step as a product, dt the days in a step',
    yaml: `
time: { start: 2022-01-01, step: 0.1 days, horizon: 1 day }
auxiliaries: { now: day, length: dt }`,
    facts: {
      auxiliaries: {
        now: [0, 0.1, 0.2, 3 * 0.1, 0.4, 0.5, 6 * 0.1, 7 * 0.1, 0.8, 0.9, 1],
        length: Array.from({ length: 11 }, () => 0.1),
      },
    },
  },
  {
    name: 'hours and weeks are days',
    yaml: `
time: { start: 2022-01-01, step: 84 hours, horizon: 2 weeks }
auxiliaries: { length: dt }`,
    facts: { auxiliaries: { length: [3.5, 3.5, 3.5, 3.5, 3.5] }, end: 4 },
  },
  {
    name: 'a result that is not finite is a fault: in an auxiliary, in the state that has it',
    yaml: `
variables: { x: { initial: 3, per_day: -1 } }
auxiliaries: { inverse: "1 / x" }`,
    facts: { fault: ['not-finite', 3] },
  },
  {
    name: 'a result that is not finite is a fault: in a rule, in the step that reads it',
    yaml: `
variables: { x: { initial: 1, next: "sqrt(x - dt) - 1" } }`,
    // Step 0: sqrt(0) − 1 = −1; step 1: sqrt(−2).
    facts: { fault: ['not-finite', 1] },
  },
  {
    name: 'inside an expression infinity may come and go: only the result counts',
    yaml: `
auxiliaries: { a: "1 / (1 + 1 / 0)", b: "exp(1000) > 1e300", c: "min(1, 1 / 0)" }`,
    facts: { auxiliaries: { a: [0, 0, 0, 0, 0, 0, 0], b: [1, 1, 1, 1, 1, 1, 1], c: [1, 1, 1, 1, 1, 1, 1] } },
  },
  {
    name: 'a step is at least one, and the last state is its end',
    yaml: `
time: { start: 2022-01-01, step: 1 week, horizon: 7 days }
variables: { x: { initial: 0, per_day: 1 } }`,
    facts: { variables: { x: [0, 7] }, end: 1 },
  },
];

const DECIDE: readonly Case[] = [
  {
    name: 'a decision by a transition: its lists, then the option’s; the option may move',
    yaml: `
variables: { x: { initial: 1 } }
regions: { main: { initial: a, stages: { a: { transitions: { ask_him: { decide: what, after: 2 days, set: { x: "x + 1" } } } }, b: {} } } }
decisions: { what: { actor: Him, options: { go: { to: main.b, set: { x: "x * 10" } } } } }`,
    facts: {
      happened: ['1 main.ask_him', '1 what.go'],
      variables: { x: [1, 1, 20, 20, 20, 20, 20] },
      decided: ['1 what=go 1'],
    },
  },
  {
    name: 'asked by `ask` and by two transitions in one step: settled once, applied once, for the first that asked',
    yaml: `
variables: { x: { initial: 0 } }
regions:
  one: { initial: a, stages: { a: { transitions: { ask_him: { decide: what, after: 2 days, add: { x: 1 } } } } } }
  two: { initial: a, stages: { a: { transitions: { ask_too: { decide: what, after: 2 days, add: { x: 10 } } } } } }
decisions: { what: { ask: { day: 1 }, options: { go: { add: { x: 100 } } } } }
measures: { went: { count: what.go } }`,
    facts: {
      happened: ['1 what.go', '1 one.ask_him', '1 two.ask_too'],
      variables: { x: [0, 0, 111, 111, 111, 111, 111] },
      decided: ['1 what=go 1'],
      measures: { went: 1 },
    },
  },
  {
    name: 'asked by two transitions in one step: the option comes with the first',
    yaml: `
variables: { x: { initial: 1 } }
regions:
  one: { initial: a, stages: { a: { transitions: { ask_him: { decide: what, after: 1 day, add: { x: 1 } } } } } }
  two: { initial: a, stages: { a: { transitions: { ask_too: { decide: what, after: 1 day, add: { x: 1 } } } } } }
decisions: { what: { options: { go: { set: { x: "10 * x" } } } } }`,
    facts: {
      happened: ['0 one.ask_him', '0 what.go', '0 two.ask_too'],
      variables: { x: [1, 21, 21, 21, 21, 21, 21] },
    },
  },
  {
    name: 'no option available: what asked happens with its own lists only',
    yaml: `
variables: { x: { initial: 0 } }
regions: { main: { initial: a, stages: { a: { transitions: { ask_him: { to: b, decide: what, after: 1 day, add: { x: 1 } } } }, b: {} } } }
decisions: { what: { options: { go: { available: "day > 3", add: { x: 100 } } } } }
measures: { went: { count: what.go } }`,
    facts: {
      happened: ['0 main.ask_him'],
      decided: ['0 what=- null'],
      variables: { x: [0, 1, 1, 1, 1, 1, 1] },
      measures: { went: 0 },
    },
  },
  {
    name: 'a weight of 0 is never taken, an unavailable one does not count',
    yaml: `
decisions: { what: { ask: { every: 1 day }, options: { never: { weight: 0 }, gone: { weight: 1e9, available: "day < 0" }, go: { weight: 1e-9 } } } }
measures: { went: { count: what.go } }`,
    facts: { measures: { went: 6 } },
  },
  {
    name: 'weights that sum to 0 are a fault',
    yaml: `
decisions: { what: { ask: { day: 2 }, options: { one: { weight: 0 }, two: { weight: "0 * day" } } } }`,
    facts: { fault: ['zero-weights', 2] },
  },
  {
    name: 'a negative weight is a fault, but not of an option that is not available',
    yaml: `
decisions:
  fine: { ask: { every: 1 day }, options: { one: { weight: -1, available: "false" }, two: {} } }
  what: { ask: { day: 2 }, options: { one: { weight: "1 - day" }, two: {} } }`,
    facts: { fault: ['negative-weight', 2] },
  },
  {
    name: 'a fixed option skips the weights: none of them is evaluated',
    yaml: `
decisions: { what: { ask: { every: 1 day }, options: { one: { weight: "1 / 0" }, two: { weight: -3 } } } }
variants: { v: { decide: { what: two } } }
measures: { went: { count: what.two } }`,
    settings: { variant: 'v' },
    facts: { measures: { went: 6 } },
  },
  {
    name: 'a fixed option that is not available: decided by the weights of the others',
    yaml: `
decisions: { what: { ask: { every: 1 day }, options: { one: { available: "day >= 2" }, two: {}, three: { weight: 0 } } } }
variants: { v: { decide: { what: one } } }
measures: { one: { count: what.one }, two: { count: what.two } }`,
    settings: { variant: 'v' },
    facts: { measures: { one: 4, two: 2 } },
  },
  {
    name: 'fixed from … until: the steps that start then, both ends included, a bare date being the whole day',
    yaml: `
time: { start: 2022-01-01, step: 12 hours, horizon: 4 days }
decisions: { what: { ask: { every: 12 hours }, options: { usual: {}, odd: { weight: 0 } } } }
variants: { v: { decide: { what: { option: odd, from: 2022-01-02, until: 2022-01-03 } } }, w: { decide: { what: { option: odd, from: 2022-01-02T12:00, until: 2022-01-03T00:00 } } } }
measures: { first: { first_day: what.odd }, last: { last_day: what.odd }, often: { count: what.odd } }`,
    settings: { variant: 'v' },
    // Steps 2 to 5 start on the 2nd and 3rd; a happening's day is the end of its step.
    facts: { measures: { first: 1.5, last: 3, often: 4 } },
  },
  {
    name: 'fixed from … until with times: the steps that start at those times, too',
    yaml: `
time: { start: 2022-01-01, step: 12 hours, horizon: 4 days }
decisions: { what: { ask: { every: 12 hours }, options: { usual: {}, odd: { weight: 0 } } } }
variants: { w: { decide: { what: { option: odd, from: 2022-01-02T12:00, until: 2022-01-03T00:00 } } } }
measures: { first: { first_day: what.odd }, last: { last_day: what.odd }, often: { count: what.odd } }`,
    settings: { variant: 'w' },
    facts: { measures: { first: 2, last: 2.5, often: 2 } },
  },
  {
    name: 'the command line wins over the variant, per parameter and per decision',
    yaml: `
parameters: { p: { baseline: 1, range: [0, 10] }, q: { baseline: 1, range: [0, 10] }, s: { baseline: 1 } }
variables: { x: { initial: "100 * p + 10 * q + s" } }
decisions: { one: { ask: { day: 0 }, options: { a: {}, b: {} } }, two: { ask: { day: 0 }, options: { a: {}, b: {} } } }
variants: { v: { set: { p: 2, q: 3 }, decide: { one: a, two: a } } }`,
    settings: { variant: 'v', set: { q: 4 }, decide: { two: 'b' } },
    facts: { happened: ['0 one.a', '0 two.b'], variables: { x: [241, 241, 241, 241, 241, 241, 241] } },
  },
  {
    name: 'without: a shock, a transition, an option never happen; initial: a stage by its path below the region',
    yaml: `
regions:
  main:
    initial: a
    stages:
      a: { transitions: { go: { to: p, after: 1 day } } }
      p: { initial: b, stages: { b: { transitions: { go_on: { to: main.a, after: 2 days }, stay: { after: 1 day } } }, c: { initial: d, stages: { d: {} } } } }
  two: { initial: a, stages: { a: {}, p: { initial: b, stages: { b: {}, c: { initial: d, stages: { d: {} } } } } } }
shocks: { bolt: { day: 1 }, rain: { day: 2 } }
decisions: { what: { ask: { every: 2 days }, options: { one: { weight: 1e9 }, two: {} } } }
variants: { v: { without: [bolt, main.stay, what.one], initial: { main: p.b, two: p.c } } }`,
    settings: { variant: 'v' },
    facts: {
      happened: [
        '1 what.two',
        '1 main.go_on',
        '2 rain',
        '2 main.go',
        '3 what.two',
        '4 main.go_on',
        '5 what.two',
        '5 main.go',
      ],
      stages: [
        'main.p.b two.p.c.d',
        '"',
        'main.a two.p.c.d',
        'main.p.b two.p.c.d',
        '"',
        'main.a two.p.c.d',
        'main.p.b two.p.c.d',
      ],
    },
  },
  {
    name: 'an option whose move is dropped does not happen; the transition that asked and moved does',
    yaml: `
variables: { x: { initial: 0 } }
shocks: { push: { day: 1, to: two.c } }
regions:
  one: { initial: a, stages: { a: { transitions: { go: { to: b, decide: what, after: 2 days, add: { x: 1 } } } }, b: {} } }
  two: { initial: a, stages: { a: {}, b: {}, c: {} } }
decisions: { what: { options: { only: { to: two.b, add: { x: 10 } } } } }`,
    facts: {
      happened: ['1 push', '1 one.go'],
      dropped: ['1 what.only'],
      variables: { x: [0, 0, 1, 1, 1, 1, 1] },
    },
  },
  {
    name: 'an asked option whose move is dropped does not happen; its `when` stays due',
    yaml: `
variables: { x: { initial: 0 } }
shocks: { push: { day: 1, to: main.c } }
regions: { main: { initial: a, stages: { a: {}, b: {}, c: {} } } }
decisions: { what: { ask: { when: "day >= 1" }, options: { only: { to: main.b, add: { x: 10 } } } } }`,
    facts: {
      happened: ['1 push', '2 what.only'],
      dropped: ['1 what.only'],
      variables: { x: [0, 0, 0, 10, 10, 10, 10] },
    },
  },
  {
    name: 'available and weight read the start of the step',
    yaml: `
variables: { x: { initial: 0 } }
shocks: { first: { day: 1, set: { x: 1 } } }
decisions: { what: { ask: { every: 1 day }, options: { low: { available: "x == 0" }, high: { available: "x == 1" } } } }`,
    facts: {
      decided: [
        '0 what=low 1',
        '1 what=low 1',
        '2 what=high 1',
        '3 what=high 1',
        '4 what=high 1',
        '5 what=high 1',
      ],
    },
  },
];

describe('a state and how it moves', () => {
  for (const one of CASES) it(one.name, () => judge(one));
});

describe('decisions and variants', () => {
  for (const one of DECIDE) it(one.name, () => judge(one));
});
