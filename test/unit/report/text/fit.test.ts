// Proves that texts are cut, padded and wrapped by the columns they take.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeft, atRight, clean, clip, textWidth, wrap } from '../../../../src/report/index.ts';

describe('clip', () => {
  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'abcd…'],
    ['abcdef', 1, '…'],
    ['abcdef', 0, ''],
    ['ab cdef', 4, 'ab…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
  ])('%j to %i columns is %j', (text, width, wanted) => {
    expect(clip(text, width)).toBe(wanted);
  });
});

test('padded texts are exactly as wide as asked', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.integer({ min: 0, max: 30 }),
      (raw, width) => {
        const text = clean(raw);
        expect(textWidth(atLeft(text, width))).toBe(width);
        expect(textWidth(atRight(text, width))).toBe(width);
      },
    ),
  );
});

describe('wrap', () => {
  test('breaks at blanks', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  });
  test('breaks inside a word only where it is wider than a line', () => {
    expect(wrap('a abcdefgh', 4)).toEqual(['a', 'abcd', 'efgh']);
  });
  test('an empty text is one empty line', () => {
    expect(wrap('', 10)).toEqual(['']);
  });
  test('ends even where a wide character has no room', () => {
    expect(wrap('日本', 1)).toEqual(['日', '本']);
  });
  test('keeps every word, and no line is wider than asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z日]{1,12}$/)),
        fc.integer({ min: 2, max: 20 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width);
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        },
      ),
    );
  });
});
