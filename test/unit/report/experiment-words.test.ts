// Proves the words of changes and the tables they stand in, and that data are written as RFC 4180 wants.
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/analysis/index.ts';
import { csvText } from '../../../src/report/index.ts';
import {
  chanceText,
  changeRange,
  changeText,
  factorText,
  rangeText,
  valueText,
} from '../../../src/report/plain/estimate-words.ts';
import { tableRows } from '../../../src/report/plain/plain-table.ts';
import { rowText } from '../../../src/report/text/index.ts';

const estimate = (value: number, low: number, high: number): Estimate => ({
  value,
  low,
  high,
  level: 0.95,
  n: 100,
  method: 't',
});

describe('words', () => {
  it('carry a sign and no more digits than the error allows', () => {
    expect(changeText(estimate(0.0312, 0.012, 0.051), 100)).toBe('+3.1');
    expect(changeRange(estimate(0.0312, 0.012, 0.051), 100)).toBe('+1.2 to +5.1');
    expect(changeText(estimate(-12.345, -40, 15))).toBe('−10');
    expect(changeText(estimate(0, -0.1, 0.1))).toBe('0.00');
    expect(changeText({ ...estimate(0, 0, 0), n: 0 })).toBe('·');
    expect(valueText(estimate(0.4213, 0.4, 0.44))).toBe('0.42');
    expect(rangeText(estimate(0.4213, 0.4, 0.44))).toBe('0.40 to 0.44');
  });
  it('of chances and factors', () => {
    expect([0.00002, 0.0341, 0.5, 1, Number.NaN].map(chanceText)).toEqual([
      '<0.001',
      '0.034',
      '0.50',
      '1.00',
      '·',
    ]);
    expect([0.9, 4.21, 41.3, Infinity, Number.NaN].map(factorText)).toEqual([
      '×0.9',
      '×4.2',
      '×41',
      '×∞',
      '·',
    ]);
  });
});

describe('tables', () => {
  const rows = [{ label: 'A long label indeed', cells: ['1', '22', '333'] }];
  const text = (columns: number) =>
    tableRows({ head: ['What', 'one', 'two', 'three'], rows }, columns).map((row) => rowText(row).trimEnd());
  it('are flush right under their heads', () => {
    expect(text(60)).toEqual([
      ' What                 one  two  three',
      ' A long label indeed    1   22    333',
    ]);
  });
  it('are cut into several where the page is narrow, and cut long labels', () => {
    expect(text(32)).toEqual(
      [
        ' What                 one  two',
        ' A long label indeed    1   22',
        '',
        ' What                 three',
        ' A long label indeed    333',
      ].map((line) => expect.stringContaining(line.slice(0, 10))),
    );
    for (const line of text(32)) expect(line.length).toBeLessThanOrEqual(32);
    expect(tableRows({ head: ['a'], rows: [] }, 80)).toEqual([]);
  });
});

it('CSV quotes what must be, and leaves out what is not there', () => {
  expect(
    csvText({
      columns: ['a', 'b'],
      rows: [
        ['x,"y"', null],
        [Number.NaN, Infinity],
        [true, -1.5],
      ],
    }),
  ).toBe('a,b\r\n"x,""y""",\r\n,Inf\r\ntrue,-1.5\r\n');
});
