// Proves: YAML 1.2 core and nothing else; faults of its syntax are told in plain words, with place and mend.
import { describe, expect, test } from 'vitest';
import { at, findings, load, MINIMAL } from '../../../helpers/document.ts';

describe('syntax', () => {
  test.each([
    ['\ttitle: x\n', 'yaml-syntax 1:1', 'tab'],
    ['a: [1, 2\nb: 3\n', 'yaml-syntax 2:1', 'not closed'],
    ['a: { b: 1\nc: 2\n', 'yaml-syntax 2:1', 'not closed'],
    ['a: "x\n', 'yaml-syntax 2:1', 'not closed'],
    ["a: 'it's'\n", 'yaml-syntax 1:8', 'already complete'],
    ['a: "\\q"\n', 'yaml-syntax 1:5', 'backslash'],
    ['a: b: c\n', 'yaml-syntax 1:4', 'second colon'],
    ['a: @x\n', 'yaml-syntax 1:4', 'cannot begin'],
    ['a: - b\n', 'yaml-syntax 1:4', 'own line'],
    ['a:\n  b: 1\n c: 2\n', 'yaml-syntax 3:1', 'indented'],
    ['a: [1,, 2]\n', 'yaml-syntax 1:7', 'comma'],
    ['a\nb: 1\n', 'yaml-syntax 1:1', 'colon'],
    ['{service}_pay: 1\n', 'yaml-syntax 1:10', 'begins with `{`'],
  ])('%j', (text, where, words) => {
    const { root, diagnostics } = load(text);
    expect(root).toBeNull();
    expect(findings(text)[0]).toBe(where);
    expect(diagnostics[0]!.message).toContain(words);
    expect(diagnostics[0]!.mend).not.toBe('');
  });

  test('at most ten errors are told: later ones follow from the first', () => {
    expect(findings('a: @x\n'.repeat(30))).toHaveLength(10);
  });
});

describe('features that scenarios do not use', () => {
  test.each([
    ['several documents', `${MINIMAL}---\na: 1\n`, 'yaml-feature 4:1'],
    ['a foreign tag', `${MINIMAL}title: !!binary aGk=\n`, 'yaml-feature 4:17'],
    ['a custom tag', `${MINIMAL}title: !shout hi\n`, 'yaml-feature 4:15'],
    ['YAML 1.1', `%YAML 1.1\n---\n${MINIMAL}`, 'yaml-feature 1:1'],
    ['a tag handle', `%TAG ! tag:example.com,2000:\n---\n${MINIMAL}`, 'yaml-feature 1:1'],
    ['a control character in an escape', `${MINIMAL}title: "\\e[2J"\n`, 'yaml-feature 4:8'],
  ])('%s', (_, text, where) => {
    expect(findings(text)).toEqual([where]);
  });

  test('what YAML 1.2 has is fine: a document mark, its own version, a core tag, comments', () => {
    expect(findings(`%YAML 1.2\n---\n${MINIMAL}title: !!str 2022 # a year\n...\n`)).toEqual([]);
    expect(at(`${MINIMAL}title: !!str 2022\n`, 'title')).toBe('2022');
  });

  test('words are text unless YAML 1.2 says otherwise', () => {
    const text = `${MINIMAL}sources: { a1: yes, b1: on, c1: 012, d1: 0x10, e1: True, f1: 1_000, g1: 2022-01-02 }\n`;
    expect(at(text, 'sources')).toEqual([
      ['a1', 'yes'],
      ['b1', 'on'],
      ['c1', 12],
      ['d1', 16],
      ['e1', true],
      ['f1', '1_000'],
      ['g1', '2022-01-02'],
    ]);
  });

  test('merge keys are a fault where names stand and where keys are known', () => {
    expect(findings(`${MINIMAL}<<: { title: x }\n`)).toEqual(['yaml-feature 4:1']);
    expect(findings(`${MINIMAL}sources: { <<: x }\n`)).toEqual(['yaml-feature 4:12']);
  });
});

describe('the top', () => {
  test.each([
    ['', 'empty-file 1:1'],
    ['# only a comment\n', 'empty-file 1:1'],
    ['---\n', 'empty-file 1:1'],
    ['- a\n- b\n', 'wrong-type 1:1'],
    ['hello\n', 'wrong-type 1:1'],
    ['null\n', 'wrong-type 1:1'],
  ])('%j is no scenario', (text, where) => {
    expect(load(text).root).toBeNull();
    expect(findings(text)).toEqual([where]);
  });
});

describe('keys', () => {
  test('a key that stands twice is told where it stands again, with the line of the first', () => {
    const text = `${MINIMAL}title: a\nsummary: b\n"title": c\n`;
    expect(findings(text)).toEqual(['duplicate-key 6:1']);
    expect(load(text).diagnostics[0]!.message).toContain('line 4');
    expect(at(text, 'title')).toBe('a');
  });

  test('a key that is no text', () => {
    expect(findings(`${MINIMAL}? [a]\n: 1\n`)).toEqual(['wrong-type 4:3']);
    expect(findings(`${MINIMAL}{ a: 1 }: 1\n`)).toEqual(['wrong-type 4:1']);
    expect(findings(`${MINIMAL}: 1\n`)).toEqual(['wrong-type 4:1']);
  });

  test('numbers as keys are text', () => {
    expect(findings(`${MINIMAL}sources: { 1: x }\n`)).toEqual(['bad-name 4:12']);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is a word like any other',
    (key) => {
      expect(findings(`${MINIMAL}${key}: 1\n`)).toEqual(['unknown-key 4:1']);
      const named = load(`${MINIMAL}sources: { ${key}: x }\n`);
      expect(named.diagnostics.map(({ code }) => code)).toEqual(key === 'constructor' ? [] : ['bad-name']);
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    },
  );
});

describe('aliases', () => {
  test('repeat a value within a file', () => {
    const text = `${MINIMAL}parameters: { a: &a { baseline: 1 }, b: *a, c: { baseline: &n 2 }, d: { baseline: *n } }\n`;
    expect(findings(text)).toEqual([]);
    expect(at(text, 'parameters', 'b')).toEqual([['baseline', 1]]);
    expect(at(text, 'parameters', 'd')).toEqual([['baseline', 2]]);
  });

  test('name the last anchor before them', () => {
    expect(at(`${MINIMAL}sources: { a: &x one, b: &x two, c: *x }\n`, 'sources', 'c')).toBe('two');
  });

  test.each(['title: *nowhere', 'title: *later\nsummary: &later x', 'title: &a [*a]'])(
    '%j names nothing',
    (line) => {
      expect(findings(`${MINIMAL}${line}\n`).map((found) => found.split(' ')[0])).toEqual(['yaml-syntax']);
    },
  );

  test('a bomb is refused at once', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) =>
        `x${i}: &x${i} [${Array(9)
          .fill(i === 0 ? 'lol' : `*x${i - 1}`)
          .join(', ')}]`,
    );
    const begin = performance.now();
    const { root, diagnostics } = load(`${levels.join('\n')}\n`);
    expect(root).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['alias-limit']);
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});

describe('size', () => {
  test.each([
    ['brackets', `a: ${'['.repeat(200_000)}`],
    ['braces', `a: ${'{'.repeat(200_000)}`],
    ['closed brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
    ['dashes', `a:\n ${'- '.repeat(10_000)}x\n`],
    ['indentation', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('deep %s end without a stack overflow', (_, text) => {
    expect(load(text).diagnostics.map(({ code }) => code)).toEqual(['too-deep']);
  });

  test.each([
    ['blank lines', '\n'.repeat(900_000)],
    ['numbers', `a: [${'1,'.repeat(450_000)}]`],
    ['keys', Array.from({ length: 90_000 }, (_, i) => `a${i}: 1`).join('\n')],
  ])('a megabyte of %s is left early', (_, text) => {
    const begin = performance.now();
    expect(load(text).diagnostics.map(({ code }) => code)).toEqual(['file-too-large']);
    expect(performance.now() - begin).toBeLessThan(20_000);
  });
});
