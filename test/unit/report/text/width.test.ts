// Proves that texts are measured as a terminal shows them: against string-width, which Ink lays out by.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, graphemes, textWidth } from '../../../../src/report/index.ts';

const fromInk = createRequire(createRequire(import.meta.url).resolve('ink'));
const { default: stringWidth } = (await import(pathToFileURL(fromInk.resolve('string-width')).href)) as {
  default: (text: string) => number;
};

describe('textWidth', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['█▌├─┤·…', 7],
    ['é', 1],
    ['e\u0301', 1],
    ['Қазақстан', 9],
    ['日本', 4],
    ['한국', 4],
    ['ﾊﾟ', 2],
    ['ก็', 1],
    ['🔥', 2],
    ['🇰🇿', 2],
    ['ع', 1],
    ['✓', 1],
  ])('%j is %i columns', (text, columns) => {
    expect(textWidth(text)).toBe(columns);
  });

  test('agrees with string-width on any cleaned text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const cleaned = clean(text);
        expect(textWidth(cleaned)).toBe(stringWidth(cleaned));
      }),
      { numRuns: 200 },
    );
  });

  test('agrees with string-width on single characters, most of them', () => {
    const different: string[] = [];
    // All up to the shapes and dingbats, then one in thirteen.
    for (let code = 0x20; code < 0x1ffff; code += code < 0x2800 ? 1 : 13) {
      const text = clean(String.fromCodePoint(code));
      if (textWidth(text) !== stringWidth(text)) different.push(code.toString(16));
    }
    expect(different).toEqual([]);
  });

  test('graphemes put together are the text again', () => {
    const text = 'naïve 🇰🇿 e\u0301';
    expect(graphemes(text).join('')).toBe(text);
    expect(graphemes(text)).toHaveLength(9);
  });
});
