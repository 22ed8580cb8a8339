// Proves that nothing outside the language passes, and that each fault has its code, its exact place and its mend.
import { describe, expect, test } from 'vitest';
import { faultLines, faultsOf } from './sample-names.ts';

/** A text; then for each fault, in order, `code: what is marked → the mend`, the mend as a beginning. */
type Row = readonly [text: string, ...faults: readonly string[]];

function check(title: string, rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row.slice(1)] as const))(`${title}: %s`, (text, faults) => {
    const found = faultLines(text);
    expect(found.map((line, index) => line.slice(0, faults[index]?.length ?? 0))).toEqual(faults);
  });
}

describe('forbidden constructs', () => {
  check('assignment', [
    ['crowd = 3', 'expression-forbidden: = → Use `==` to compare;'],
    ['crowd := 3', 'expression-forbidden: = → Use `==` to compare;'],
    ['f(x) = x', 'unknown-name: f', 'unknown-name: x', 'expression-forbidden: =', 'unknown-name: x'],
  ]);
  check('texts', [
    [
      "sponsor == 'gangs'",
      'expression-type: sponsor → Ask for a choice: `is(sponsor,',
      "expression-forbidden: 'gangs'",
    ],
    ['"crowd"', 'expression-forbidden: "crowd" → Ask for a choice by `is('],
    ['`\u0024{crowd}`', 'expression-forbidden: `\u0024{crowd}`'],
    ["crowd'", "expression-forbidden: '"],
    ['\u201ccrowd\u201d', 'expression-forbidden: \u201ccrowd\u201d'],
  ]);
  check('units and words of mathjs', [
    ['3 days', 'expression-forbidden: 3 days → Write `3 * days` to multiply; a unit'],
    ['5cm', 'expression-forbidden: 5cm → Write `5 * cm` to multiply; a unit'],
    ['5 to 3', 'expression-forbidden: to'],
    ['5 in 3', 'expression-forbidden: in'],
    ['crowd mod 3', 'expression-forbidden: mod → Write `x - y * floor(x / y)`'],
    ['tense xor tense', 'expression-forbidden: xor → Write `(a or b) and not (a and b)`'],
    ['null', 'expression-forbidden: null'],
    ['NaN', 'expression-forbidden: NaN'],
    ['Infinity', 'expression-forbidden: Infinity'],
    ['TRUE', 'expression-forbidden: TRUE → Write `true`, in small letters'],
    ['tense AND tense', 'expression-forbidden: AND → Write `and`'],
    ['pi', 'unknown-name: pi → Write the number: 3.14'],
    ['i', 'unknown-name: i'],
    ['end', 'unknown-name: end'],
  ]);
  check('implicit multiplication', [
    ['2 crowd', 'expression-forbidden: 2 crowd → Write `2 * crowd` to multiply'],
    ['2crowd', 'expression-forbidden: 2crowd → Write `2 * crowd` to multiply'],
    ['crowd anger', 'expression-forbidden: crowd anger → Write a sign between them'],
    ['(crowd)(anger)', 'expression-forbidden: )( → Write `*` between them'],
    ['2(crowd)', 'expression-forbidden: 2( → Write `*` between them'],
    ['(crowd) 2', 'expression-forbidden: ) 2 → Write `*` between them'],
    ['(crowd) anger', 'expression-forbidden: ) anger'],
    ['sqrt(2)(3)', 'expression-forbidden: )('],
    ['crowd 2', 'expression-forbidden: crowd 2'],
    ['crowd .5', 'expression-forbidden: crowd .5'],
    ['1 2', 'expression-forbidden: 1 2'],
    ['1.2.3', 'expression-forbidden: 1.2.3'],
    ['true false', 'expression-forbidden: true false'],
    ['crowd(3)', 'unknown-name: crowd → Write `crowd * (…)` to multiply'],
  ]);
  check('signs', [
    ['10%', 'expression-forbidden: % → Write `x / 100` for per cent'],
    ['10 % 3', 'expression-forbidden: %'],
    ['crowd ** 2', 'expression-forbidden: ** → Write `^` for a power'],
    ['crowd!', 'expression-forbidden: ! → Write `!=`'],
    ['!tense', 'expression-forbidden: ! → Write `not`, as in `not (a > b)`'],
    ['tense && !tense', 'expression-forbidden: && → Write `and`', 'expression-forbidden: ! → Write `not`'],
    ['tense || tense', 'expression-forbidden: || → Write `or`'],
    ['tense & tense', 'expression-forbidden: & → Write `and`'],
    ['tense | tense', 'expression-forbidden: | → Write `or`'],
    ['~tense', 'expression-forbidden: ~ → Write `not`'],
    ['crowd ^| 2', 'expression-forbidden: ^|'],
    ['crowd << 2', 'expression-forbidden: <<'],
    ['crowd >> 2', 'expression-forbidden: >>'],
    ['crowd >>> 2', 'expression-forbidden: >>>'],
    ['crowd === 2', 'expression-forbidden: === → Write `==`'],
    ['crowd !== 2', 'expression-forbidden: !== → Write `!=`'],
    ['crowd <> 2', 'expression-forbidden: <> → Write `!=`'],
    ['crowd => 2', 'expression-forbidden: => → Write `>=`'],
    ['crowd =< 2', 'expression-forbidden: =< → Write `<=`'],
    ['crowd -> 2', 'expression-forbidden: ->'],
    ['crowd // 2', 'expression-forbidden: //'],
    ['crowd .* 2', 'expression-forbidden: .* → Write `*`'],
    ['2.*3', 'expression-forbidden: .* → Write `*`'],
    ['2./3', 'expression-forbidden: ./ → Write `/`'],
    ['2.^3', 'expression-forbidden: .^ → Write `^`'],
    ['crowd ?? 2', 'expression-forbidden: ??'],
    ['street?.riot', 'unknown-name: street', 'expression-forbidden: ?.', 'unknown-name: riot'],
    ['crowd; anger', 'expression-forbidden: ;'],
    ['crowd # people', 'expression-forbidden: # people'],
    ['crowd \\ 2', 'expression-forbidden: \\'],
    ['[1, 2]', 'expression-forbidden: [1, 2]'],
    ['crowd[1]', 'expression-forbidden: [1]'],
    ['{a: 1}', 'expression-forbidden: {a: 1}'],
    [
      'crowd_{service}',
      'unknown-name: crowd_',
      'expression-forbidden: {service} → List the set under `sets`',
    ],
    ['$crowd', 'expression-forbidden: $'],
    ['crowd @ 2', 'expression-forbidden: @'],
    ['+crowd', 'expression-forbidden: + → Remove the `+`'],
    ['crowd + +2', 'expression-forbidden: + → Remove the `+`'],
    ['crowd : 2', 'expression-forbidden: : → Write a choice as'],
    ['1:2:3', 'expression-forbidden: :', 'expression-forbidden: :'],
    ['min(1:3)', 'expression-forbidden: :'],
  ]);
  check('numbers', [
    ['1e999', 'expression-forbidden: 1e999'],
    ['-1e309', 'expression-forbidden: 1e309'],
    ['0x1F', 'expression-forbidden: 0x1F → Write the number in decimals'],
    ['0b11', 'expression-forbidden: 0b11'],
    ['0o17', 'expression-forbidden: 0o17'],
    ['0X1F', 'expression-forbidden: 0X1F'],
    ['1_000', 'expression-forbidden: 1_000 → Write `1000`, without underscores'],
    ['2e', 'expression-forbidden: 2e → Write the power of ten as in `2e3`'],
    ['.inf', 'expression-forbidden: .inf'],
    ['-.INF', 'expression-forbidden: -.INF'],
    ['.nan', 'expression-forbidden: .nan'],
    ['days_in(street.nan)', 'unknown-name: street.nan'],
    ['0,5', 'expression-syntax: , → Write decimals with a point'],
  ]);
  check('characters of other keyboards', [
    ['crowd \u2265 3', 'expression-forbidden: \u2265 → Write `>=`'],
    ['crowd \u2212 3', 'expression-forbidden: \u2212 → Write `-`'],
    ['crowd \u00d7 3', 'expression-forbidden: \u00d7 → Write `*`'],
    ['crowd\u00b2', 'expression-forbidden: \u00b2 → Write `^ 2`'],
    ['crowd\u00a0> 3', 'expression-forbidden: \u00a0 → Delete it'],
    ['crowd\u200b > 3', 'expression-forbidden: \u200b → Delete it'],
    ['crowd\u0000', 'expression-forbidden: \u0000 → Delete it'],
    ['\ud835\udc65', 'unknown-name: \ud835\udc65 → Names are made of'],
    [
      '\u0442\u043e\u043b\u043f\u0430 > 3',
      'unknown-name: \u0442\u043e\u043b\u043f\u0430 → Names are made of',
    ],
    ['cr\u00f6wd', 'unknown-name: cr\u00f6wd → Names are made of'],
    ['\ud800', 'expression-forbidden: \ud800'],
    ['\u{1f600}', 'expression-forbidden: \u{1f600}'],
    ['\u03c0', 'unknown-name: \u03c0'],
  ]);
});

describe('bad structure', () => {
  check('missing operands', [
    ['', 'expression-syntax:  → Write a number'],
    ['   ', 'expression-syntax:     → Write a number'],
    ['crowd +', 'expression-syntax: + → Write a number or a name after `+`'],
    ['* 3', 'expression-syntax: * → Write a number or a name before `*`'],
    ['crowd * / 3', 'expression-syntax: /'],
    ['crowd > > 3', 'expression-syntax: >'],
    ['not', 'expression-syntax: not'],
    ['crowd and', 'expression-syntax: and'],
    ['(crowd +) * 2', 'expression-syntax: +'],
    ['()', 'expression-syntax: ()'],
    ['min(1,)', 'expression-syntax: ,'],
    ['min(,1)', 'expression-syntax: ,'],
    ['min(1 2)', 'expression-forbidden: 1 2'],
    ['-', 'expression-syntax: -'],
    ['tense not tense', 'expression-syntax: not → Write `and not`'],
  ]);
  check('brackets', [
    ['(crowd', 'expression-syntax: ( → Write `)` where it ends'],
    ['((crowd)', 'expression-syntax: ('],
    ['min(1, 2', 'expression-syntax: ('],
    ['crowd)', 'expression-syntax: ) → Remove it'],
    [')', 'expression-syntax: )'],
    ['(', 'expression-syntax: ('],
    ['(crowd, 2)', 'expression-syntax: ,'],
  ]);
  check('choices', [
    ['tense ? 1', 'expression-syntax: ? → Write a choice as'],
    ['tense ? : 1', 'expression-syntax: :'],
    ['tense ? 1 :', 'expression-syntax: :'],
    ['? 1 : 2', 'expression-syntax: ?'],
    ['tense ? tense ? 1 : 2 : 3', 'expression-syntax: ? → Put the inner choice in brackets'],
    ['(tense ? 1) : 2', 'expression-syntax: ?', 'expression-forbidden: :'],
    ['min(tense ? 1, 2)', 'expression-syntax: ?'],
  ]);
  check('points', [
    ['street.', 'expression-syntax: .'],
    ['.riot', 'expression-syntax: .'],
    ['street..riot', 'expression-syntax: .', 'expression-syntax: .'],
    ['street.(riot)', 'expression-syntax: .', 'unknown-name: riot'],
    ['street.true', 'expression-syntax: .'],
    ['(crowd).x', 'expression-syntax: .'],
    ['min(1).x', 'expression-syntax: .'],
  ]);
});

describe('limits', () => {
  test('a text of more than 20,000 characters', () => {
    expect(faultsOf(`1${' '.repeat(19_999)}`)).toEqual([]);
    const [fault, ...others] = faultsOf(`1${' '.repeat(20_000)}`);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'expression-too-long', span: { start: 0, end: 20_001 } });
  });

  test('more than 5,000 words and signs', () => {
    expect(faultsOf(`-1${'+1'.repeat(2499)}`)).toEqual([]);
    const long = `1${'+1'.repeat(2500)}`;
    expect(faultsOf(long)).toMatchObject([
      { code: 'expression-too-long', span: { start: 0, end: long.length } },
    ]);
  });

  const nests: Readonly<Record<string, (depth: number) => string>> = {
    brackets: (depth) => `${'('.repeat(depth)}1${')'.repeat(depth)}`,
    calls: (depth) => `${'abs('.repeat(depth)}1${')'.repeat(depth)}`,
    minuses: (depth) => `${'-'.repeat(depth)}1`,
    nots: (depth) => `${'not '.repeat(depth)}true`,
    powers: (depth) => `1${'^1'.repeat(depth)}`,
    choices: (depth) => `${'true?1:'.repeat(depth)}1`,
    mixed: (depth) => `${'-('.repeat(depth / 2)}1${')'.repeat(depth / 2)}`,
  };
  test.each(Object.keys(nests))('nesting of %s: 64 pass, 66 do not', (kind) => {
    expect(faultsOf(nests[kind]!(64))).toEqual([]);
    const found = faultsOf(nests[kind]!(66)).map(({ code }) => code);
    expect(found).toEqual(['expression-too-deep']);
  });
  test('what stands side by side is not deep', () => {
    expect(faultsOf(`1${'+-1'.repeat(190)}`)).toEqual([]);
    expect(faultsOf(`1${'+1^2'.repeat(140)}`)).toEqual([]);
    expect(faultsOf(Array.from({ length: 70 }, () => '(tense ? 1 : 2)').join('+'))).toEqual([]);
    expect(faultsOf(`true${' and not false'.repeat(100)}`)).toEqual([]);
  });
});

describe('all in one go', () => {
  check('several faults of one expression, in order of place', [
    [
      'corwd + angre',
      'unknown-name: corwd → Did you mean `crowd`?',
      'unknown-name: angre → Did you mean `anger`?',
    ],
    [
      'active(street.rito) * corwd / tense',
      'unknown-name: street.rito → Did you mean `street.riot`?',
      'unknown-name: corwd → Did you mean `crowd`?',
      'expression-type: tense → Write `1 * tense`',
    ],
    [
      'corwd % 3 ** angre',
      'unknown-name: corwd',
      'expression-forbidden: %',
      'expression-forbidden: **',
      'unknown-name: angre',
    ],
    ['(corwd + 3', 'expression-syntax: (', 'unknown-name: corwd'],
    ['import("fs") + active(nowhere)', 'unknown-name: import', 'expression-forbidden: "fs"'],
  ]);
});
