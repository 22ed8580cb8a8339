// Proves: what LANGUAGE says of `extends`, `null`, one of several keys, and `before`.
import { describe, expect, test } from 'vitest';
import { at, findings, load, MINIMAL } from '../../../helpers/document.ts';

const BASE = `${MINIMAL}title: base
parameters:
  a: { label: A, baseline: 1, range: [0, 2], distribution: { triangular: [0, 1, 2] } }
  b: { baseline: 2, distribution: { beta: { mean: 0.5, sd: 0.1 } } }
  c: { baseline: x, one_of: { x: 1, y1: 2 } }
variables:
  v: { initial: 1, per_day: 2, noise: 3 }
`;

const over = (top: string, base = BASE): Record<string, string> => ({
  'top.yaml': `extends: ./base.yaml\n${top}`,
  'base.yaml': base,
});

describe('merging', () => {
  test('mappings merge key by key; the base gives the order, what is new comes last', () => {
    const files = over('title: top\nparameters:\n  z: { baseline: 3 }\n  b: { label: B }\n');
    expect(findings(files)).toEqual([]);
    expect(at(files, 'title')).toBe('top');
    expect((at(files, 'parameters') as [string, unknown][]).map(([key]) => key)).toEqual([
      'a',
      'b',
      'c',
      'z',
    ]);
    expect(at(files, 'parameters', 'b', 'label')).toBe('B');
    expect(at(files, 'parameters', 'b', 'baseline')).toBe(2);
  });

  test('lists and values replace', () => {
    expect(at(over('parameters: { a: { range: [5, 6] } }\n'), 'parameters', 'a', 'range')).toEqual([5, 6]);
  });

  test('null removes: an entry, a key, a whole section', () => {
    expect(at(over('parameters: { a: null, b: { distribution: null } }\n'), 'parameters')).toEqual([
      ['b', [['baseline', 2]]],
      [
        'c',
        [
          ['baseline', 'x'],
          [
            'one_of',
            [
              ['x', 1],
              ['y1', 2],
            ],
          ],
        ],
      ],
    ]);
    expect(at(over('variables:\n'), 'variables')).toBeNull();
  });

  test('null for what is not there is a fault of the file that writes it', () => {
    const files = over('parameters: { aa: null, a: { lable: ~ } }\n');
    expect(findings(files)).toEqual(['extends-fault 2:15', 'extends-fault 2:30']);
    expect(load(files).diagnostics[1]!.mend).toContain('label');
  });

  test('null without a base has nothing to remove', () => {
    expect(findings(`${MINIMAL}summary:\nparameters: { a: { baseline: 1, note: } }\n`)).toEqual([
      'wrong-type 4:1',
      'wrong-type 5:33',
    ]);
  });

  test('a distribution is replaced whole, and so is one of the same kind', () => {
    const files = over(
      'parameters: { b: { distribution: { beta: { sd: 0.2 } } }, a: { distribution: { uniform: [0, 1] } } }\n',
    );
    expect(at(files, 'parameters', 'b', 'distribution')).toEqual([['beta', [['sd', 0.2]]]]);
    expect(at(files, 'parameters', 'a', 'distribution')).toEqual([['uniform', [0, 1]]]);
  });

  test('files extend files that extend files; the nearest wins', () => {
    const files = {
      'x/top.yaml': 'extends: ../y/middle.yaml\nvariables: { v: { noise: 9 } }\n',
      'y/middle.yaml': 'extends: base.yaml\ntitle: middle\nvariables: { v: { noise: 8, initial: 8 } }\n',
      'y/base.yaml': BASE,
    };
    expect(load(files).files).toEqual(['x/top.yaml', 'y/middle.yaml', 'y/base.yaml']);
    expect(findings(files)).toEqual([]);
    expect(at(files, 'title')).toBe('middle');
    expect(at(files, 'variables', 'v')).toEqual([
      ['initial', 8],
      ['per_day', 2],
      ['noise', 9],
    ]);
  });

  test('neither `extends` nor `sets` stays in the tree', () => {
    const { root } = load(over('sets: { s: [a] }\n'));
    expect(root!.entries.map(({ key }) => key)).not.toContain('extends');
    expect(root!.entries.map(({ key }) => key)).not.toContain('sets');
  });
});

describe('writing another of several keys removes the old one', () => {
  const chart = (transition: string): string =>
    `juncture: 1\ntime: { start: 2022-01-02, step: 1 day, horizon: 30 days }\nregions: { r: { initial: a, stages: { a: { transitions: { t: ${transition} } }, b: {} } } }\n`;
  const changed = (base: string, top: string): unknown =>
    at(
      over(`regions: { r: { stages: { a: { transitions: { t: ${top} } } } } }\n`, chart(base)),
      ...'regions r stages a transitions t'.split(' '),
    );

  test.each([
    [
      'another trigger takes its `while` along',
      '{ to: b, hazard: 1, while: x }',
      '{ when: y1 }',
      [
        ['to', 'b'],
        ['when', 'y1'],
      ],
    ],
    [
      'the same trigger keeps it',
      '{ hazard: 1, while: x }',
      '{ hazard: 2 }',
      [
        ['hazard', 2],
        ['while', 'x'],
      ],
    ],
    [
      'a new `while` stays',
      '{ hazard: 1, while: x }',
      '{ every: 2 days, while: z }',
      [
        ['every', '2 days'],
        ['while', 'z'],
      ],
    ],
    [
      '`while` alone changes no trigger',
      '{ hazard: 1, while: x }',
      '{ while: z }',
      [
        ['hazard', 1],
        ['while', 'z'],
      ],
    ],
    [
      'a removing null beside another key',
      '{ hazard: 1, while: x }',
      '{ hazard: null, when: y1 }',
      [['when', 'y1']],
    ],
    ['`while` can be removed alone', '{ hazard: 1, while: x }', '{ while: null }', [['hazard', 1]]],
    [
      '`after` from a distribution to another',
      '{ after: { gamma: { mean: 1, sd: 1 } } }',
      '{ after: { gamma: { mean: 2, sd: 2 } } }',
      [
        [
          'after',
          [
            [
              'gamma',
              [
                ['mean', 2],
                ['sd', 2],
              ],
            ],
          ],
        ],
      ],
    ],
    [
      '`add` in place of `set`',
      '{ hazard: 1, set: { v: 1, w: 2 } }',
      '{ add: { v: 3 } }',
      [
        ['hazard', 1],
        ['set', [['w', 2]]],
        ['add', [['v', 3]]],
      ],
    ],
  ])('%s', (_, base, top, expected) => {
    expect(changed(base, top)).toEqual(expected);
  });

  test.each([
    ['parameters', 'a: { one_of: { x: 1 } }', 'a', ['label', 'baseline', 'one_of']],
    ['parameters', 'c: { distribution: { uniform: [0, 1] } }', 'c', ['baseline', 'distribution']],
    ['variables', 'v: { next: 3 }', 'v', ['initial', 'noise', 'next']],
  ])('%s: %s', (section, top, name, keys) => {
    const merged = at(over(`${section}: { ${top} }\n`), section, name) as [string, unknown][];
    expect(merged.map(([key]) => key)).toEqual(keys);
  });

  const RESULTS = `${MINIMAL}measures: { m: { max: v, unit: u } }
shocks: { s: { date: 2022-01-03, while: x } }
timeline: { t: { date: 2022-01-03, what: w, happening: h } }
expect: { e: { outcome: o, at_least: 0.1, at_most: 0.2 }, f: { outcome: o, between: [0, 1] } }
`;
  test.each([
    ['measures', 'm: { count: h }', 'm', ['unit', 'count']],
    ['shocks', 's: { day: 1 }', 's', ['day']],
    ['timeline', 't: { day: 1, measure: m }', 't', ['what', 'day', 'measure']],
    ['expect', 'e: { between: [0, 1] }', 'e', ['outcome', 'between']],
    ['expect', 'f: { at_most: 0.5, measure: m }', 'f', ['at_most', 'measure']],
    ['expect', 'e: { at_most: 0.5 }', 'e', ['outcome', 'at_least', 'at_most']],
  ])('%s: %s', (section, top, name, keys) => {
    const files = over(`${section}: { ${top} }\n`, RESULTS);
    expect(findings(files)).toEqual([]);
    expect((at(files, section, name) as [string, unknown][]).map(([key]) => key)).toEqual(keys);
  });

  test('in a stage, `next` of a variable in place of its `per_day`', () => {
    const base = `juncture: 1\ntime: { start: 2022-01-02, step: 1 day, horizon: 3 days }\nregions: { r: { initial: a, stages: { a: { per_day: { v: 1, w: 2 } } } } }\n`;
    const files = over('regions: { r: { stages: { a: { next: { v: 3 } } } } }\n', base);
    expect(at(files, ...'regions r stages a'.split(' '))).toEqual([
      ['per_day', [['w', 2]]],
      ['next', [['v', 3]]],
    ]);
  });
});

describe('before', () => {
  const order = (top: string, base = BASE): unknown =>
    (at(over(top, base), 'parameters') as [string, unknown][]).map(([key]) => key).join(' ');

  test.each([
    ['a new entry', '{ n1: { before: b, baseline: 1 } }', 'a n1 b c'],
    ['an inherited entry', '{ c: { before: a } }', 'c a b'],
    [
      'several, in the order they are written',
      '{ n1: { before: a, baseline: 1 }, n2: { before: a, baseline: 1 } }',
      'n1 n2 a b c',
    ],
    ['before one that is itself new', '{ n1: { baseline: 1 }, c: { before: n1 } }', 'a b c n1'],
    ['before one that is moved itself', '{ n1: { before: a, baseline: 1 }, c: { before: n1 } }', 'c n1 a b'],
    [
      'before one that is moved further down',
      '{ n1: { before: n2, baseline: 1 }, n2: { before: c, baseline: 1 }, c: { before: a } }',
      'n1 n2 c a b',
    ],
    ['around in a circle', '{ a: { before: c }, c: { before: a } }', 'b c a'],
  ])('%s', (_, top, expected) => {
    expect(order(`parameters: ${top}\n`)).toBe(expected);
    expect(findings(over(`parameters: ${top}\n`))).toEqual([]);
  });

  test('it places, and is no key of the entry', () => {
    expect(at(over('parameters: { b: { before: a } }\n'), 'parameters', 'b')).not.toContainEqual([
      'before',
      'a',
    ]);
  });

  test('also in a file that extends nothing', () => {
    expect(
      at(`${MINIMAL}parameters: { a: { baseline: 1 }, b: { before: a, baseline: 2 } }\n`, 'parameters'),
    ).toEqual([
      ['b', [['baseline', 2]]],
      ['a', [['baseline', 1]]],
    ]);
  });

  test('an entry may itself be called so', () => {
    const text = MINIMAL.replace('stages: { calm: {} }', 'stages: { calm: {}, before: {} }');
    expect(findings(text)).toEqual([]);
  });

  test('what is not there, or the entry itself, is a fault with a guess', () => {
    const files = over('variables: { w: { before: vv, initial: 1 }, x: { before: x, initial: 1 } }\n');
    expect(findings(files)).toEqual(['extends-fault 2:27', 'extends-fault 2:58']);
    const near = load(
      over('parameters: { loyalty: { baseline: 1 }, w: { before: loyalti, baseline: 1 } }\n'),
    );
    expect(near.diagnostics[0]!.mend).toContain('loyalty');
  });

  test('it means nothing where entries have no order of their own', () => {
    expect(findings(`${MINIMAL}show: { before: x }\n`)).toEqual(['unknown-key 4:9']);
  });
});

describe('faults', () => {
  test('name the file that holds them', () => {
    const files = over('variables: { v: { nois: 1 } }\n', BASE.replace('label: A', 'lable: A'));
    expect(findings(files)).toEqual(['base.yaml unknown-key 6:8', 'unknown-key 2:19']);
  });

  test('of syntax in a base', () => {
    expect(findings(over('title: x\n', 'a: @\n'))).toEqual(['base.yaml yaml-syntax 1:4']);
    expect(load(over('title: x\n', 'a: @\n')).root).toBeNull();
  });

  test('a base that is not there points to where it is asked for', () => {
    expect(findings({ 'top.yaml': 'extends: ./nowhere.yaml\n' })).toEqual(['file-missing 1:10']);
    expect(load({ 'top.yaml': 'extends: ./nowhere.yaml\n' }).diagnostics[0]!.message).toContain(
      'nowhere.yaml',
    );
  });

  test('circles', () => {
    expect(findings({ 'a.yaml': 'extends: ./a.yaml\n' })).toEqual(['extends-cycle 1:10']);
    const circle = { 'a.yaml': 'extends: b.yaml\n', 'b.yaml': 'title: b\nextends: ./x/../a.yaml\n' };
    expect(findings(circle)).toEqual(['b.yaml extends-cycle 2:10']);
    expect(load(circle).diagnostics[0]!.message).toContain('`a.yaml` → `b.yaml` → `a.yaml`');
  });

  test('a chain without end', () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`f${i}.yaml`, `extends: f${i + 1}.yaml\n`]),
    );
    expect(load(files).diagnostics.map(({ code }) => code)).toEqual(['extends-fault']);
  });

  test.each(['[a.yaml]', '1', '{ a: b }', '""'])('`extends: %s` is no path', (value) => {
    expect(findings(`extends: ${value}\n${MINIMAL}`)[0]).toBe('wrong-type 1:10');
  });
});
