// Proves that rows of cells are cut, padded, spread and written with escapes as they should be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cell,
  cutRow,
  padRow,
  type Row,
  rowAnsi,
  rowText,
  rowWidth,
  spread,
} from '../../../../src/report/index.ts';

const ROW: Row = [cell('ab', { tone: 'strong' }), cell('日本'), cell('cd', { hue: 'sky' })];

describe('width', () => {
  test('a row is cut in the middle of a cell', () => {
    expect(rowText(cutRow(ROW, 5))).toBe('ab日…');
    expect(cutRow(ROW, 8)).toBe(ROW);
  });

  test('rows are padded and spread to exactly the columns', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 40 }), (left, right, columns) => {
        expect(rowWidth(padRow([cell(left), cell('日')], columns))).toBe(columns);
        expect(rowWidth(spread([cell(left)], [cell(right)], columns))).toBeLessThanOrEqual(columns);
      }),
    );
    expect(rowText(spread([cell('ab')], [cell('yz')], 7))).toBe('ab   yz');
  });
});

describe('escapes', () => {
  test('each depth has its own codes', () => {
    const row = [cell('x', { hue: 'orange' })];
    expect(rowAnsi(row, 1)).toBe('x');
    expect(rowAnsi(row, 4)).toBe('\u001b[33mx\u001b[39m');
    expect(rowAnsi(row, 8)).toBe('\u001b[38;5;214mx\u001b[39m');
    expect(rowAnsi(row, 24)).toBe('\u001b[38;2;230;159;0mx\u001b[39m');
  });

  test('without colours weights stay', () => {
    const row = [cell('a', { tone: 'strong', hue: 'sky' }), cell('b', { tone: 'faint' })];
    expect(rowAnsi(row, 1)).toBe('\u001b[1ma\u001b[22m\u001b[2mb\u001b[22m');
  });

  test('letters on a ground are black, and the ground is closed', () => {
    expect(rowAnsi([cell(' P ', { ground: 'sky' })], 4)).toBe('\u001b[30m\u001b[46m P \u001b[49m\u001b[39m');
  });

  test('blanks at the end that show nothing are left out', () => {
    expect(rowAnsi([cell('a   ')], 8)).toBe('a');
    expect(rowAnsi([cell('a'), cell('  ', { ground: 'sky' })], 8)).toContain('  ');
  });
});
