// Proves: what LANGUAGE says of `sets`: patterns, explicit keys, `sum`, `min`, `max`, and where a `{set}` is a fault.
import { describe, expect, test } from 'vitest';
import { at, findings, load, MINIMAL, nodeAt } from '../../../helpers/document.ts';

const SETS = `${MINIMAL}sets: { service: [police, army], city: [north, south] }\n`;

describe('patterns', () => {
  test('one entry a member, in order, in key and value', () => {
    const text = `${SETS}parameters:
  first: { baseline: 0 }
  "{service}_pay": { label: "Pay of the {service}", baseline: 1 }
  last: { baseline: 0 }
`;
    expect(findings(text)).toEqual([]);
    expect(at(text, 'parameters')).toEqual([
      ['first', [['baseline', 0]]],
      [
        'police_pay',
        [
          ['label', 'Pay of the police'],
          ['baseline', 1],
        ],
      ],
      [
        'army_pay',
        [
          ['label', 'Pay of the army'],
          ['baseline', 1],
        ],
      ],
      ['last', [['baseline', 0]]],
    ]);
  });

  test('in keys, lists and mappings below', () => {
    const text = `${SETS}decisions:
  "ask_{service}": { sees: ["{service}_pay"], options: { "send_{service}": { to: ["street.{service}"], add: { "{service}_pay": "-{service}_pay" } } } }
`;
    expect(findings(text)).toEqual([]);
    expect(at(text, 'decisions', 'ask_army')).toEqual([
      ['sees', ['army_pay']],
      [
        'options',
        [
          [
            'send_army',
            [
              ['to', ['street.army']],
              ['add', [['army_pay', '-army_pay']]],
            ],
          ],
        ],
      ],
    ]);
  });

  test('two sets in one key: the first is the outer one', () => {
    const text = `${SETS}auxiliaries: { "{service}_in_{city}": "{service} * {city}" }\n`;
    expect(at(text, 'auxiliaries')).toEqual([
      ['police_in_north', 'police * north'],
      ['police_in_south', 'police * south'],
      ['army_in_north', 'army * north'],
      ['army_in_south', 'army * south'],
    ]);
  });

  test('a member that is a number makes numbers', () => {
    const text = `${MINIMAL}sets: { level: [1, 2] }\nparameters: { "p_{level}": { baseline: "{level}", label: "Level {level}" } }\n`;
    expect(findings(text)).toEqual([]);
    expect(at(text, 'parameters', 'p_2')).toEqual([
      ['baseline', 2],
      ['label', 'Level 2'],
    ]);
  });

  test('prose may hold braces that name no set', () => {
    expect(findings(`${SETS}summary: "See {figure}"\n`)).toEqual([]);
  });
});

describe('explicit keys', () => {
  const PATTERN = `${SETS}variables:\n  "{service}_m": { initial: 1, per_day: 2, noise: 3 }\n`;

  test('further down are laid over, by the rules of extending', () => {
    const text = `${PATTERN}  army_m: { next: 4, label: Army }\n`;
    expect(findings(text)).toEqual([]);
    expect(at(text, 'variables')).toEqual([
      [
        'police_m',
        [
          ['initial', 1],
          ['per_day', 2],
          ['noise', 3],
        ],
      ],
      [
        'army_m',
        [
          ['initial', 1],
          ['noise', 3],
          ['next', 4],
          ['label', 'Army'],
        ],
      ],
    ]);
  });

  test('take away with null', () => {
    expect(at(`${PATTERN}  army_m: null\n`, 'variables')).toEqual([
      [
        'police_m',
        [
          ['initial', 1],
          ['per_day', 2],
          ['noise', 3],
        ],
      ],
    ]);
  });

  test('before their pattern are a fault', () => {
    const text = `${SETS}variables:\n  army_m: { initial: 4 }\n  "{service}_m": { initial: 1 }\n`;
    expect(findings(text)).toEqual(['set-order 6:3']);
  });

  test('two patterns for one name are a fault', () => {
    const text = `${MINIMAL}sets: { s: [a, b], t: [b, c] }\nauxiliaries: { "x_{s}": 1, "x_{t}": 2 }\n`;
    expect(findings(text)).toEqual(['duplicate-key 5:28']);
  });
});

describe('expressions', () => {
  const spread = (expression: string): unknown =>
    at(`${SETS}auxiliaries: { x1: ${JSON.stringify(expression)} }\n`, 'auxiliaries', 'x1');

  test.each([
    ['sum(x_{service})', '(x_police + x_army)'],
    ['2 * sum(x_{service} * y)', '2 * ((x_police * y) + (x_army * y))'],
    ['min(x_{service})', 'min(x_police, x_army)'],
    ['max(x_{service}, 1)', 'max(x_police, 1, x_army, 1)'],
    [
      'sum(a_{service} * max(b_{service}, 1))',
      '((a_police * max(b_police, 1, b_army, 1)) + (a_army * max(b_police, 1, b_army, 1)))',
    ],
    ['min(1, sum(abs(x_{service})))', 'min(1, ((abs(x_police)) + (abs(x_army))))'],
    ['sum(x_{service}_{city})', '(x_police_north + x_police_south + x_army_north + x_army_south)'],
    ['sum ( (x_{service}) )', '(( (x_police) ) + ( (x_army) ))'],
    [
      'sum(max(x_{service}, y_{city}))',
      'sum(max(x_police, y_north, x_police, y_south, x_army, y_north, x_army, y_south))',
    ],
    ['min(a, b) + sum(x_{city})', 'min(a, b) + (x_north + x_south)'],
  ])('%s', (expression, expected) => {
    expect(spread(expression)).toBe(expected);
    expect(findings(`${SETS}auxiliaries: { x1: ${JSON.stringify(expression)} }\n`)).toEqual([]);
  });

  test('inside an entry made from a pattern the member comes first', () => {
    const text = `${SETS}auxiliaries: { "x_{service}": "sum({service}_{city})" }\n`;
    expect(at(text, 'auxiliaries', 'x_army')).toBe('(army_north + army_south)');
  });

  test('every character maps to where it came from', () => {
    const { root } = load(`${SETS}auxiliaries: { x1: "1 + sum(x_{service})" }\n`);
    const node = nodeAt(root, ['auxiliaries', 'x1']);
    if (node?.kind !== 'scalar') throw new Error('no expression');
    const { text } = node.origin.source;
    const from = (part: string): string =>
      text.slice(node.offsetAt(node.text.lastIndexOf(part))).split('\n')[0]!;
    expect(from('1 +')).toBe('1 + sum(x_{service})" }');
    expect(from('x_army')).toBe('x_{service})" }');
    expect(from('army')).toBe('{service})" }');
    expect(from(' + x')).toBe('sum(x_{service})" }');
    expect(text[node.offsetAt(node.text.length)]).toBe('"');
  });
});

describe('misplaced', () => {
  test.each([
    ['outside a call', 'auxiliaries: { x1: "x_{service} + 1" }', 'set-misplaced 5:23'],
    ['in another function', 'auxiliaries: { x1: "abs(x_{service})" }', 'set-misplaced 5:27'],
    ['in a call that is never closed', 'auxiliaries: { x1: "sum(x_{service}" }', 'set-misplaced 5:27'],
    ['in a sum of several', 'auxiliaries: { x1: "sum(x_{service}, 1)" }', 'set-misplaced 5:27'],
    ['in prose', 'title: "On {service}"', 'set-misplaced 5:12'],
    ['in a list', 'show: { variables: ["x_{service}"] }', 'set-misplaced 5:24'],
    ['in another key of the same entry', 'auxiliaries: { "a_{city}": "{service}" }', 'set-misplaced 5:29'],
  ])('%s', (_, line, where) => {
    expect(findings(`${SETS}${line}\n`)).toEqual([where]);
  });

  test.each([
    ['a key', 'parameters: { "{servce}_pay": { baseline: 1 } }', 'set-misplaced 5:15'],
    ['an expression', 'auxiliaries: { x1: "sum(x_{servce})" }', 'set-misplaced 5:20'],
  ])('a set that does not exist, in %s', (_, line, where) => {
    expect(findings(`${SETS}${line}\n`)).toEqual([where]);
    expect(load(`${SETS}${line}\n`).diagnostics[0]!.mend).toContain('{service}');
  });
});

describe('the sets themselves', () => {
  test.each([
    ['sets: [a]', 'set-fault 4:7'],
    ['sets: { s: a }', 'set-fault 4:12'],
    ['sets: { s: [] }', 'set-fault 4:12'],
    ['sets: { s: [a, a] }', 'set-fault 4:16'],
    ['sets: { s: [A] }', 'set-fault 4:13'],
    ['sets: { s: [[a]] }', 'set-fault 4:13'],
    ['sets: { s: [a, null] }', 'set-fault 4:16'],
    ['sets: { S: [a] }', 'bad-name 4:9'],
    ['sets: { day: [a] }', 'reserved-name 4:9'],
    ['sets:', 'set-fault 4:6'],
  ])('%s', (line, where) => {
    expect(findings(`${MINIMAL}${line}\n`)).toEqual([where]);
  });

  test('a faulty set leaves no second fault behind', () => {
    expect(findings(`${MINIMAL}sets: { s: [] }\nauxiliaries: { "x_{s}": "sum(y_{s})" }\n`)).toEqual([
      'set-fault 4:12',
    ]);
  });

  test('a file can change the sets and patterns of its base', () => {
    const files = {
      'top.yaml':
        'extends: base.yaml\nsets: { service: [police, army, guard] }\nparameters: { guard_pay: { baseline: 3 }, army_pay: null }\n',
      'base.yaml': `${SETS}parameters: { "{service}_pay": { baseline: 1 } }\n`,
    };
    expect(findings(files)).toEqual([]);
    expect(at(files, 'parameters')).toEqual([
      ['police_pay', [['baseline', 1]]],
      ['guard_pay', [['baseline', 3]]],
    ]);
  });

  test('a new pattern can be placed before the entry it makes', () => {
    const base = `${SETS}auxiliaries: { a: { value: 0 }, x_army: { value: 1 } }\n`;
    const late = {
      'top.yaml': 'extends: base.yaml\nauxiliaries: { "x_{service}": { value: 2, note: n } }\n',
      'base.yaml': base,
    };
    expect(findings(late)).toEqual(['base.yaml set-order 5:33']);
    const early = {
      ...late,
      'top.yaml': late['top.yaml'].replace('{ value: 2', '{ before: x_army, value: 2'),
    };
    expect(findings(early)).toEqual([]);
    expect(at(early, 'auxiliaries')).toEqual([
      ['a', [['value', 0]]],
      [
        'x_police',
        [
          ['value', 2],
          ['note', 'n'],
        ],
      ],
      [
        'x_army',
        [
          ['value', 1],
          ['note', 'n'],
        ],
      ],
    ]);
  });

  test('an entry can be placed before one that a pattern makes', () => {
    const text = `${SETS}auxiliaries: { "x_{service}": { value: 1 }, b: { before: x_army, value: 2 } }\n`;
    expect((at(text, 'auxiliaries') as [string, unknown][]).map(([key]) => key)).toEqual([
      'x_police',
      'b',
      'x_army',
    ]);
  });
});

describe('size', () => {
  const big = (count: number): string => `[${Array.from({ length: count }, (_, i) => `m${i}`).join(', ')}]`;

  test.each([
    [
      'three large sets in one key',
      `sets: { a: ${big(900)}, b: ${big(900)}, c: ${big(900)} }\nauxiliaries: { "x_{a}_{b}_{c}": 1 }`,
    ],
    [
      'patterns in patterns',
      `sets: { a: ${big(900)}, b: ${big(900)} }\nshocks: { "x_{a}": { add: { "y_{b}": 1 } } }`,
    ],
    [
      'three large sets in one sum',
      `sets: { a: ${big(900)}, b: ${big(900)}, c: ${big(900)} }\nauxiliaries: { x1: "sum({a}_{b}_{c})" }`,
    ],
    [
      'sums in sums',
      `sets: { a: ${big(900)} }\nauxiliaries: { x1: "${'sum(x_{a} * '.repeat(20)}1${')'.repeat(20)}" }`,
    ],
    [
      'a long text, often',
      `sets: { a: ${big(900)} }\nauxiliaries: { "x_{a}": { value: 1, note: "{a}${'x'.repeat(500_000)}" } }`,
    ],
    ['brackets without end', `sets: { a: [b] }\nauxiliaries: { x1: "${'('.repeat(400_000)}{a}" }`],
    ['a sum without end', `sets: { a: [b] }\nauxiliaries: { x1: "${'sum(x_{a}) + '.repeat(60_000)}1" }`],
    ['too large a set', `sets: { a: ${big(1001)} }`],
  ])('%s: refused at once', (_, lines) => {
    const begin = performance.now();
    const codes = load(`${MINIMAL}${lines}\n`).diagnostics.map(({ code }) => code);
    expect(codes).toContain('set-fault');
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
