// Proves that an expression reaches nothing but arithmetic: no property, no global, no function of the host or mathjs.
import { describe, expect, test } from 'vitest';
import { evaluator, type Names, parseExpression } from '../../../src/expression/index.ts';
import { ANYTHING, faultsOf, sampleNames, sampleState } from './sample-names.ts';

/** Knows nothing, and remembers what it was asked. */
function emptyNames(): { readonly names: Names; readonly asked: string[] } {
  const asked: string[] = [];
  const nothing = (name: string): null => {
    asked.push(name);
    return null;
  };
  const known = { values: [], stages: [], happenings: [], outcomes: [] };
  return {
    asked,
    names: { value: nothing, stage: nothing, happening: nothing, choices: nothing, outcome: nothing, known },
  };
}

const PROPERTIES = [
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Function.prototype),
  ...Object.getOwnPropertyNames(Array.prototype),
  'prototype',
];
const GLOBALS = [
  'globalThis',
  'process',
  'require',
  'module',
  'eval',
  'Function',
  'import',
  'this',
  'self',
  'window',
  'Math',
  'console',
  'async',
  'await',
  'new',
  'class',
  'function',
  'return',
  'var',
  'let',
  'delete',
  'typeof',
  'void',
  'yield',
  'with',
];
/** What mathjs warns of, and some of what it would do. */
const MATHJS = [
  'import',
  'createUnit',
  'evaluate',
  'parse',
  'simplify',
  'derivative',
  'resolve',
  'compile',
  'chain',
  'config',
  'help',
  'parser',
  'map',
  'filter',
  'random',
  'sin',
  'pi',
  'tau',
  'i',
  'cm',
  'matrix',
  'bignumber',
  'complex',
  'unit',
  'string',
  'number',
  'index',
  'range',
  'typeOf',
  'format',
  'print',
  'ans',
];

describe('names of the host and of mathjs', () => {
  test.each([...new Set([...PROPERTIES, ...GLOBALS, ...MATHJS])])('%s is an unknown name', (name) => {
    const { names } = emptyNames();
    for (const text of [
      name,
      `${name}(1)`,
      `active(${name})`,
      `since(${name}.${name})`,
      `is(${name}, ${name})`,
      `1.5 * ${name}`,
    ]) {
      const parsed = parseExpression(text, names, ANYTHING);
      expect(Array.isArray(parsed), text).toBe(true);
    }
  });

  test('a parameter may be called so, and is then that parameter', () => {
    const parsed = parseExpression('constructor * 2', sampleNames, ANYTHING);
    expect(parsed).toMatchObject({ type: 'number', tree: { left: { kind: 'parameter', index: 4 } } });
    expect(faultsOf('constructor(1)')).toMatchObject([{ code: 'unknown-name', span: { start: 0, end: 11 } }]);
    expect(faultsOf('constructor.constructor')).toMatchObject([{ code: 'unknown-name' }]);
  });

  test('only names as written are asked for', () => {
    const { names, asked } = emptyNames();
    parseExpression('__proto__ + toString + active(hasOwnProperty.call)', names, ANYTHING);
    expect(new Set(asked)).toEqual(new Set(['__proto__', 'toString', 'hasOwnProperty.call']));
  });
});

describe('known attacks on expression evaluators', () => {
  test.each([
    'cos.constructor("return process")()',
    'constructor.constructor("return process")()',
    '"".constructor.constructor("return this")()',
    '[].map.constructor("alert(1)")()',
    '({}).constructor.constructor("return process.env")()',
    'f(x) = x.constructor',
    '{a: 1}.constructor',
    'x = 1; x.constructor',
    'import({pi: 3}, {override: true})',
    'evaluate("1+1")',
    'parse("a").constructor',
    'createUnit("hack")',
    'simplify("x")',
    'expression.docs.constructor',
    '`\u0024{process.exit()}`',
    "'\u0024{1}'",
    'process.exit(1)',
    'globalThis["process"]',
    'crowd["constructor"]',
    'crowd.constructor',
    'crowd?.constructor',
    'crowd.__proto__.polluted',
    '__proto__.polluted = 1',
    '__defineGetter__("x", 1)',
    'this',
    'new Date()',
    'while(true){}',
    '(() => 1)()',
    'function f() { return 1 }',
    'a => a',
    '\\u0063onstructor',
    'con\\x73tructor',
    '&#99;onstructor',
    'c\u200bonstructor',
    '\uff43onstructor',
    'crowd // */ process',
    'crowd /* process */',
    'crowd # process',
    'crowd\u2028process',
    'crowd\nprocess',
    '1e1e1',
    '!!crowd',
    '..',
    '...crowd',
    'crowd--',
    '--crowd--',
    'crowd++',
    'crowd += 1',
    'crowd, anger',
    'min(...crowd)',
    'min.apply(null, crowd)',
    'min.constructor(1)',
    'active(street.riot.constructor)',
    'active(street["riot"])',
    'times(constructor.constructor)',
    'outcome(__proto__)',
    'is(__proto__, toString)',
    'is(sponsor, constructor)',
    'is(sponsor, length)',
  ])('%s', (text) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    for (const { message, mend, span } of faults) {
      expect(message.length).toBeGreaterThan(0);
      expect(mend.length).toBeGreaterThan(0);
      expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
    }
  });

  test('nothing was reached', () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((Object.prototype as unknown as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test('a tree is plain data: numbers, texts of ours, and no function', () => {
  const parsed = parseExpression(
    'min(crowd, 2) * (active(street.riot) ? loyalty : -day)',
    sampleNames,
    ANYTHING,
  );
  expect(structuredClone(parsed)).toEqual(parsed);
  if (Array.isArray(parsed)) throw new Error('faults');
  expect(evaluator(structuredClone(parsed.tree))(sampleState)).toBe(2 * 0.6);
});
