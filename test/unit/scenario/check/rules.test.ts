// Every rule of meaning that a scenario can break is told with its code, at its place, in words that name the thing.
import { describe, expect, it } from 'vitest';
import { described, errorsOf, loadSections } from './scenario-text.ts';

/** Title, sections, and for each error `code at \`text\`` with words that the message or mend must hold. */
type Row = readonly [string, string, ...(readonly (readonly [string, ...RegExp[]])[])];

function table(rows: readonly Row[]): void {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_, [, sections, ...expected]) => {
    const found = errorsOf(loadSections(sections)).map(described);
    expect(found.map((text) => text.slice(0, text.indexOf(' — ')))).toEqual(expected.map(([head]) => head));
    expected.forEach(([, ...words], at) => {
      for (const word of words) expect(found[at]).toMatch(word);
    });
  });
}

describe('time', () => {
  const time = (step: string, horizon: string, start = '2022-01-02') =>
    `time: { start: ${start}, step: ${step}, horizon: ${horizon} }`;
  table([
    ['thirds of a day divide', time('8 hours', '10 days')],
    ['an hour divides a month', time('1 hour', '30 days')],
    ['a singular unit, a fraction', time('0.5 day', '1 week')],
    [
      'a step that does not divide',
      time('7 days', '30 days'),
      ['step-does-not-divide at `30 days`', /7 days/, /4\.286 times/],
    ],
    ['a step longer than the horizon', time('2 weeks', '1 week'), ['step-does-not-divide at `1 week`']],
    ['too many steps', time('0.001 hours', '30 days'), ['bad-duration at `0.001 hours`', /720000 steps/]],
    ['an unknown unit', time('1 dya', '30 days'), ['bad-duration at `1 dya`', /`dya`/, /Did you mean `day`/]],
    ['no unit', time('1 day', '"30"'), ['bad-duration at `"30"`']],
    ['no time at all', time('0 days', '30 days'), ['bad-duration at `0 days`', /positive/]],
    ['a day that does not exist', time('1 day', '30 days', '2022-02-30'), ['bad-date at `2022-02-30`']],
    ['29 February of a leap year', time('1 day', '30 days', '2024-02-29')],
    ['29 February of 1900', time('1 day', '30 days', '1900-02-29'), ['bad-date at `1900-02-29`']],
    [
      'a zone',
      time('1 day', '30 days', '2022-01-02T00:00Z'),
      ['bad-date at `2022-01-02T00:00Z`', /without a zone/],
    ],
  ]);
});

describe('dates', () => {
  const shock = (trigger: string) =>
    `variables: { x: { initial: 1 } }\nshocks: { s: { ${trigger}, add: { x: 1 } } }`;
  table([
    ['the first day', shock('date: 2022-01-02')],
    ['the last moment', shock('date: 2022-01-31T23:59')],
    [
      'the day before the start',
      shock('date: 2022-01-01'),
      ['date-outside-clock at `2022-01-01`', /before the start/, /2022-01-02 \(day 0\)/],
    ],
    ['the end', shock('date: 2022-02-01'), ['date-outside-clock at `2022-02-01`', /after the end/]],
    ['a day number', shock('day: 29.5')],
    ['a day number past the end', shock('day: 30'), ['date-outside-clock at `30`', /Day 30/]],
    ['no date', shock('date: soon'), ['bad-date at `soon`']],
  ]);
});

describe('names', () => {
  table([
    [
      'parameters, variables and auxiliaries share a space',
      'parameters: { x: { baseline: 1 } }\nvariables: { x: { initial: 1 } }\nauxiliaries: { x: 1 }',
      ['duplicate-name at `x`', /a variable here and a parameter on line 10/],
      ['duplicate-name at `x`', /an auxiliary here and a parameter/],
    ],
    [
      'regions, decisions and shocks share a space',
      'decisions: { street: { options: { a: {} } } }\nshocks: { street: { day: 1 } }',
      ['duplicate-name at `street`', /a decision here and a region on line 5/],
      ['duplicate-name at `street`', /a shock here and a region/],
    ],
    ['a variable may be called like a region', 'variables: { street: { initial: 1 } }'],
    [
      'a transition name twice in one region',
      `regions:
  street:
    initial: a
    transitions: { goes: { to: b, hazard: 1 } }
    stages:
      a: { transitions: { goes: { to: b, hazard: 1 } } }
      b: {}`,
      ['duplicate-name at `goes`', /the region itself on line 7/, /`street\.a`/],
    ],
    [
      'a transition name in two regions is two happenings',
      `regions:
  street: { initial: a, stages: { a: { transitions: { goes: { hazard: 1 } } } } }
  palace: { initial: a, stages: { a: { transitions: { goes: { hazard: 1 } } } } }`,
    ],
    ['an outcome that every scenario has', 'outcomes: { unresolved: {} }', ['reserved-name at `unresolved`']],
    [
      'a region whose happening has the address of a parameter',
      `parameters: { x: { baseline: 1 } }
regions: { parameters: { initial: a, stages: { a: { transitions: { x: { hazard: 1 } } } } } }`,
      ['site-collision at `x`', /`parameters\/x`/],
    ],
  ]);
});

describe('targets', () => {
  const chart = (transition: string) => `regions:
  street:
    initial: calm
    transitions: { general: { to: calm, hazard: 1 } }
    stages:
      calm: { transitions: { goes: { ${transition}, hazard: 1 } } }
      riot: { initial: small, stages: { small: {}, large: { transitions: { shrinks: { to: small, hazard: 1 } } } } }
      over: {}
  palace: { initial: united, stages: { united: {}, split: {}, over: {} } }`;
  table([
    ['a sibling', chart('to: riot')],
    ['itself', chart('to: calm')],
    ['a path', chart('to: street.riot.large')],
    ['a stage of another region', chart('to: palace.split')],
    ['one a region', chart('to: [riot, palace.split]')],
    ['a mistyped sibling', chart('to: roit'), ['unknown-target at `roit`', /Did you mean `riot`/]],
    [
      'a mistyped path',
      chart('to: palace.splt'),
      ['unknown-target at `palace.splt`', /Did you mean `palace.split`/],
    ],
    ['a stage that is no sibling', chart('to: large'), ['unknown-target at `large`', /`street.riot.large`/]],
    [
      'a stage of the other region without its path',
      chart('to: united'),
      ['unknown-target at `united`', /`palace.united`/],
    ],
    ['a sibling wins over a namesake elsewhere', chart('to: over')],
    ['a region', chart('to: palace'), ['unknown-target at `palace`', /is a region/, /`palace.united`/]],
    [
      'two in one region',
      chart('to: [riot, over]'),
      ['several-targets at `over`', /`street.riot`/, /`street`/],
    ],
    [
      'several namesakes elsewhere',
      `regions:
  a: { initial: x, stages: { x: { transitions: { goes: { to: z, hazard: 1 } } } } }
  b: { initial: z, stages: { z: {} } }
  c: { initial: z, stages: { z: {} } }`,
      ['ambiguous-name at `z`', /`b.z` or `c.z`/],
    ],
    [
      'options and shocks name paths only',
      'decisions: { d: { ask: { day: 1 }, options: { a: { to: riot } } } }\nshocks: { s: { day: 1, to: calm } }',
      ['unknown-target at `riot`', /for an option/, /`street.riot`/],
      ['unknown-target at `calm`', /for a shock/, /`street.calm`/],
    ],
    [
      'initial names a child',
      `regions: { r: { initial: b, stages: { a: { initial: b, stages: { b: {} } } } } }`,
      ['unknown-name at `b`', /directly in `r`/],
    ],
    [
      'a stage with stages inside needs an initial',
      `regions: { r: { initial: a, stages: { a: { stages: { b: {} } } } } }`,
      ['missing-key at `a`'],
    ],
    [
      'an initial stage with an outcome, reached through a nested initial',
      `regions: { r: { initial: a, stages: { a: { initial: b, stages: { b: { outcome: done } } } } } }\noutcomes: { done: {} }`,
      ['outcome-at-start at `a`', /`r.a.b`/],
    ],
    [
      'an outcome that is not listed',
      `regions: { r: { initial: a, stages: { a: {}, b: { outcome: don } } } }\noutcomes: { done: {} }`,
      ['unknown-name at `don`', /Did you mean `done`/],
    ],
    [
      'a decision that is not there',
      `regions: { r: { initial: a, stages: { a: { transitions: { t: { decide: respnse, hazard: 1 } } } } } }
decisions: { response: { options: { a: {} } } }`,
      ['unknown-name at `respnse`', /Did you mean `response`/],
    ],
  ]);
});

describe('triggers', () => {
  const transition = (trigger: string) =>
    `regions: { r: { initial: a, stages: { a: { transitions: { t: { to: b, ${trigger} } } }, b: {} } } }`;
  const ask = (trigger: string) => `decisions: { d: { ask: { ${trigger} }, options: { a: {} } } }`;
  table([
    ['a hazard', transition('hazard: 0.1')],
    ['a delay in days', transition('after: 2')],
    ['a delay of no time', transition('after: 0 days')],
    ['a delay as an expression', transition('after: "1 + 2 * day"')],
    ['a delay drawn', transition('after: { gamma: { mean: 3, sd: 1 } }')],
    ['a delay in an unknown unit', transition('after: 2 months'), ['bad-duration at `2 months`', /`months`/]],
    ['a negative delay', transition('after: -1 days'), ['bad-duration at `-1 days`']],
    ['a gap of no time', transition('every: 0 days'), ['bad-duration at `0 days`']],
    [
      'a gap that can be negative',
      transition('every: { uniform: [-1, 2] }'),
      ['impossible-distribution at `{ uniform: [-1, 2] }`', /as low as -1/],
    ],
    [
      'a gap that can be none',
      transition('every: { choice: [{ value: 0, weight: 1 }, { value: 2, weight: 1 }] }'),
      ['impossible-distribution at `{ choice: [{ value: 0, weight: 1 }, { value: 2, weight: 1 }] }`'],
    ],
    [
      'a choice of 0 that is never drawn',
      transition('every: { choice: [{ value: 0, weight: 0 }, { value: 2, weight: 1 }] }'),
    ],
    ['no trigger', transition('label: x'), ['no-trigger at `t`']],
    ['two triggers', transition('hazard: 1, when: "day > 1"'), ['several-triggers at `when`']],
    ['while beside when', transition('when: "day > 1", while: "day < 3"'), ['exclusive-keys at `while`']],
    ['a date on a transition', transition('date: 2022-01-04'), ['unknown-key at `date`']],
    ['an ask by date, with a condition', ask('date: 2022-01-04, while: "day > 1"')],
    ['an ask after', ask('after: 2 days'), ['unknown-key at `after`']],
    ['a condition that is a number', transition('when: day'), ['expression-type at `day`']],
    ['a hazard that is a yes or no', transition('hazard: "day > 1"'), ['expression-type at `day > 1`']],
  ]);
});

describe('distributions', () => {
  const drawn = (distribution: string, rest = 'baseline: 0.5, range: [0, 1]') =>
    `parameters: { p: { ${rest}, distribution: { ${distribution} } } }`;
  table([
    ['a uniform', drawn('uniform: [0.2, 0.8]')],
    [
      'a uniform without width',
      drawn('uniform: [0.2, 0.2]'),
      ['impossible-distribution at `[0.2, 0.2]`', /no width/],
    ],
    ['a uniform upside down', drawn('uniform: [0.8, 0.2]'), ['impossible-distribution at `[0.8, 0.2]`']],
    ['a triangle around the baseline', drawn('triangular: [0.2, 0.8]')],
    [
      'a triangle beside the baseline',
      drawn('triangular: [0.6, 0.8]'),
      ['impossible-distribution at `[0.6, 0.8]`', /0\.5 \(the baseline\)/],
    ],
    [
      'a mode outside the ends',
      drawn('pert: [0.2, 0.9, 0.8]'),
      ['impossible-distribution at `[0.2, 0.9, 0.8]`', /0\.9/, /0\.2 and 0\.8/],
    ],
    ['a mode at an end', drawn('pert: [0.2, 0.2, 0.8]')],
    ['a normal around the baseline', drawn('normal: { sd: 0.1 }')],
    [
      'a normal without spread',
      drawn('normal: { sd: 0 }'),
      ['impossible-distribution at `{ sd: 0 }`', /above 0/],
    ],
    ['a lognormal around the baseline', drawn('lognormal: { sigma: 0.1 }')],
    [
      'a lognormal around 0',
      drawn('lognormal: { sigma: 0.1 }', 'baseline: 0, range: [0, 1]'),
      ['impossible-distribution at `{ sigma: 0.1 }`', /median 0/],
    ],
    ['a beta around the baseline', drawn('beta: { sd: 0.15 }')],
    ...[
      'beta: { alpha: 1e-300, beta: 2 }',
      'uniform: [-1e308, 1e308]',
      'lognormal: { median: 0.5, sigma: 200 }',
    ].map(
      (extreme): Row => [
        `numbers that cannot be computed with: ${extreme}`,
        drawn(extreme),
        [`impossible-distribution at \`${extreme.slice(extreme.indexOf(' ') + 1)}\``, /too extreme/],
      ],
    ),
    ['a beta by its shapes', drawn('beta: { alpha: 2, beta: 5 }')],
    [
      'a beta with an impossible sd',
      drawn('beta: { sd: 0.5 }'),
      ['impossible-distribution at `{ sd: 0.5 }`', /below 0\.5/],
    ],
    [
      'a beta outside [0, 1]',
      drawn('beta: { sd: 0.1 }', 'baseline: 2, range: [0, 4]'),
      ['impossible-distribution at `{ sd: 0.1 }`', /\[0, 1\]/],
    ],
    [
      'a shape of 0',
      drawn('beta: { alpha: 0, beta: 5 }'),
      ['impossible-distribution at `{ alpha: 0, beta: 5 }`', /`alpha`/],
    ],
    [
      'no mass in the range',
      drawn('uniform: [0.6, 0.8]', 'baseline: 2, range: [1, 4]'),
      ['impossible-distribution at `[0.6, 0.8]`', /no mass/, /1 to 4/],
    ],
    [
      'a centre outside the range',
      drawn('normal: { mean: 1.5, sd: 1 }'),
      ['impossible-distribution at `{ mean: 1.5, sd: 1 }`', /1\.5/, /0 to 1/],
    ],
    ['a choice', drawn('choice: [{ value: 0.1, weight: 1 }, { value: 0.9, weight: 2 }]')],
    [
      'a choice outside the range',
      drawn('choice: [{ value: 1.1, weight: 1 }]'),
      ['impossible-distribution at `[{ value: 1.1, weight: 1 }]`', /1\.1/],
    ],
    [
      'weights of nothing',
      drawn('choice: [{ value: 0.1, weight: 0 }]'),
      ['impossible-distribution at `[{ value: 0.1, weight: 0 }]`', /all weights/i],
    ],
    [
      'a negative weight',
      drawn('choice: [{ value: 0.1, weight: -1 }, { value: 0.2, weight: 3 }]'),
      ['impossible-distribution at `[{ value: 0.1, weight: -1 }, { value: 0.2, weight: 3 }]`', /-1/],
    ],
    ['a waiting time for a parameter', drawn('exponential: { mean: 2 }'), ['unknown-key at `exponential`']],
    [
      'a delay without a centre',
      `regions: { r: { initial: a, stages: { a: { transitions: { t: { after: { triangular: [1, 3] } } } } } } }`,
      ['wrong-type at `[1, 3]`'],
    ],
    [
      'a waiting time below 0',
      `regions: { r: { initial: a, stages: { a: { transitions: { t: { after: { weibull: { shape: -1, scale: 2 } } } } } } } }`,
      ['impossible-distribution at `{ shape: -1, scale: 2 }`', /`shape`/],
    ],
  ]);
});

describe('parameters', () => {
  table([
    [
      'a baseline outside its range',
      'parameters: { p: { baseline: 2, range: [0, 1] } }',
      ['baseline-outside-range at `2`', /`p`/, /0 to 1/],
    ],
    ['a range upside down', 'parameters: { p: { baseline: 0.5, range: [1, 0] } }', ['bad-range at `[1, 0]`']],
    ['a baseline that is a text', 'parameters: { p: { baseline: high } }', ['wrong-type at `high`', /`p`/]],
    ['choices', 'parameters: { p: { one_of: { a: 1, b: 2 }, baseline: a } }'],
    [
      'a baseline that is no choice',
      'parameters: { p: { one_of: { gangs: 1, nobody: 2 }, baseline: gang } }',
      ['unknown-name at `gang`', /Did you mean `gangs`/],
    ],
    [
      'choices of no weight',
      'parameters: { p: { one_of: { a: 0, b: 0 }, baseline: a } }',
      ['impossible-distribution at `{ a: 0, b: 0 }`'],
    ],
    [
      'a source that is not listed',
      'sources: { chenoweth: Book }\nparameters: { p: { baseline: 1, source: [assumption, "chenowth#p. 3"] } }',
      ['source-not-listed at `"chenowth#p. 3"`', /`chenowth`/, /Did you mean `chenoweth`/],
    ],
    [
      'a place in a source',
      'sources: { chenoweth: Book }\nparameters: { p: { baseline: 1, source: "chenoweth#p. 3" } }',
    ],
  ]);
});

describe('sources of entries without a name of their own', () => {
  table([
    [
      'a correlation and a promise',
      `parameters: { p: { baseline: 1, distribution: { normal: { sd: 1 } } }, q: { baseline: 1, distribution: { normal: { sd: 1 } } } }
correlations: [{ pair: [p, q], rank: 0.1, source: book }]
outcomes: { o: { at_horizon: "p > 1" } }
expect: { e: { outcome: o, at_least: 0, source: paper } }`,
      ['source-not-listed at `book`'],
      ['source-not-listed at `paper`'],
    ],
  ]);
});

describe('correlations', () => {
  const with3 = (correlations: string) => `parameters:
  a: { baseline: 0.5, distribution: { uniform: [0, 1] } }
  b: { baseline: 0.5, distribution: { uniform: [0, 1] } }
  c: { baseline: 0.5, distribution: { uniform: [0, 1] } }
  fixed: { baseline: 0.5 }
variables: { v: { initial: 1 } }
correlations: ${correlations}`;
  table([
    ['pairs that agree', with3('[{ pair: [a, b], rank: 0.5 }, { pair: [b, c], rank: 0.5 }]')],
    ['an undrawn parameter is no error', with3('[{ pair: [a, fixed], rank: 0.5 }]')],
    [
      'an unknown parameter',
      with3('[{ pair: [a, bb], rank: 0.5 }]'),
      ['unknown-name at `bb`', /no parameter `bb`/],
    ],
    ['a variable', with3('[{ pair: [a, v], rank: 0.5 }]'), ['unknown-name at `v`', /not a parameter/]],
    [
      'a parameter with itself',
      with3('[{ pair: [a, a], rank: 0.5 }]'),
      ['bad-correlation at `{ pair: [a, a], rank: 0.5 }`', /itself/],
    ],
    [
      'a full correlation',
      with3('[{ pair: [a, b], rank: 1 }]'),
      ['bad-correlation at `{ pair: [a, b], rank: 1 }`', /1/],
    ],
    [
      'a pair twice, turned round',
      with3('[{ pair: [a, b], rank: 0.5 }, { pair: [b, a], rank: 0.1 }]'),
      ['bad-correlation at `{ pair: [b, a], rank: 0.1 }`', /`a` and `b`|`b` and `a`/],
    ],
    [
      'ranks that contradict each other',
      with3('[{ pair: [a, b], rank: 0.9 }, { pair: [b, c], rank: 0.9 }, { pair: [a, c], rank: -0.9 }]'),
      ['correlation-not-positive-definite at `correlations`', /`a`, `b` and `c`/],
    ],
  ]);
});

describe('values in a run', () => {
  const ground = `parameters: { p: { baseline: 1 } }
variables: { v: { initial: p, bounds: [0, null] }, w: { initial: 0 } }
auxiliaries: { g: "v + 1", calm: "v < 1" }
`;
  const stage = (keys: string) => `${ground}regions: { r: { initial: a, stages: { a: { ${keys} } } } }`;
  table([
    [
      'an initial that reads a variable',
      'variables: { v: { initial: 1 }, w: { initial: v } }',
      ['expression-scope at `v`'],
    ],
    ['an initial that reads the day', 'variables: { w: { initial: day } }', ['expression-scope at `day`']],
    ['bounds upside down', 'variables: { v: { initial: 1, bounds: [2, 1] } }', ['bad-range at `[2, 1]`']],
    ['two rules', 'variables: { v: { initial: 1, next: v, per_day: 1 } }', ['exclusive-keys at `per_day`']],
    [
      'an unknown name inside an expression',
      'variables: { crowd: { initial: 1, per_day: "0.1 * crwd" } }',
      ['unknown-name at `crwd`', /did you mean `crowd`/i],
    ],
    [
      'set and add of one variable',
      stage('entry: { set: { v: 1 }, add: { v: 2, w: 1 } }'),
      ['effect-twice at `v`', /`v`/],
    ],
    [
      'an effect on a parameter',
      stage('entry: { set: { p: 1 } }'),
      ['unknown-name at `p`', /a parameter, fixed in a run/],
    ],
    ['an effect on an auxiliary', stage('exit: { add: { g: 1 } }'), ['unknown-name at `g`', /an auxiliary/]],
    ['an effect on nothing', stage('exit: { add: { vv: 1 } }'), ['unknown-name at `vv`', /no variable `vv`/]],
    ['a rule of a stage', stage('next: { v: 1 }, per_day: { w: 1 }, auxiliaries: { g: 2, calm: true }')],
    [
      'two rules of a stage',
      stage('next: { v: 1 }, per_day: { v: 1 }'),
      ['exclusive-keys at `v`', /`per_day`/],
    ],
    ['a rule for a name that is none', stage('per_day: { g: 1 }'), ['unknown-name at `g`']],
    [
      'an auxiliary of a stage that is none',
      stage('auxiliaries: { gg: 1, v: 2 }'),
      ['unknown-name at `gg`', /no auxiliary `gg`/],
      ['unknown-name at `v`', /a variable, not an auxiliary/],
    ],
    [
      'an auxiliary of another type in a stage',
      stage('auxiliaries: { calm: 1, g: true }'),
      ['expression-type at `1`'],
      ['expression-type at `true`'],
    ],
    [
      'a yes or no is known through others, in any order',
      'variables: { v: { initial: 1 } }\nauxiliaries: { both: "calm and quiet", quiet: calm, calm: "v < 1", m: "both ? 1 : 2" }',
    ],
    [
      'an auxiliary that reads itself',
      'auxiliaries: { a: "a + 1" }',
      ['auxiliary-cycle at `"a + 1"`', /`a` reads itself/],
    ],
    [
      'a circle',
      'auxiliaries: { x: 1, a: "b + x", b: "c", c: "1 + a" }',
      ['auxiliary-cycle at `"b + x"`', /a → b → c → a/],
    ],
    [
      'a circle through the rule of a stage',
      `variables: { v: { initial: 1 } }
auxiliaries: { a: "b", b: "v" }
regions: { r: { initial: s, stages: { s: { auxiliaries: { b: "a" } } } } }`,
      ['auxiliary-cycle at `"b"`', /a → b → a/],
    ],
    [
      'two circles are told once each',
      'auxiliaries: { a: b, b: a, c: d, d: c }',
      ['auxiliary-cycle at `b`'],
      ['auxiliary-cycle at `d`'],
    ],
    [
      'a fault in an auxiliary is told once',
      'auxiliaries: { calm: "nonsens < 1", quiet: calm }\nshocks: { s: { when: quiet } }',
      ['unknown-name at `nonsens`'],
    ],
  ]);
});

describe('decisions, measures and the rest', () => {
  const ground = `variables: { v: { initial: 1 } }
auxiliaries: { calm: "v < 1" }
decisions: { response: { ask: { day: 1 }, options: { shoot: { weight: 1 }, yield: { available: "v > 1" } } } }
outcomes: { won: { label: Won }, lost: { at_horizon: "v > 2" } }
measures: { peak: { max: v }, share: { final: "v > 1" } }
parameters: { p: { baseline: 1, range: [0, 2] }, sponsor: { one_of: { nobody: 1, gangs: 1 }, baseline: nobody } }
variants: { strong: { set: { p: 2 } } }
`;
  const more = (sections: string) =>
    `${ground.replace(/^(\w+): .*\n/gm, (line, key: string) => (new RegExp(`^${key}:`, 'm').test(sections) ? '' : line))}${sections}`;
  table([
    ['the ground itself', ground],
    [
      'an actor sees values',
      more('decisions: { d: { ask: { day: 1 }, sees: [v, clam, p], options: { a: {} } } }'),
      ['unknown-name at `clam`', /Did you mean `calm`/],
    ],
    [
      'a weight that is a yes or no',
      more('decisions: { d: { ask: { day: 1 }, options: { a: { weight: "v > 1" } } } }'),
      ['expression-type at `v > 1`'],
    ],
    [
      'an availability that is a number',
      more('decisions: { d: { ask: { day: 1 }, options: { a: { available: v } } } }'),
      ['expression-type at `v`'],
    ],
    ['at_horizon that is a number', more('outcomes: { o: { at_horizon: v } }'), ['expression-type at `v`']],
    [
      'a stage that is none',
      more('measures: { m: { total_days_in: street.roit } }'),
      ['unknown-name at `street.roit`', /Did you mean `street.riot`/],
    ],
    [
      'days in a region',
      more('measures: { m: { total_days_in: street } }'),
      ['unknown-name at `street`', /is a region/],
    ],
    [
      'a count of nothing',
      more('measures: { m: { count: street.erups } }'),
      ['unknown-name at `street.erups`', /Did you mean `street.erupts`/],
    ],
    [
      'first days',
      more(
        'measures: { a: { first_day: street.riot }, b: { last_day: street.erupts }, c: { first_day: "v > 1" }, d: { first_day: calm }, e: { last_day: response.shoot } }',
      ),
    ],
    [
      'a first day of nothing',
      more('measures: { m: { first_day: street.riots } }'),
      ['unknown-name at `street.riots`', /Did you mean `street.riot`/],
    ],
    ['a first day of a number', more('measures: { m: { first_day: v } }'), ['expression-type at `v`']],
    [
      'a first day that could be two things',
      more(
        'regions: { r: { initial: a, stages: { a: { transitions: { b: { to: b, hazard: 1 } } }, b: {} } } }\nmeasures: { m: { first_day: r.b } }',
      ),
      ['ambiguous-name at `r.b`', /times\(r\.b\) > 0/, /active\(r\.b\)/],
    ],
    [
      'show',
      more('show: { parameters: [p, q], variables: [calm], measures: [peak] }'),
      ['unknown-name at `q`'],
      ['unknown-name at `calm`'],
    ],
    [
      'a timeline',
      more(
        'timeline: { t: { date: [2022-01-05, 2022-01-06], what: X, happening: street.erupts, contested: true }, u: { what: Y, measure: peak, value: 3, range: [1, 4] } }',
      ),
    ],
    [
      'a timeline of nothing',
      more('timeline: { t: { day: 3, what: X, happening: street.erups }, u: { what: Y, measure: peek } }'),
      ['unknown-name at `street.erups`'],
      ['unknown-name at `peek`'],
    ],
    [
      'a timeline upside down',
      more(
        'timeline: { t: { date: [2022-01-06, 2022-01-05], what: X }, u: { what: Y, measure: peak, range: [4, 1] } }',
      ),
      ['bad-range at `[2022-01-06, 2022-01-05]`'],
      ['bad-range at `[4, 1]`'],
    ],
    [
      'a variant in full',
      more(
        'variants: { w: { set: { p: 0, sponsor: gangs }, decide: { response: shoot }, without: [response.yield, street.ends], initial: { street: riot } } }',
      ),
    ],
    [
      'a variant sets outside the range',
      more('variants: { w: { set: { p: 3 } } }'),
      ['value-outside-range at `3`', /`p`, 0 to 2/],
    ],
    [
      'a variant sets a choice that is none',
      more('variants: { w: { set: { sponsor: gang } } }'),
      ['unknown-name at `gang`', /Did you mean `gangs`/],
    ],
    [
      'a variant sets a number by a text',
      more('variants: { w: { set: { p: high } } }'),
      ['wrong-type at `high`'],
    ],
    [
      'a variant sets what is no parameter',
      more('variants: { w: { set: { v: 3, x: 1 } } }'),
      ['unknown-name at `v`', /not a parameter/],
      ['unknown-name at `x`'],
    ],
    [
      'a variant decides nothing',
      more('variants: { w: { decide: { respons: shoot, response: shot } } }'),
      ['unknown-name at `respons`'],
      ['unknown-name at `shot`', /Did you mean `shoot`/],
    ],
    [
      'a variant decides too late',
      more(
        'variants: { w: { decide: { response: { option: shoot, from: 2022-01-04, until: 2022-01-03 } } } }',
      ),
      ['bad-range at `{ option: shoot, from: 2022-01-04, until: 2022-01-03 }`', /later/],
    ],
    [
      'a variant decides outside the clock',
      more('variants: { w: { decide: { response: { option: shoot, from: 2023-01-04 } } } }'),
      ['date-outside-clock at `2023-01-04`'],
    ],
    [
      'a variant leaves out nothing',
      more('variants: { w: { without: [street.ens] } }'),
      ['unknown-name at `street.ens`', /Did you mean `street.ends`/],
    ],
    [
      'a variant takes every option',
      more('variants: { w: { without: [response.shoot, response.yield] } }'),
      ['option-missing at `[response.shoot, response.yield]`', /`response`/],
    ],
    [
      'a variant starts nowhere',
      more('variants: { w: { initial: { street: over, plaza: a } } }'),
      ['unknown-name at `over`'],
      ['unknown-name at `plaza`'],
    ],
    [
      'a variant names the region twice',
      more('variants: { w: { initial: { street: street.riot } } }'),
      ['unknown-name at `street.riot`', /`street: riot`/],
    ],
    [
      'a variant starts at an end',
      more(
        'regions: { r: { initial: a, stages: { a: {}, b: { outcome: won } } } }\nvariants: { w: { initial: { r: b } } }',
      ),
      ['outcome-at-start at `b`', /`r\.b`/],
    ],
  ]);
});
