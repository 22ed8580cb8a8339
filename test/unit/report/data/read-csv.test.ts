/** Proves that tables come back as they were written (RFC 4180). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../../src/report/data/csv.ts';
import { readCsv } from '../../../../src/report/data/read-csv.ts';

describe('a table read back', () => {
  it.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a\n"x, ""y""\r\nz"\n', [['a'], ['x, "y"\r\nz']]],
    [
      'a,b\n,\n',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    [
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  it('whatever the words', () => {
    const word = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
          ),
        (rows) => {
          const [columns, ...rest] = rows as [string[], ...string[][]];
          expect(readCsv(csvText({ columns, rows: rest }))).toEqual(rows);
        },
      ),
      { seed: 8, numRuns: 100 },
    );
  });
});
