// Proves that no text of a scenario can move the cursor, hide, write backwards, or slow the screen down.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, textWidth } from '../../../../src/report/index.ts';

const ESC = '\u001b';

describe('clean', () => {
  test.each([
    ['colours', `${ESC}[31mred${ESC}[0m`, 'red'],
    ['a cleared screen', `a${ESC}[2J${ESC}[Hb`, 'ab'],
    ['a C1 control sequence', 'a\u009b31mb', 'ab'],
    ['a window title', `a${ESC}]0;owned\u0007b`, 'ab'],
    ['a link', `${ESC}]8;;http://x${ESC}\\text${ESC}]8;;${ESC}\\`, 'text'],
    ['an escape at the end', `a${ESC}`, 'a'],
    ['line feeds and tabs', 'a\n\tb\r\nc', 'a b c'],
    ['a bell and a backspace', 'a\u0007b\u0008c', 'abc'],
    ['an override of direction', 'a\u202eb\u202cc', 'abc'],
    ['isolates', '\u2066a\u2069', 'a'],
    ['zero-width spaces and joiners', 'a\u200b\u200d\ufeffb', 'ab'],
    ['variation selectors', '☂\ufe0f', '☂'],
    ['a skin tone', '👍🏽', '👍'],
    ['a decomposed letter', 'e\u0301', 'é'],
    ['leading marks', '\u0301\u0302abc', 'abc'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['blanks around and within', '  a   b  ', 'a b'],
    ['ordinary words', 'Police pay, 12 %', 'Police pay, 12 %'],
  ])('%s', (_, text, wanted) => {
    expect(clean(text)).toBe(wanted);
  });

  test('at most three marks stay on a letter', () => {
    expect(clean(`a${'\u0327'.repeat(40)}b`)).toBe(`a${'\u0327'.repeat(3)}b`);
  });

  test('no control, format or escape character is left of any text, and twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const once = clean(text);
        expect(once).not.toMatch(/[\p{Control}\p{Format}\p{Surrogate}\p{Zl}\p{Zp}]/u);
        expect(clean(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  test('a million characters take no longer than what is looked at of them', () => {
    const started = performance.now();
    const cleaned = clean('e\u0301'.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(500);
    expect(textWidth(cleaned)).toBe(200);
  });
});
