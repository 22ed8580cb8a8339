// Proves how bars, areas, histograms and box lines are drawn, and that they are as wide as they are said to be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaRows,
  bar,
  barScale,
  boxLine,
  histogramRows,
  resample,
  rowText,
  textWidth,
} from '../../../../src/report/index.ts';

const drawn = (value: number, low: number, high: number, width = 10) =>
  rowText(bar({ value, low, high }, width, {}));

describe('bar', () => {
  test.each([
    ['nothing', drawn(0, 0, 0), '          '],
    ['half', drawn(0.5, 0.5, 0.5), '█████     '],
    ['all', drawn(1, 1, 1), '██████████'],
    ['a tip of an eighth', drawn(0.5125, 0.5125, 0.5125), '█████▏    '],
    ['however little', drawn(0.0001, 0, 0.001), '▏         '],
    ['half-tone and whisker', drawn(0.55, 0.3, 0.9), '███▓▓▌──┤ '],
    ['a whisker alone', drawn(0, 0, 0.4), '───┤      '],
    ['an interval within a column', drawn(0.55, 0.545, 0.555), '█████▌    '],
    ['beyond the scale', drawn(1.4, 1.2, 1.6), '██████████'],
  ])('%s', (_, text, wanted) => {
    expect(text).toBe(wanted);
  });

  test('is exactly as wide as asked', () => {
    const fraction = fc.double({ min: 0, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(fraction, fraction, fraction, fc.integer({ min: 1, max: 60 }), (a, b, c, width) => {
        const [low, value, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        expect(textWidth(drawn(value, low, high, width))).toBe(width);
      }),
    );
  });

  test('the scale has three steps', () => {
    expect([0, 0.25, 0.26, 0.5, 0.51, 1].map(barScale)).toEqual([0.25, 0.25, 0.5, 0.5, 1, 1]);
  });
});

describe('areas', () => {
  test('a blank is none, a dot a few, all but an eighth of the row all', () => {
    expect(areaRows([0, 0.01, 0.13, 0.5, 1], { width: 5, height: 1 })).toEqual([' ·▁▄▇']);
  });
  test('the second row begins where the first is full', () => {
    expect(areaRows([0, 0.01, 0.25, 0.5, 0.75, 1], { width: 6, height: 2 })).toEqual(['    ▃▇', ' ·▄███']);
  });
  test('stretches are averaged', () => {
    expect(resample([0, 0, 1, 1, 0.5], 2)).toEqual([0, (1 + 1 + 0.5) / 3]);
  });
  test('with few values columns take the nearest', () => {
    expect(resample([0, 1], 4)).toEqual([0, 0, 1, 1]);
    expect(resample([0.7], 3)).toEqual([0.7, 0.7, 0.7]);
  });
});

describe('histograms', () => {
  test('the tallest bin leaves an eighth free, any run shows, an empty bin is blank', () => {
    expect(histogramRows([16, 8, 0, 1], { width: 4, height: 2 })).toEqual(['▇   ', '██ ▁']);
  });
  test('bins are as many columns each as there is room for', () => {
    expect(histogramRows([2, 1], { width: 5, height: 1 })).toEqual(['▇▇▄▄']);
  });
  test('more bins than columns are put together', () => {
    expect(histogramRows([1, 1, 2, 2], { width: 2, height: 1 })).toEqual(['▄▇']);
  });
});

describe('box lines', () => {
  const range = { low: 0, high: 10, width: 10 };
  test('quantiles in their columns', () => {
    expect(boxLine([1, 3, 4, 6, 9], range)).toBe(' ├─━┿━━──┤');
  });
  test('all at one value', () => {
    expect(boxLine([4, 4, 4, 4, 4], range)).toBe('    ┼     ');
  });
  test('no value', () => {
    expect(boxLine([null, null, null, null, null], range)).toBe('');
  });
  test('a range of one value', () => {
    expect(boxLine([4, 4, 4, 4, 4], { low: 4, high: 4, width: 3 })).toBe('┼  ');
  });
});
