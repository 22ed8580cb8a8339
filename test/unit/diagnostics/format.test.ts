// Proves the parts of a printed diagnostic that a golden shows badly: colour, hostile text, odd spans, endings.
import { describe, expect, test } from 'vitest';
import {
  asHeadline,
  asSentence,
  type Diagnostic,
  diagnostic,
  formatDiagnostic,
  formatDiagnostics,
  harmless,
} from '../../../src/diagnostics/index.ts';

const PLAIN = { colour: false };

function at(text: string, start: number, end: number, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ...diagnostic('unknown-name', {
      message: 'm',
      mend: '',
      source: { name: 'a.yaml', text },
      span: { start, end },
    }),
    ...more,
  };
}

/** What of the source line the carets stand under, by columns; for texts of ordinary characters. */
function marked(text: string, start: number, end: number): readonly string[] {
  const lines = formatDiagnostic(at(text, start, end), PLAIN)
    .split('\n')
    .slice(1);
  return lines.flatMap((line, index) => {
    if (!/^\s+\| \s*\^+$/.test(line)) return [];
    return [lines[index - 1]!.slice(line.indexOf('^'), line.lastIndexOf('^') + 1)];
  });
}

describe('carets', () => {
  test.each([
    ['a: bcd', 3, 6, ['bcd']],
    ['one\ntwo\nthree', 4, 7, ['two']],
    ['one\r\ntwo\r\nthree', 5, 8, ['two']],
    ['one\rtwo\rthree', 4, 7, ['two']],
    ['one\ntwo', 0, 4, ['one']],
    ['one\r\ntwo', 0, 5, ['one']],
    ['one\n  two', 0, 9, ['one', 'two']],
    ['one\ntwo\nthree\nfour', 1, 18, ['ne', 'four']],
    ['abc', 1, 1, ['b']],
    ['abc', 3, 3, ['']],
    ['abc', 2, 1, ['c']],
    ['abc', -7, 99, ['abc']],
    ['abc', Number.NaN, Number.NaN, ['a']],
    ['abc\n', 4, 4, ['']],
    ['', 0, 0, ['']],
  ])('%j from %d to %d marks %j', (text, start, end, pieces) => {
    expect(marked(text, start, end)).toEqual(pieces);
  });
  test('stand under the letter after tabs, wide and combining characters', () => {
    const columns = (text: string): number =>
      formatDiagnostic(at(text, text.indexOf('X'), text.indexOf('X') + 1), PLAIN)
        .split('\n')[2]!
        .indexOf('^') - ' 1 | '.length;
    expect(columns('X')).toBe(0);
    expect(columns('\tX')).toBe(4);
    expect(columns('\u6f22\u5b57X')).toBe(4);
    expect(columns('e\u0301X')).toBe(1);
    expect(columns('\u{1f600}X')).toBe(2);
    expect(columns('a\u200db X')).toBe(3);
    expect(columns('\u001bX')).toBe('<U+001B>'.length);
  });
});

describe('long lines', () => {
  const long = (before: number, after: number): string => `${'b'.repeat(before)}SPAN${'a'.repeat(after)}`;
  test.each([
    [0, 1000],
    [1000, 0],
    [1000, 1000],
    [50, 60],
    [95, 5],
    [10_000_000, 10],
  ])('with %d characters before and %d after are cut around the span', (before, after) => {
    const [, line, carets] = formatDiagnostic(at(long(before, after), before, before + 4), PLAIN).split('\n');
    expect(line!.length).toBeLessThanOrEqual(' 1 | '.length + 102);
    expect(line!.slice(carets!.indexOf('^'), carets!.lastIndexOf('^') + 1)).toBe('SPAN');
    const cut = before + 4 + after > 100;
    const roomBefore = Math.max(40, 96 - after);
    const shownBefore = cut ? Math.min(before, roomBefore) : before;
    expect(line!.includes('| …')).toBe(shownBefore < before);
    expect(line!.endsWith('…')).toBe(shownBefore + 4 + after > 100);
    expect(carets!.indexOf('^') - ' 1 | '.length).toBe(shownBefore + (shownBefore < before ? 1 : 0));
  });
  test('a span longer than what is shown is marked as far as it is shown', () => {
    const text = 'x'.repeat(5000);
    const [, line, carets] = formatDiagnostic(at(text, 10, 4000), PLAIN).split('\n');
    expect(line).toMatch(/^ 1 \| x{100}…$/);
    expect(carets).toMatch(/^ {3}\| {11}\^{90}$/);
  });
});

describe('hostile text', () => {
  const ATTACK =
    '\u001b[2J\u001b]0;owned\u0007\u009b31m\b\u202e\u2066\ufeff\u200b\u2028\ud800\u0000\u007f\u00ad\u{e0041}';
  const DANGEROUS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
  test('is shown as numbers wherever it stands', () => {
    const text = `a: ${ATTACK}`;
    const printed = formatDiagnostic(
      at(text, 3, text.length, { message: ATTACK, mend: ATTACK, source: { name: ATTACK, text } }),
      PLAIN,
    );
    for (const line of printed.split('\n')) expect(line).not.toMatch(DANGEROUS);
    expect(printed).toContain('<U+001B>[2J');
    expect(printed).toContain('<U+202E>');
    expect(printed).toContain('<U+D800>');
    expect(printed.split('\n')).toHaveLength(4);
  });
  test('cannot make lines of its own', () => {
    const message = 'fine\nother.yaml:1:1: error[x]: forged\r\nhelp: no';
    const printed = formatDiagnostic(at('a', 0, 1, { message, mend: message }), PLAIN);
    expect(printed.split('\n')).toHaveLength(4);
  });
  test('letters and signs of people pass', () => {
    for (const text of [
      '\u0416\u0430\u04a3\u0430\u04e9\u0437\u0435\u043d',
      'caf\u00e9',
      '\u6f22\u5b57',
      '\u{1f600}',
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
      '– “x” …',
    ])
      expect(harmless(text)).toBe(text);
  });
});

describe('the frame', () => {
  test('without a span or a source', () => {
    expect(formatDiagnostic(at('a', 0, 1, { span: null }), PLAIN)).toBe('a.yaml: error[unknown-name]: M');
    expect(formatDiagnostic(at('a', 0, 1, { span: null, source: null, mend: 'go' }), PLAIN)).toBe(
      'error[unknown-name]: M\nhelp: Go.',
    );
  });
  test('colour changes nothing but colour', () => {
    const warned = at('a: b', 3, 4, { severity: 'warning', mend: 'go' });
    const coloured = formatDiagnostics([warned, at('a: b', 0, 1)], { colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: our own escape codes.
    const stripped = coloured.replace(/\u001b\[[0-9;]*m/g, '');
    expect(coloured).not.toBe(stripped);
    expect(stripped).toBe(formatDiagnostics([warned, at('a: b', 0, 1)], PLAIN));
  });
  test.each([
    [0, 0, null],
    [1, 0, '1 error'],
    [2, 0, '2 errors'],
    [0, 1, '1 warning'],
    [2, 3, '2 errors, 3 warnings'],
  ])('%d errors and %d warnings are counted: %s', (errors, warnings, count) => {
    const list = [
      ...Array.from({ length: errors }, () => at('a', 0, 1)),
      ...Array.from({ length: warnings }, () => at('a', 0, 1, { severity: 'warning' })),
    ];
    const printed = formatDiagnostics(list, PLAIN);
    expect(printed === '' ? null : printed.split('\n').at(-1)).toBe(count);
  });
  test('one manner of sentences', () => {
    expect(asSentence('write a')).toBe('Write a.');
    expect(asSentence('Did you mean `a`?')).toBe('Did you mean `a`?');
    expect(asSentence(' write `a` ')).toBe('Write `a`.');
    expect(asSentence('')).toBe('');
    expect(asHeadline('a thing.')).toBe('A thing');
    expect(asHeadline('`a` is')).toBe('`a` is');
  });
});
