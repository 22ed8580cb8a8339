// What is odd and still runs is warned of; what is right is not.
import { describe, expect, it } from 'vitest';
import { described, errorsOf, loadSections, warningsOf } from './scenario-text.ts';

/** Warnings of one code, as `text pointed at`. */
function pointed(sections: string, code: string): string[] {
  const result = loadSections(sections);
  expect(errorsOf(result).map(described)).toEqual([]);
  return warningsOf(result)
    .filter((warning) => warning.code === code)
    .map(described)
    .map((text) => /at `([^`]*)`/.exec(text)?.[1] ?? '');
}

type Row = readonly [title: string, sections: string, pointed: readonly string[]];

function table(code: string, rows: readonly Row[]): void {
  describe(code, () => {
    it.each(rows)('%s', (_, sections, expected) => expect(pointed(sections, code)).toEqual(expected));
  });
}

const region = (stages: string, initial = 'a') =>
  `regions: { r: { initial: ${initial}, stages: { ${stages} } } }`;

table('unreachable-stage', [
  ['all reached', region('a: { transitions: { t: { to: b, hazard: 1 } } }, b: {}'), []],
  [
    'nothing leads there',
    region('a: {}, b: {}, c: { transitions: { t: { to: b, hazard: 1 } } }'),
    ['b', 'c'],
  ],
  ['only the outermost is named', region('a: {}, b: { initial: x, stages: { x: {}, z: {} } }'), ['b']],
  [
    'a child that is neither initial nor target',
    region('a: { initial: x, stages: { x: {}, z: {} } }'),
    ['z'],
  ],
  [
    'a child that is a target',
    region('a: { initial: x, stages: { x: { transitions: { t: { to: z, hazard: 1 } } }, z: {} } }'),
    [],
  ],
  ['a variant starts there', `${region('a: {}, b: {}')}\nvariants: { v: { initial: { r: b } } }`, []],
  ['a shock leads there', `${region('a: {}, b: {}')}\nshocks: { s: { day: 1, to: r.b } }`, []],
  [
    'an asked option leads there',
    `${region('a: {}, b: {}')}\ndecisions: { d: { ask: { day: 1 }, options: { o: { to: r.b } } } }`,
    [],
  ],
  [
    'an option that nothing asks',
    `${region('a: {}, b: {}')}\ndecisions: { d: { options: { o: { to: r.b } } } }`,
    ['b'],
  ],
  [
    'an option asked by a transition',
    `${region('a: { transitions: { t: { decide: d, hazard: 1 } } }, b: {}')}\ndecisions: { d: { options: { o: { to: r.b } } } }`,
    [],
  ],
]);

table('no-way-out', [
  ['a leaf without anything', region('a: {}'), ['a']],
  [
    'a transition',
    region(
      'a: { transitions: { t: { to: b, hazard: 1 } } }, b: { transitions: { t2: { to: a, hazard: 1 } } }',
    ),
    [],
  ],
  [
    'an outcome',
    `${region('a: { transitions: { t: { to: b, hazard: 1 } } }, b: { outcome: o }')}\noutcomes: { o: {} }`,
    [],
  ],
  [
    'a transition of what holds it',
    'regions: { r: { initial: a, stages: { a: { initial: x, stages: { x: {} }, transitions: { t: { to: b, hazard: 1 } } }, b: {} } } }',
    ['b'],
  ],
  [
    'a transition of the region',
    'regions: { r: { initial: a, transitions: { t: { to: b, hazard: 1 } }, stages: { a: {}, b: {} } } }',
    ['b'],
  ],
  ['a transition to itself is no way out', region('a: { transitions: { t: { to: a, hazard: 1 } } }'), ['a']],
  ['a transition that goes nowhere is no way out', region('a: { transitions: { t: { hazard: 1 } } }'), ['a']],
  ['a shock leads away', `${region('a: {}, b: {}')}\nshocks: { s: { day: 1, to: r.b } }`, ['b']],
  [
    'another region leads away',
    `regions:
  r: { initial: a, stages: { a: {}, b: {} } }
  q: { initial: c, stages: { c: { transitions: { t: { to: [c, r.b], hazard: 1 }, u: { to: r.a, hazard: 1 } } } } }`,
    ['c'],
  ],
]);

table('outcome-unreached', [
  [
    'by a stage',
    `${region('a: { transitions: { t: { to: b, hazard: 1 } } }, b: { outcome: o }')}\noutcomes: { o: {} }`,
    [],
  ],
  ['by a stage that nothing leads to', `${region('a: {}, b: { outcome: o }')}\noutcomes: { o: {} }`, ['o']],
  ['at the horizon', 'outcomes: { o: { at_horizon: "day > 1" } }', []],
  ['by nothing', 'outcomes: { o: {}, q: { at_horizon: false } }', ['o', 'q']],
]);

table('outcome-shadowed', [
  [
    'below a constant',
    'outcomes: { o: { at_horizon: "1 < 2" }, q: { at_horizon: "day > 1" }, s: { at_horizon: true } }',
    ['"day > 1"', 'true'],
  ],
  ['above a constant', 'outcomes: { q: { at_horizon: "day > 1" }, o: { at_horizon: true } }', []],
]);

const options = (text: string) => `decisions: { d: { ask: { day: 1 }, options: { ${text} } } }`;
table('options-all-unavailable', [
  ['one is always available', options('a: { available: "day > 1" }, b: {}'), []],
  ['one is available for certain', options('a: { available: "day > 1" }, b: { available: true }'), []],
  ['all have conditions', options('a: { available: "day > 1" }, b: { available: "day <= 1" }'), ['d']],
]);

table('decision-not-asked', [
  ['by itself', options('a: {}'), []],
  ['by nothing', 'decisions: { d: { options: { a: {} } } }', ['d']],
]);

const drawn = '{ baseline: 0.5, distribution: { uniform: [0, 1] } }';
table('correlation-without-effect', [
  ['both drawn', `parameters: { p: ${drawn}, q: ${drawn} }\ncorrelations: [{ pair: [p, q], rank: 0.1 }]`, []],
  [
    'one not drawn',
    `parameters: { p: ${drawn}, q: { baseline: 1 } }\ncorrelations: [{ pair: [p, q], rank: 0.1 }]`,
    ['{ pair: [p, q], rank: 0.1 }'],
  ],
]);

const when = (condition: string) =>
  `variables: { v: { initial: 0 } }\nshocks: { s: { when: "${condition}", add: { v: 1 } } }`;
table('since-without-times', [
  ['long since', when('since(street.erupts) > 3'), ['"since(street.erupts) > 3"']],
  ['turned round', when('3 <= since(street.erupts)'), ['"3 <= since(street.erupts)"']],
  ['with times', when('since(street.erupts) > 3 and times(street.erupts) > 0'), []],
  [
    'with times of something else',
    when('since(street.erupts) > 3 and times(street.ends) > 0'),
    ['"since(street.erupts) > 3 and times(street.ends) > 0"'],
  ],
  ['not long since', when('since(street.erupts) < 3'), []],
]);

table('next-without-dt', [
  ['no dt', 'variables: { v: { initial: 1, next: "v * 0.9" } }', ['"v * 0.9"']],
  ['dt', 'variables: { v: { initial: 1, next: "v * (1 - 0.1 * dt)" } }', []],
  [
    'dt through auxiliaries',
    'variables: { v: { initial: 1, next: "v * a" } }\nauxiliaries: { a: "1 - b", b: "0.1 * dt" }',
    [],
  ],
  ['in a stage', `variables: { v: { initial: 1 } }\n${region('a: { next: { v: "v / 2" } }')}`, ['"v / 2"']],
  ['per_day', 'variables: { v: { initial: 1, per_day: 0.1 } }', []],
]);

table('unread-name', [
  [
    'read by each other',
    'parameters: { p: { baseline: 1 } }\nvariables: { v: { initial: p, per_day: a } }\nauxiliaries: { a: "v" }',
    [],
  ],
  [
    'read by nothing',
    'parameters: { p: { baseline: 1 } }\nvariables: { v: { initial: 1 } }\nauxiliaries: { a: "1" }',
    ['p', 'v', 'a'],
  ],
  [
    'read by itself only',
    'variables: { v: { initial: 1, per_day: "0.1 * v" } }\nshocks: { s: { day: 1, set: { v: "v + 1" } } }',
    ['v'],
  ],
  [
    'read by a measure',
    'variables: { v: { initial: 1, per_day: "0.1 * v" } }\nmeasures: { m: { max: v } }',
    [],
  ],
  [
    'read by `is`',
    `parameters: { p: { one_of: { a: 1, b: 1 }, baseline: a } }\nshocks: { s: { when: "is(p, a)" } }`,
    [],
  ],
]);

table('unsourced', [
  [
    'a parameter',
    'parameters: { p: { baseline: 1 }, q: { baseline: 1, source: assumption } }',
    ['erupts', 'p'],
  ],
  [
    'hazards, not delays',
    region(
      'a: { transitions: { t: { hazard: 1 }, u: { chance_per_day: 1, source: assumption }, v: { after: 2 } } }',
    ),
    ['t'],
  ],
  ['a decision', `${region('a: {}')}\n${options('a: {}')}`, ['d']],
  ['a shock by chance', `${region('a: {}')}\nshocks: { s: { chance_per_day: 0.1 }, u: { day: 1 } }`, ['s']],
]);

table('sure-fault', [
  ['a hazard below 0', region('a: { transitions: { t: { hazard: "-0.1" } } }'), ['"-0.1"']],
  ['a chance above 1', region('a: { transitions: { t: { chance_per_day: 1.5 } } }'), ['1.5']],
  ['a division by 0', 'variables: { v: { initial: 1, per_day: "1 / 0" } }', ['"1 / 0"']],
  ['a gap of nothing', region('a: { transitions: { t: { every: "1 - 1" } } }'), ['"1 - 1"']],
  ['a weight below 0', options('a: { weight: -1 }, b: {}'), ['-1']],
  [
    'right constants',
    region('a: { transitions: { t: { hazard: 0 }, u: { chance_per_day: 1 }, v: { every: 1 } } }'),
    [],
  ],
]);

describe('a faulty file', () => {
  it('still warns of the chart where every target was found', () => {
    const result = loadSections(
      `parameters: { p: { baseline: 2, range: [0, 1] } }\n${region('a: {}, b: {}')}`,
    );
    const codes = result.diagnostics.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['baseline-outside-range', 'unreachable-stage', 'no-way-out']),
    );
  });

  it('does not warn of the chart where one was not', () => {
    const result = loadSections(region('a: { transitions: { t: { to: c, after: 1 day } } }, b: {}'));
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['unknown-target']);
  });
});
