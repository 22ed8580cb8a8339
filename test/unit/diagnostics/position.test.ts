// Proves lines and columns: 1-based, columns in characters, every kind of line break, any offset.
import { describe, expect, test } from 'vitest';
import { positionAt } from '../../../src/diagnostics/index.ts';

describe('positionAt', () => {
  const source = { name: 'a.yaml', text: 'one\ntwo\r\nthree\rfour\n\n\u{1f600}x\n' };
  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 1, 4],
    [4, 2, 1],
    [7, 2, 4],
    [8, 2, 5],
    [9, 3, 1],
    [15, 4, 1],
    [20, 5, 1],
    [21, 6, 1],
    [23, 6, 2],
    [24, 6, 3],
    [25, 7, 1],
    [26, 7, 1],
    [1e9, 7, 1],
    [-5, 1, 1],
    [Number.NaN, 1, 1],
    [2.7, 1, 3],
    [Number.POSITIVE_INFINITY, 7, 1],
  ])('offset %d is line %d, column %d', (offset, line, column) => {
    expect(positionAt(source, offset)).toEqual({ line, column });
  });
  test('inside a pair of surrogates', () => {
    expect(positionAt(source, 22)).toEqual({ line: 6, column: 2 });
  });
  test('an empty text', () => {
    expect(positionAt({ name: '', text: '' }, 0)).toEqual({ line: 1, column: 1 });
  });
});
