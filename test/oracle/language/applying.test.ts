// Proves what an application does: exits, lists and entries in order, targets, dropped moves, what reads which state; by hand.
import { describe, it } from 'vitest';
import { type Case, judge } from './judge.ts';

/** Writes its digits into `log`: each list multiplies by ten and adds its own, so that the value is the order. */
const log = (digit: number): string => `{ set: { log: "10 * log + ${digit}" } }`;
const own = (digit: number): string => `set: { log: "10 * log + ${digit}" }`;
const LOG = 'variables: { log: { initial: 0 } }'.replaceAll('log', 'trail');
const trail = (text: string): string => text.replaceAll('log', 'trail');

const CASES: readonly Case[] = [
  {
    name: 'the start: initial stages are entered in document order, with their entry effects, outside in',
    yaml: `
${LOG}
regions:
  one: { initial: b, stages: { a: { entry: ${trail(log(9))} }, b: { entry: ${trail(log(1))}, initial: d, stages: { c: { entry: ${trail(log(9))} }, d: { entry: ${trail(log(2))} } } } } }
  two: { initial: a, stages: { a: { entry: ${trail(log(3))} } } }`,
    facts: { variables: { trail: [123, 123, 123, 123, 123, 123, 123] } },
  },
  {
    name: 'an application: exits leaf outward, its own list, entries inward down `initial`',
    yaml: `
${LOG}
regions:
  main:
    initial: p
    stages:
      p:
        exit: ${trail(log(2))}
        initial: a
        stages: { a: { exit: ${trail(log(1))}, transitions: { go: { to: main.q, after: 1 day, ${trail(own(3))} } } } }
      q: { entry: ${trail(log(4))}, initial: c, stages: { b: { entry: ${trail(log(9))} }, c: { entry: ${trail(log(5))}, initial: e, stages: { d: {}, e: { entry: ${trail(log(6))} } } } } }`,
    facts: {
      variables: { trail: [0, 123456, 123456, 123456, 123456, 123456, 123456] },
      stages: ['main.p.a', 'main.q.c.e', '"', '"', '"', '"', '"'],
    },
  },
  {
    name: 'a sibling of a nested stage: the parent is neither left nor entered',
    yaml: `
${LOG}
regions:
  main:
    initial: p
    stages:
      p:
        entry: ${trail(log(7))}
        exit: ${trail(log(8))}
        initial: a
        stages: { a: { exit: ${trail(log(1))}, transitions: { go: { to: b, after: 1 day } } }, b: { entry: ${trail(log(2))} } }`,
    facts: { variables: { trail: [7, 712, 712, 712, 712, 712, 712] } },
  },
  {
    name: 'a stage that contains the target is left and entered again',
    yaml: `
${LOG}
regions:
  main:
    initial: p
    stages:
      p:
        entry: ${trail(log(7))}
        exit: ${trail(log(8))}
        transitions: { go: { to: main.p.b, when: "day == 0" } }
        initial: a
        stages: { a: { exit: ${trail(log(1))} }, b: { entry: ${trail(log(2))} } }`,
    facts: { variables: { trail: [7, 71872, 71872, 71872, 71872, 71872, 71872] } },
  },
  {
    name: 'a target that was active is left and entered again: an ancestor of the leaf',
    yaml: `
time: { start: 2022-01-01, step: 1 day, horizon: 4 days }
${LOG}
regions:
  main:
    initial: p
    stages:
      p:
        entry: ${trail(log(7))}
        exit: ${trail(log(8))}
        initial: a
        stages: { a: { entry: ${trail(log(3))}, exit: ${trail(log(1))}, transitions: { hop: { to: b, after: 1 day } } }, b: { exit: ${trail(log(2))}, transitions: { go: { to: main.p, after: 1 day } } } }`,
    // Start 73; hop: exit a 1; go: exit b 2, exit p 8, entry p 7, entry a 3; then again.
    facts: { variables: { trail: [73, 731, 7312873, 73128731, 731287312873] } },
  },
  {
    name: 'a stage’s own name as target: left and entered again, its stay begins anew',
    yaml: `
${LOG}
auxiliaries: { stay: "days_in(main.a)" }
regions: { main: { initial: a, stages: { a: { entry: ${trail(log(1))}, exit: ${trail(log(2))}, transitions: { again: { to: a, after: 2 days, ${trail(own(3))} } } } } } }`,
    facts: {
      variables: { trail: [1, 1, 1231, 1231, 1231231, 1231231, 1231231231] },
      auxiliaries: { stay: [0, 1, 0, 1, 0, 1, 0] },
    },
  },
  {
    name: 'a region’s transition leaves every active stage, also to a stage inside the active one; the region has no exit',
    yaml: `
${LOG}
regions:
  main:
    initial: p
    transitions: { swap: { to: main.p.b, when: "day == 1" } }
    stages:
      p:
        entry: ${trail(log(7))}
        exit: ${trail(log(8))}
        initial: a
        stages: { a: { exit: ${trail(log(1))} }, b: { entry: ${trail(log(2))} } }`,
    // The nearest common ancestor of the region and the stage is the region.
    facts: { variables: { trail: [7, 7, 71872, 71872, 71872, 71872, 71872] } },
  },
  {
    name: 'without `to` nothing is left or entered',
    yaml: `
${LOG}
regions: { main: { initial: a, stages: { a: { entry: ${trail(log(1))}, exit: ${trail(log(2))}, transitions: { go: { when: "day == 1", ${trail(own(3))} } } } } } }
measures: { went: { count: main.go } }`,
    facts: { variables: { trail: [1, 1, 13, 13, 13, 13, 13] }, measures: { went: 1 } },
  },
  {
    name: 'a target in another region alone: the transition’s own stage is not left',
    yaml: `
${LOG}
regions:
  one: { initial: a, stages: { a: { exit: ${trail(log(8))}, entry: ${trail(log(7))}, transitions: { push: { to: two.b, after: 2 days, ${trail(own(2))} } } } } }
  two: { initial: a, stages: { a: { exit: ${trail(log(1))} }, b: { entry: ${trail(log(3))} } } }`,
    facts: {
      stages: ['one.a two.a', '"', 'one.a two.b', '"', '"', '"', '"'],
      variables: { trail: [7, 7, 7123, 7123, 7123, 7123, 7123] },
    },
  },
  {
    name: 'several targets: all exits, then the lists, then all entries, each in document order of regions',
    yaml: `
${LOG}
regions:
  one: { initial: a, stages: { a: { exit: ${trail(log(1))} }, b: { entry: ${trail(log(5))} } } }
  two: { initial: a, stages: { a: { exit: ${trail(log(2))}, transitions: { go: { to: [three.b, b, one.b], after: 1 day, ${trail(own(4))} } } }, b: { entry: ${trail(log(6))} } } }
  three: { initial: a, stages: { a: { exit: ${trail(log(3))} }, b: { entry: ${trail(log(7))} } } }`,
    facts: {
      stages: ['one.a two.a three.a', 'one.b two.b three.b', '"', '"', '"', '"', '"'],
      variables: { trail: [0, 1234567, 1234567, 1234567, 1234567, 1234567, 1234567] },
    },
  },
  {
    name: 'a target in another region moves it as if its leaf had the transition: a sibling of the leaf leaves only the leaf',
    yaml: `
${LOG}
regions:
  one: { initial: a, stages: { a: { transitions: { push: { to: two.p.b, after: 1 day } } } } }
  two: { initial: p, stages: { p: { entry: ${trail(log(7))}, exit: ${trail(log(8))}, initial: a, stages: { a: { exit: ${trail(log(1))} }, b: { entry: ${trail(log(2))} } } } } }`,
    facts: { variables: { trail: [7, 712, 712, 712, 712, 712, 712] } },
  },
  {
    name: 'a target in another region that is active is left and entered again, the leaf itself too',
    yaml: `
${LOG}
regions:
  one: { initial: a, stages: { a: { transitions: { up: { to: two.p, when: "day == 1" }, leaf: { to: two.p.a, when: "day == 3" } } } } }
  two: { initial: p, stages: { p: { entry: ${trail(log(7))}, exit: ${trail(log(8))}, initial: a, stages: { a: { entry: ${trail(log(1))}, exit: ${trail(log(2))} } } } } }`,
    facts: { variables: { trail: [71, 71, 712871, 712871, 71287121, 71287121, 71287121] } },
  },
  {
    name: 'a list is one: all its expressions read the variables before it',
    yaml: `
variables: { a: { initial: 1 }, b: { initial: 10 } }
shocks: { swap: { day: 1, set: { a: b, b: a } }, both: { day: 2, set: { a: "a + b" }, add: { b: a } } }`,
    facts: { variables: { a: [1, 1, 10, 11, 11, 11, 11], b: [10, 10, 1, 11, 11, 11, 11] } },
  },
  {
    name: 'a list reads the variables as earlier lists left them, and everything else as of the start of the step',
    yaml: `
variables: { x: { initial: 1 }, seen_x: { initial: 0 }, seen_twice: { initial: 0 }, seen_active: { initial: 0 }, seen_times: { initial: 0 }, seen_since: { initial: 0 }, seen_days: { initial: 0 } }
auxiliaries: { twice: "2 * x" }
regions:
  main:
    initial: a
    stages:
      a:
        exit: { set: { x: 5 } }
        transitions: { go: { to: b, after: 2 days, set: { x: "x + 1" } } }
      b: { entry: { set: { seen_x: x, seen_twice: twice, seen_active: "1 * active(main.b) + 10 * active(main.a)", seen_times: "times(main.go)", seen_since: "since(main.go)", seen_days: "days_in(main.a) + 10 * days_in(main.b)" } } }`,
    facts: {
      variables: {
        x: [1, 1, 6, 6, 6, 6, 6],
        seen_x: [0, 0, 6, 6, 6, 6, 6],
        seen_twice: [0, 0, 2, 2, 2, 2, 2],
        seen_active: [0, 0, 10, 10, 10, 10, 10],
        seen_times: [0, 0, 0, 0, 0, 0, 0],
        seen_since: [0, 0, 1e6, 1e6, 1e6, 1e6, 1e6],
        seen_days: [0, 0, 1, 1, 1, 1, 1],
      },
    },
  },
  {
    name: 'bounds are applied after each list, not only at the end of the step',
    yaml: `
variables: { x: { initial: 5, bounds: [0, 10] } }
shocks: { up: { day: 1, add: { x: 100 } }, down: { day: 1, add: { x: -3 } } }`,
    facts: { variables: { x: [5, 5, 7, 7, 7, 7, 7] } },
  },
  {
    name: 'shocks apply before asked options, those before transitions, whatever the order of sections',
    yaml: `
${LOG}
shocks: { second: { day: 1, ${trail(own(2))} }, first: { day: 1, ${trail(own(1))} } }
decisions: { later: { ask: { day: 1 }, options: { only: { ${trail(own(3))} } } }, sooner: { ask: { day: 1 }, options: { only: { ${trail(own(4))} } } } }
regions:
  one: { initial: a, stages: { a: { transitions: { go: { after: 2 days, ${trail(own(5))} } } } } }
  two: { initial: a, stages: { a: { transitions: { go: { after: 2 days, ${trail(own(6))} } } } } }`,
    facts: {
      happened: ['1 second', '1 first', '1 later.only', '1 sooner.only', '1 one.go', '1 two.go'],
      variables: { trail: [0, 0, 213456, 213456, 213456, 213456, 213456] },
    },
  },
  {
    name: 'all choices of a step are made on its start: what a shock changes does not undo a transition',
    yaml: `
variables: { x: { initial: 1 } }
shocks: { fall: { day: 1, set: { x: 0 } } }
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, when: "day == 1 and x == 1" }, late: { to: c, when: "x == 0" } } }, b: {}, c: {} } } }`,
    facts: { happened: ['1 fall', '1 main.go'] },
  },
  {
    name: 'a later move of a region is dropped: the transition does not happen, no list, not counted; it stays due',
    yaml: `
variables: { x: { initial: 0 } }
shocks: { push: { day: 1, to: main.c } }
regions:
  main:
    initial: a
    transitions: { go: { to: b, after: 2 days, add: { x: 1 } } }
    stages: { a: {}, b: {}, c: {} }`,
    facts: {
      happened: ['1 push', '2 main.go'],
      dropped: ['1 main.go'],
      stages: ['main.a', '"', 'main.c', 'main.b', '"', '"', '"'],
      variables: { x: [0, 0, 0, 1, 1, 1, 1] },
    },
  },
  {
    name: 'a dropped transition of a stage that the earlier move left is gone with its stage',
    yaml: `
variables: { x: { initial: 0 } }
shocks: { push: { day: 1, to: main.c } }
regions:
  main:
    initial: a
    stages: { a: { transitions: { go: { to: b, when: "day >= 1", add: { x: 1 } } } }, b: {}, c: {} }`,
    facts: { happened: ['1 push'], dropped: ['1 main.go'], variables: { x: [0, 0, 0, 0, 0, 0, 0] } },
  },
  {
    name: 'a transition some of whose moves are dropped happens with the rest and all its lists',
    yaml: `
variables: { x: { initial: 0 } }
shocks: { push: { day: 1, to: two.c } }
regions:
  one: { initial: a, stages: { a: { transitions: { go: { to: [b, two.b], after: 2 days, add: { x: 1 } } } }, b: {} } }
  two: { initial: a, stages: { a: {}, b: {}, c: {} } }`,
    facts: {
      happened: ['1 push', '1 one.go'],
      dropped: [],
      stages: ['one.a two.a', '"', 'one.b two.c', '"', '"', '"', '"'],
      variables: { x: [0, 0, 1, 1, 1, 1, 1] },
    },
  },
  {
    name: 'a transition without moves happens though its region was moved in the same step',
    yaml: `
variables: { x: { initial: 0 } }
shocks: { push: { day: 1, to: main.b } }
regions: { main: { initial: a, stages: { a: { transitions: { sigh: { after: 2 days, add: { x: 1 } } } }, b: {} } } }`,
    facts: { happened: ['1 push', '1 main.sigh'], variables: { x: [0, 0, 1, 1, 1, 1, 1] } },
  },
  {
    name: 'the first region’s transition moves the second, whose own is then dropped',
    yaml: `
regions:
  one: { initial: a, stages: { a: { transitions: { push: { to: two.c, after: 1 day } } } } }
  two: { initial: a, stages: { a: { transitions: { go: { to: b, after: 1 day } } }, b: {}, c: {} } }`,
    facts: {
      happened: ['0 one.push'],
      dropped: ['0 two.go'],
      stages: ['one.a two.a', 'one.a two.c', '"', '"', '"', '"', '"'],
    },
  },
  {
    name: 'a dropped shock that happens once has not happened: a `when` shock comes in the next step',
    yaml: `
shocks: { first: { day: 1, to: main.b }, second: { when: "day >= 1", to: main.c } }
regions: { main: { initial: a, stages: { a: {}, b: {}, c: {} } } }`,
    facts: { happened: ['1 first', '2 second'], dropped: ['1 second'] },
  },
  {
    name: 'a dropped `every` stays due, its schedule stands',
    yaml: `
shocks: { push: { day: 1, to: main.a } }
regions: { main: { initial: a, transitions: { tick: { to: a, every: 2 days } }, stages: { a: {} } } }`,
    facts: { happened: ['1 push', '2 main.tick', '3 main.tick', '5 main.tick'], dropped: ['1 main.tick'] },
  },
  {
    name: 'a dropped clock has not been chosen: it rang and comes in the next step',
    yaml: `
shocks: { push: { day: 1, to: main.a } }
regions: { main: { initial: a, transitions: { tick: { to: a, chance_per_day: "day == 1 ? 1 : 0" } }, stages: { a: {} } } }`,
    facts: { happened: ['1 push', '2 main.tick'], dropped: ['1 main.tick'] },
  },
  {
    name: 'of several outcomes entered in a step the first region’s ends the run',
    yaml: `
regions:
  one: { initial: a, stages: { a: { transitions: { go: { to: b, after: 3 days } } }, b: { outcome: lost } } }
  two: { initial: a, stages: { a: { transitions: { go: { to: b, after: 3 days } } }, b: { outcome: won } } }
outcomes: { won: {}, lost: {} }
variables: { x: { initial: 0, per_day: 1 } }`,
    facts: { outcome: 'lost', end: 3, variables: { x: [0, 1, 2, 3] } },
  },
  {
    name: 'a stage with an outcome ends the run though a stage of it is entered, at the end of the step',
    yaml: `
regions:
  main: { initial: a, stages: { a: { transitions: { go: { to: b, after: 1 day } } }, b: { outcome: over, initial: c, stages: { c: { transitions: { back: { to: main.a, when: "true" } } } } } } }
outcomes: { over: {} }`,
    facts: { outcome: 'over', end: 1, happened: ['0 main.go'], stages: ['main.a', 'main.b.c'] },
  },
  {
    name: 'at the horizon: the first outcome whose `at_horizon` holds in the last state',
    yaml: `
variables: { x: { initial: 0, per_day: 1 } }
outcomes: { high: { at_horizon: "x > 6" }, mid: { at_horizon: "x == 6 and day == 6" }, low: { at_horizon: "x >= 0" } }`,
    facts: { outcome: 'mid', end: 6 },
  },
  {
    name: 'at the horizon: `unresolved` where none holds',
    yaml: `
outcomes: { high: { at_horizon: "day > 6" } }`,
    facts: { outcome: 'unresolved', end: 6 },
  },
  {
    name: 'a stage’s outcome in the last step comes before `at_horizon`',
    yaml: `
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, after: 6 days } } }, b: { outcome: over } } } }
outcomes: { always: { at_horizon: "true" }, over: {} }`,
    facts: { outcome: 'over', end: 6 },
  },
];

describe('applying', () => {
  for (const one of CASES) it(one.name, () => judge(one));
});
