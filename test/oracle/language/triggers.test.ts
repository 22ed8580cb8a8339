// Proves what makes transitions, shocks and asks due, sentence by sentence of "Triggers", with answers worked out by hand.
import { describe, it } from 'vitest';
import { type Case, judge } from './judge.ts';

const CASES: readonly Case[] = [
  {
    name: 'after: a stay lasts D rounded up to steps (36 hours: two steps of a day)',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, after: 36 hours } } }, b: {} } } }`,
    facts: { happened: ['1 main.go'], stages: ['main.a', '"', 'main.b', '"', '"', '"', '"'] },
  },
  {
    name: 'after: an exact multiple is not rounded up further, even where 3 × 0.1 is more than 0.3',
    yaml: `
time: { start: 2022-01-01, step: 0.1 days, horizon: 1 day }
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, after: 0.3 days } } }, b: {} } } }`,
    facts: { happened: ['2 main.go'] },
  },
  {
    name: 'after: an expression of 0 or less is due in the first step',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, after: -3 } } }, b: { transitions: { back: { to: a, after: "0" } } } } } }`,
    facts: {
      happened: ['0 main.go', '1 main.back', '2 main.go', '3 main.back', '4 main.go', '5 main.back'],
    },
  },
  {
    name: 'after: once a stay; leaving and entering arms it again',
    yaml: `
regions:
  main:
    initial: a
    stages:
      a: { transitions: { sigh: { after: 1 day }, go: { to: b, after: 3 days } } }
      b: { transitions: { back: { to: a, after: 1 day } } }`,
    // a entered at 0: sigh in step 0, go in step 2; back in step 3; a from state 4: sigh in step 4.
    facts: { happened: ['0 main.sigh', '2 main.go', '3 main.back', '4 main.sigh'] },
  },
  {
    name: 'after: with `while` time runs on, and it falls due when the condition holds',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, after: 2 days, while: "day >= 4" } } }, b: {} } } }`,
    facts: { happened: ['4 main.go'] },
  },
  {
    name: 'after: due, not chosen, stays due only while enabled',
    yaml: `
regions:
  main:
    initial: a
    stages:
      a: { transitions: { first: { when: "day == 1" }, go: { to: b, after: 2 days, while: "day == 1 or day >= 4" } } }
      b: {}`,
    facts: { happened: ['1 main.first', '4 main.go'] },
  },
  {
    name: 'after: an expression is evaluated when armed, on the variables after the entry effects and the rest as of the start of the step',
    yaml: `
variables: { x: { initial: 1, per_day: 1 } }
auxiliaries: { twice: "2 * x" }
regions:
  main:
    initial: a
    stages:
      a: { transitions: { go: { to: b, after: 1 day } } }
      b: { entry: { add: { x: 10 } }, transitions: { by_x: { to: c, after: "x - 9.5" }, by_twice: { to: c, after: "twice" } } }
      c: {}`,
    // Step 0: x = 1 at the start, 11 after entry: by_x waits 1.5 days, by_twice 2 × 1 = 2. b from state 1: both due in step 2.
    facts: { happened: ['0 main.go', '2 main.by_x'], variables: { x: [1, 12, 13, 14, 15, 16, 17] } },
  },
  {
    name: 'every: the falls of 1.5 days are 1.5, 3, 4.5, 6, each due in the step that reaches it',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { tick: { every: 1.5 days } } } } } }`,
    facts: { happened: ['1 main.tick', '2 main.tick', '4 main.tick', '5 main.tick'] },
  },
  {
    name: 'every: what has fallen by the end of a step is one',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { tick: { every: 8 hours } } } } } }
measures: { ticks: { count: main.tick } }`,
    facts: { measures: { ticks: 6 } },
  },
  {
    name: 'every: with `while` only steps in which it is enabled count',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { tick: { every: 2 days, while: "day != 1 and day != 2 and day != 4" } } } } } }`,
    // Enabled steps 0, 3, 5: the second of them is step 3.
    facts: { happened: ['3 main.tick'] },
  },
  {
    name: 'every: the schedule does not shift when it loses',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { one: { every: 2 days }, two: { every: 2 days } } } } } }`,
    facts: { happened: ['1 main.one', '2 main.two', '3 main.one', '4 main.two', '5 main.one'] },
  },
  {
    name: 'every: due and lost is due again only in enabled steps',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { one: { when: "day == 1" }, two: { every: 2 days, while: "day != 2" } } } } } }`,
    // two: enabled steps 0, 1, 3, 4, 5. Its 2nd is step 1 (lost), not enabled in 2, due in 3; the 4th is step 4.
    facts: { happened: ['1 main.one', '3 main.two', '4 main.two'] },
  },
  {
    name: 'every: an expression is evaluated when armed, not each time',
    yaml: `
variables: { gap: { initial: 2, per_day: 5 } }
regions: { main: { initial: a, stages: { a: { transitions: { tick: { every: gap } } } } } }`,
    facts: { happened: ['1 main.tick', '3 main.tick', '5 main.tick'] },
  },
  {
    name: 'every: a gap of 0 is a fault when armed',
    yaml: `
parameters: { p: { baseline: 0 } }
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, after: 2 days } } }, b: { transitions: { tick: { every: p } } } } } }`,
    facts: { fault: ['gap-not-positive', 1] },
  },
  {
    name: 'every: a gap of 0 is a fault when armed, also in the stage that ends the run',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, after: 2 days } } }, b: { outcome: over, transitions: { tick: { every: "0 * day" } } } } } }
outcomes: { over: {} }`,
    facts: { fault: ['gap-not-positive', 1] },
  },
  {
    name: 'every: arming begins with the entry of its stage',
    yaml: `
regions:
  main:
    initial: a
    stages:
      a: { transitions: { go: { to: b, after: 1 day } } }
      b: { transitions: { tick: { every: 2 days } } }`,
    facts: { happened: ['0 main.go', '2 main.tick', '4 main.tick'] },
  },
  {
    name: 'when: chosen without leaving its stage, again only after it has been false',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { hm: { when: "day < 2 or day >= 4" } } } } } }`,
    facts: { happened: ['0 main.hm', '4 main.hm'] },
  },
  {
    name: 'when: leaving and entering its stage again lets it hold again at once',
    yaml: `
variables: { left: { initial: 0 } }
regions: { main: { initial: a, stages: { a: { transitions: { again: { to: a, when: "left < 3", add: { left: 1 } } } } } } }`,
    facts: { happened: ['0 main.again', '1 main.again', '2 main.again'] },
  },
  {
    name: 'when: lost is not chosen, so it stays due while the condition holds',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { one: { when: "day >= 1" }, two: { when: "day == 1 or day == 2" } } } } } }`,
    facts: { happened: ['1 main.one', '2 main.two'] },
  },
  {
    name: 'when: false while it lost makes nothing due',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { one: { when: "day == 1" }, two: { when: "day == 1" } } } } } }`,
    facts: { happened: ['1 main.one'] },
  },
  {
    name: 'a chance of 1 rings at fraction 0 of the first enabled step, before any hazard',
    yaml: `
regions:
  main:
    initial: a
    stages:
      a:
        transitions:
          huge: { to: b, hazard: 1e12 }
          sure: { to: c, chance_per_day: 1 }
      b: {}
      c: {}`,
    facts: { happened: ['0 main.sure'] },
  },
  {
    name: 'two chances of 1: ties by document order',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { one: { to: b, chance_per_day: 1 }, two: { to: a, chance_per_day: 1 } } }, b: {} } } }`,
    facts: { happened: ['0 main.one'] },
  },
  {
    name: 'a chance of 1 with `while`: the first enabled step',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, chance_per_day: 1, while: "day >= 3" } } }, b: {} } } }`,
    facts: { happened: ['3 main.go'] },
  },
  {
    name: 'a chance of 0 and a hazard of 0 never ring',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { one: { to: b, chance_per_day: 0 }, two: { to: b, hazard: "0 * day" } } }, b: {} } } }`,
    facts: { happened: [] },
  },
  {
    name: 'a clock that leaves nothing is armed again after it rang',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { beat: { chance_per_day: 1 } } } } } }
measures: { beats: { count: main.beat } }`,
    facts: { measures: { beats: 6 } },
  },
  {
    name: 'a clock that rang earlier and lost comes before one that rings now',
    yaml: `
regions:
  main:
    initial: a
    stages:
      a:
        transitions:
          now: { to: b, chance_per_day: 1, while: "day >= 1" }
          early: { to: c, chance_per_day: 1 }
          first: { when: "day == 0" }
      b: {}
      c: {}`,
    facts: { happened: ['0 main.first', '1 main.early'] },
  },
  {
    name: 'a clock that rang needs only its `while`: its hazard may be 0 again',
    yaml: `
regions:
  main:
    initial: a
    stages:
      a: { transitions: { first: { when: "day <= 0" }, c: { to: b, chance_per_day: "day == 0 ? 1 : 0" } } }
      b: {}`,
    facts: { happened: ['0 main.first', '1 main.c'] },
  },
  {
    name: 'a clock that rang and lost waits while its `while` does not hold',
    yaml: `
regions:
  main:
    initial: a
    stages:
      a: { transitions: { first: { when: "day == 0" }, c: { to: b, chance_per_day: 1, while: "day == 0 or day == 3" } } }
      b: {}`,
    facts: { happened: ['0 main.first', '3 main.c'] },
  },
  {
    name: 'due `when`, `after` and `every` come before clocks that rang, though the clock comes first in the document and the leaf',
    yaml: `
regions:
  main:
    initial: p
    transitions: { far: { to: q, after: 1 day } }
    stages:
      p: { initial: l, stages: { l: { transitions: { near: { to: q, chance_per_day: 1 } } }, q: {} } }
      q: {}`.replace('near: { to: q', 'near: { to: main.p.q'),
    facts: { happened: ['0 main.far'] },
  },
  {
    name: 'leaf before ancestor before region, document order within',
    yaml: `
regions:
  main:
    initial: p
    transitions: { r1: { when: "true" } }
    stages:
      p:
        initial: l
        transitions: { p1: { when: "true" }, p2: { when: "true" } }
        stages: { l: { transitions: { l1: { when: "true" }, l2: { when: "true" } } } }`,
    facts: { happened: ['0 main.l1', '1 main.l2', '2 main.p1', '3 main.p2', '4 main.r1'] },
  },
  {
    name: 'clocks that tie go by document order, not leaf first',
    yaml: `
regions:
  main:
    initial: p
    transitions: { r1: { to: x, chance_per_day: 1 } }
    stages:
      p: { initial: l, stages: { l: { transitions: { l1: { to: main.z, chance_per_day: 1 } } } } }
      x: {}
      z: {}`,
    facts: { happened: [0, 1, 2, 3, 4, 5].map((step) => `${step} main.r1`) },
  },
  {
    name: 'clocks that tie go by document order where the region writes its stages first',
    yaml: `
regions:
  main:
    initial: p
    stages:
      p: { initial: l, stages: { l: { transitions: { l1: { to: main.z, chance_per_day: 1 } } } } }
      x: {}
      z: {}
    transitions: { r1: { to: x, chance_per_day: 1 } }`,
    facts: { happened: ['0 main.l1', ...[1, 2, 3, 4, 5].map((step) => `${step} main.r1`)] },
  },
  {
    name: 'leaving disarms; a transition of an ancestor that was not left goes on',
    yaml: `
regions:
  main:
    initial: p
    stages:
      p:
        initial: l
        transitions: { out: { to: x, after: 3 days } }
        stages:
          l: { transitions: { swap: { to: m, after: 2 days }, slow: { to: main.x, after: 4 days } } }
          m: { transitions: { back: { to: l, after: 5 days } } }
      x: {}`,
    facts: {
      happened: ['1 main.swap', '2 main.out'],
      stages: ['main.p.l', '"', 'main.p.m', 'main.x', '"', '"', '"'],
    },
  },
  {
    name: 'a region’s own triggers are armed at the start and stay armed when its stages are left',
    yaml: `
regions:
  main:
    initial: a
    transitions: { tick: { every: 2 days }, once: { after: 3 days }, held: { when: "day >= 3" } }
    stages:
      a: { transitions: { go: { to: b, after: 1 day } } }
      b: {}`,
    // Step 1: tick. Step 2: once. Step 3: tick before held (document order). Step 4: held. Step 5: tick.
    facts: {
      happened: ['0 main.go', '1 main.tick', '2 main.once', '3 main.tick', '4 main.held', '5 main.tick'],
    },
  },
  {
    name: 'shocks: a date is decided in its step, with `while`; a day inside a step counts for that step',
    yaml: `
time: { start: 2022-01-01, step: 12 hours, horizon: 3 days }
shocks:
  noon: { date: 2022-01-02T18:00 }
  midnight: { date: 2022-01-02 }
  late: { date: 2022-01-03T11:59 }
  not_then: { day: 1, while: "day > 1" }
  then: { day: 1.75, while: "day == 1.5" }`,
    // Steps of half a day: 2022-01-02 is step 2, its 18:00 in step 3, day 1.75 too, 2022-01-03T11:59 in step 4.
    facts: { happened: ['2 midnight', '3 noon', '3 then', '4 late'] },
  },
  {
    name: 'shocks: happen once, with `repeats` again; `every` repeats by itself',
    yaml: `
shocks:
  once: { chance_per_day: 1 }
  again: { chance_per_day: 1, repeats: true }
  held: { when: "day >= 1" }
  held_again: { when: "day == 1 or day == 3", repeats: true }
  rhythm: { every: 3 days }
measures:
  once: { count: once }
  again: { count: again }
  held: { count: held }
  held_again: { count: held_again }
  rhythm: { count: rhythm }`,
    facts: { measures: { once: 1, again: 6, held: 1, held_again: 2, rhythm: 2 } },
  },
  {
    name: 'shocks: `while` with a clock and with `every`; a `when` shock that once happened never does again',
    yaml: `
shocks:
  sure: { chance_per_day: 1, repeats: true, while: "day >= 2 and day < 4" }
  rhythm: { every: 1 day, while: "day > 3" }
  once: { when: "day == 1 or day == 3" }`,
    facts: { happened: ['1 once', '2 sure', '3 sure', '4 rhythm', '5 rhythm'] },
  },
  {
    name: 'asks: every trigger but `after`; they repeat',
    yaml: `
decisions:
  daily: { ask: { every: 1 day }, options: { a: {} } }
  sure: { ask: { chance_per_day: 1, while: "day < 2" }, options: { a: {} } }
  dated: { ask: { date: 2022-01-03 }, options: { a: {} } }
  dayed: { ask: { day: 2, while: "day > 5" }, options: { a: {} } }
  held: { ask: { when: "day == 1 or day == 2 or day == 4" }, options: { a: {} } }
measures:
  daily: { count: daily.a }
  sure: { count: sure.a }
  dated: { first_day: dated.a }
  dayed: { count: dayed.a }
  held: { count: held.a }
  held_last: { last_day: held.a }`,
    facts: { measures: { daily: 6, sure: 2, dated: 3, dayed: 0, held: 2, held_last: 5 } },
  },
  {
    name: 'a negative hazard is a fault in the step in which it is evaluated',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, hazard: "0.5 - day" , while: "day != 1" } } }, b: {} } } }
parameters: { p: { baseline: 1 } }`,
    luck: 3,
    facts: { fault: ['negative-hazard', 2] },
  },
  {
    name: 'a chance outside [0, 1] is a fault, also by a little; not while it is not enabled',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, chance_per_day: "1 + 1e-9", while: "day >= 2" } } }, b: {} } } }`,
    facts: { fault: ['chance-outside', 2] },
  },
];

describe('triggers', () => {
  for (const one of CASES) it(one.name, () => judge(one));
});
