// Proves what an application is: exits, lists, entries in their order, what they read, and moves that are dropped.
import { describe, expect, it } from 'vitest';
import { traceOf } from './trace.ts';

/** Appends a digit to the variable `trail`, so that the order of lists can be read off. */
const mark = (digit: number) => ({ set: { trail: `10 * trail + ${digit}` } });

const at = (day: number) => ({ when: `day == ${day}` });

const logOf = (entries: object, state = 1): number =>
  traceOf({ variables: { trail: { initial: 0 } }, ...entries }).variables.trail![state]!;

describe('order', () => {
  it('exits leaf outward, own list, entries inward down `initial`', () => {
    expect(
      logOf({
        regions: {
          main: {
            initial: 'a',
            stages: {
              a: {
                initial: 'inner',
                exit: mark(2),
                transitions: { go: { to: 'b', ...at(0), ...mark(3) } },
                stages: { inner: { exit: mark(1) } },
              },
              b: { initial: 'inner', entry: mark(4), stages: { inner: { entry: mark(5) } } },
            },
          },
        },
      }),
    ).toBe(12345);
  });

  it('of several regions all exits first, then the lists, then all entries, each in document order of regions', () => {
    expect(
      logOf({
        regions: {
          one: {
            initial: 'a',
            stages: { a: { exit: mark(1) }, b: { entry: mark(5) } },
          },
          two: {
            initial: 'a',
            stages: {
              a: {
                exit: mark(2),
                transitions: { go: { to: ['b', 'three.b', 'one.b'], ...at(0), ...mark(4) } },
              },
              b: { entry: mark(6) },
            },
          },
          three: { initial: 'a', stages: { a: { exit: mark(3) }, b: { entry: mark(7) } } },
        },
      }),
    ).toBe(1234567);
  });

  it('a `decide` runs its own list, then the option’s; their moves are one', () => {
    expect(
      logOf({
        regions: {
          main: {
            initial: 'a',
            stages: {
              a: { exit: mark(1), transitions: { ask: { decide: 'choice', ...at(0), ...mark(2) } } },
              b: { entry: mark(4) },
            },
          },
        },
        decisions: { choice: { options: { only: { to: 'main.b', ...mark(3) } } } },
      }),
    ).toBe(1234);
  });

  it('shocks, then asked decisions, then transitions, each in document order', () => {
    const trace = traceOf({
      regions: {
        one: { initial: 'a', stages: { a: { transitions: { go: at(0) } } } },
        two: { initial: 'a', stages: { a: { transitions: { go: at(0) } } } },
      },
      decisions: {
        first: { ask: { day: 0 }, options: { admit: {} } },
        second: { ask: { day: 0 }, options: { admit: {} } },
      },
      shocks: { rain: { day: 0 }, hail: { day: 0 } },
    });
    expect(trace.happened).toEqual([
      '0 rain',
      '0 hail',
      '0 first.admit',
      '0 second.admit',
      '0 one.go',
      '0 two.go',
    ]);
  });
});

describe('what the lists read', () => {
  it('variables as earlier lists left them; one list is read all at once', () => {
    const trace = traceOf({
      variables: { x: { initial: 1 }, w: { initial: 10 } },
      regions: {
        main: {
          initial: 'a',
          stages: {
            a: {
              exit: { set: { x: 2 } },
              transitions: { go: { to: 'b', ...at(0), set: { x: 'w' }, add: { w: 'x' } } },
            },
            b: { entry: { add: { x: 'w' } } },
          },
        },
      },
    });
    // Exit: x = 2. List: x = w = 10 and w = 10 + 2 together. Entry: x = 10 + 12.
    expect(trace.variables.x![1]).toBe(22);
    expect(trace.variables.w![1]).toBe(12);
  });

  it('everything else as of the start of the step', () => {
    const trace = traceOf({
      variables: { x: { initial: 1 }, seen: { initial: 0 } },
      auxiliaries: { twice: '2 * x' },
      regions: {
        main: {
          initial: 'a',
          stages: {
            a: { transitions: { go: { to: 'b', ...at(2), set: { x: 5 } } } },
            b: {
              entry: {
                set: {
                  seen: 'twice + 10 * active(main.a) + 100 * active(main.b) + 1000 * days_in(main.a) + 10000 * times(main.go) + 100000 * day',
                },
              },
            },
          },
        },
      },
    });
    expect(trace.variables.seen![3]).toBe(2 + 10 + 2000 + 200000);
    expect(trace.auxiliaries.twice).toEqual([2, 2, 2, 10, 10, 10, 10]);
  });

  it('bounds cut after each list', () => {
    const trace = traceOf({
      variables: { x: { initial: 0.5, bounds: [0, 1] } },
      regions: {
        main: {
          initial: 'a',
          stages: {
            a: { transitions: { go: { to: 'b', ...at(0), add: { x: 9 } } } },
            b: { entry: { add: { x: -0.25 } } },
          },
        },
      },
    });
    expect(trace.variables.x![1]).toBe(0.75);
  });
});

describe('which stages are left', () => {
  /** Entries and exits counted by digits: composite entered 1000, left 100; leaf entered 10, left 1. */
  const count = (digit: number) => ({ add: { trail: digit } });
  const chart = (transitions: object, leaf: object = {}) => ({
    regions: {
      main: {
        initial: 'out',
        stages: {
          out: { transitions: { enter: { to: 'outer', ...at(0), set: { trail: 0 } } } },
          outer: {
            initial: 'inner',
            entry: count(1000),
            exit: count(100),
            transitions,
            stages: {
              inner: { entry: count(10), exit: count(1), transitions: leaf },
              other: { entry: count(20), exit: count(2) },
            },
          },
        },
      },
    },
  });

  it('a leaf to its sibling leaves the composite alone', () => {
    expect(logOf(chart({}, { go: { to: 'other', ...at(1) } }), 2)).toBe(1010 + 1 + 20);
  });

  it('a composite that contains the target is left and entered again', () => {
    expect(logOf(chart({ go: { to: 'main.outer.other', ...at(1) } }), 2)).toBe(1010 + 101 + 1020);
  });

  it('a composite to itself is left and entered again', () => {
    expect(logOf(chart({ go: { to: 'outer', ...at(1) } }), 2)).toBe(1010 + 101 + 1010);
  });

  it('a target that is active is left and entered again', () => {
    expect(logOf(chart({}, { go: { to: 'main.outer', ...at(1) } }), 2)).toBe(1010 + 101 + 1010);
  });

  it('a leaf to itself leaves the leaf alone', () => {
    expect(logOf(chart({}, { go: { to: 'inner', ...at(1) } }), 2)).toBe(1010 + 1 + 10);
  });

  it('a transition of a composite leaves every active stage in it', () => {
    expect(logOf(chart({ go: { to: 'out', ...at(1) } }), 2)).toBe(1010 + 101);
  });

  it('without a target nothing is left: days in the stage go on', () => {
    const trace = traceOf({
      regions: { main: { initial: 'a', stages: { a: { transitions: { note: at(2) } } } } },
      auxiliaries: { stay: 'days_in(main.a)' },
    });
    expect(trace.auxiliaries.stay).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('a region’s own transition leaves all active stages, also the target', () => {
    const entries = chart({});
    const regions = { main: { ...entries.regions.main, transitions: { go: { to: 'outer', ...at(1) } } } };
    expect(logOf({ regions }, 2)).toBe(1010 + 101 + 1010);
  });

  it('in another region the active leaf moves: up to the common ancestor only', () => {
    const entries = chart({});
    const other = {
      initial: 'a',
      stages: { a: { transitions: { push: { to: 'main.outer.other', ...at(1) } } } },
    };
    expect(logOf({ regions: { ...entries.regions, other } }, 2)).toBe(1010 + 1 + 20);
  });

  it('the transition’s own stage is left only by a target in its own region', () => {
    const trace = traceOf({
      auxiliaries: { stay: 'days_in(one.a)', moved: 'active(two.b)' },
      regions: {
        one: { initial: 'a', stages: { a: { transitions: { push: { to: 'two.b', ...at(1) } } } } },
        two: { initial: 'a', stages: { a: {}, b: {} } },
      },
    });
    expect(trace.auxiliaries.stay![4]).toBe(4);
    expect(trace.auxiliaries.moved).toEqual([0, 0, 1, 1, 1, 1, 1]);
  });
});

describe('a region moves at most once a step', () => {
  const two = (transitions: object, more: object = {}) =>
    traceOf({
      variables: { x: { initial: 0 } },
      regions: {
        one: {
          initial: 'a',
          stages: { a: { transitions: { go: { to: 'b', when: 'day == 0 or day == 1' } } }, b: {} },
        },
        two: { initial: 'a', stages: { a: { transitions }, b: {} } },
        three: { initial: 'a', stages: { a: {}, b: {} } },
      },
      ...more,
    });

  it('what loses all its moves does not happen: no lists, no count, its trigger as if not chosen', () => {
    const trace = two({ push: { to: 'one.a', when: 'day == 0 or day == 1', add: { x: 1 } } });
    expect(trace.happened).toEqual(['0 one.go', '1 two.push']);
    expect(trace.records[1]?.dropped).toEqual(['two.push']);
    expect(trace.variables.x!.slice(0, 3)).toEqual([0, 0, 1]);
    expect(trace.stages.slice(0, 3)).toEqual([
      'one.a two.a three.a',
      'one.b two.a three.a',
      'one.a two.a three.a',
    ]);
  });

  it('what keeps a move happens with the moves it has', () => {
    const trace = two({ push: { to: ['one.a', 'three.b'], when: 'day == 0', add: { x: 1 } } });
    expect(trace.happened).toEqual(['0 one.go', '0 two.push', '1 one.go'].slice(0, 2));
    expect(trace.stages[1]).toBe('one.b two.a three.b');
    expect(trace.variables.x![1]).toBe(1);
  });

  it('what has no targets happens, even when its stage has just been left', () => {
    const trace = traceOf({
      variables: { x: { initial: 0 } },
      regions: {
        one: {
          initial: 'a',
          stages: { a: { transitions: { note: { when: 'day == 0', add: { x: 1 } } } }, b: {} },
        },
      },
      shocks: { blow: { day: 0, to: 'one.b' } },
    });
    expect(trace.happened).toEqual(['0 blow', '0 one.note']);
    expect(trace.variables.x![1]).toBe(1);
  });

  it('a transition whose own moves survive happens without the option whose moves do not', () => {
    const trace = two(
      { ask: { to: 'b', decide: 'choice', when: 'day == 0', add: { x: 1 } } },
      { decisions: { choice: { options: { only: { to: 'one.a', add: { x: 10 } } } } } },
    );
    expect(trace.happened).toEqual(['0 one.go', '0 two.ask']);
    expect(trace.records[1]?.dropped).toEqual(['choice.only']);
    expect(trace.variables.x![1]).toBe(1);
    expect(trace.stages[1]).toBe('one.b two.b three.a');
  });

  it('a transition without moves of its own falls with its option’s, and asks again', () => {
    const trace = two(
      { ask: { decide: 'choice', when: 'day == 0 or day == 1', add: { x: 1 } } },
      { decisions: { choice: { options: { only: { to: 'one.a', add: { x: 10 } } } } } },
    );
    expect(trace.happened).toEqual(['0 one.go', '1 two.ask', '1 choice.only']);
    expect(trace.records[1]?.dropped).toEqual(['two.ask', 'choice.only']);
    expect(trace.variables.x!.slice(0, 3)).toEqual([0, 0, 11]);
  });

  it('an ask whose option is dropped stays due', () => {
    const trace = traceOf({
      regions: { one: { initial: 'a', stages: { a: {}, b: {}, c: {} } } },
      shocks: { blow: { day: 0, to: 'one.b' } },
      decisions: { choice: { ask: { when: 'day <= 1' }, options: { only: { to: 'one.c' } } } },
    });
    expect(trace.happened).toEqual(['0 blow', '1 choice.only']);
  });

  it('a shock that is dropped on its date is lost', () => {
    const trace = traceOf({
      regions: { one: { initial: 'a', stages: { a: {}, b: {}, c: {} } } },
      shocks: { blow: { day: 0, to: 'one.b' }, gust: { day: 0, to: 'one.c' } },
    });
    expect(trace.happened).toEqual(['0 blow']);
    expect(trace.records[1]?.dropped).toEqual(['gust']);
  });

  it('own targets come before the option’s: in one region the option’s is dropped', () => {
    const trace = traceOf({
      variables: { x: { initial: 0 } },
      regions: {
        one: {
          initial: 'a',
          stages: {
            a: { transitions: { ask: { to: 'b', decide: 'choice', when: 'day == 0' } } },
            b: {},
            c: {},
          },
        },
        two: { initial: 'a', stages: { a: {}, b: {} } },
      },
      decisions: { choice: { options: { only: { to: ['one.c', 'two.b'], add: { x: 1 } } } } },
    });
    expect(trace.stages[1]).toBe('one.b two.b');
    expect(trace.variables.x![1]).toBe(1);
  });
});

describe('triggers', () => {
  it('leaving disarms; a clock whose stage was not left is dealt anew; what was left and entered is armed by entry', () => {
    const trace = traceOf({
      regions: {
        one: {
          initial: 'a',
          stages: {
            a: { transitions: { late: { after: '3 days' }, again: { to: 'a', when: 'day == 1' } } },
          },
        },
      },
    });
    expect(trace.happened).toEqual(['1 one.again', '4 one.late']);
  });
});
