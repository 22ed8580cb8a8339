// Proves dates and axes over time: no locale, no time zone, labels that do not touch.
import { describe, expect, test } from 'vitest';
import {
  columnOfDay,
  dateText,
  dayTicks,
  momentText,
  tickLabels,
  tickLine,
} from '../../../../src/report/index.ts';

describe('dates', () => {
  test.each([
    ['2022-01-02', 0, '2 Jan'],
    ['2022-01-02T00:00', 2.75, '4 Jan'],
    ['2022-01-02T18:00', 0.25, '3 Jan'],
    ['2022-01-02', 30, '1 Feb'],
    ['2024-02-28', 1, '29 Feb'],
    ['1917-12-31', 1, '1 Jan'],
    [null, 2.5, 'day 2.5'],
    ['not a date', 3, 'day 3'],
  ])('%s and %d days is %s', (start, day, wanted) => {
    expect(dateText(start, day)).toBe(wanted);
  });

  test('hours are said where there are some', () => {
    expect(momentText('2022-01-02', 2.75)).toBe('4 Jan 18:00');
    expect(momentText('2022-01-02', 3)).toBe('5 Jan');
    expect(momentText('2022-01-02T06:30', 0)).toBe('2 Jan 06:30');
    // A third of a day is not a whole number of minutes in floating point.
    expect(momentText('2022-01-02', 1 / 3)).toBe('2 Jan 08:00');
  });
});

describe('axes', () => {
  test.each([
    [0.5, 40],
    [1, 60],
    [7, 20],
    [30, 48],
    [30, 190],
    [365, 60],
    [3650, 60],
    [100_000, 60],
  ])('labels of %d days on %i columns stand apart and under their marks', (horizon, width) => {
    const ticks = dayTicks('2022-01-02', horizon, width);
    const labels = tickLabels(ticks, width);
    const line = tickLine(ticks, width);
    expect(labels).toHaveLength(width);
    expect(line).toHaveLength(width);
    for (const { column, label } of ticks) {
      expect(labels.slice(column, column + label.length)).toBe(label);
      expect(line[column]).toBe('┬');
      if (column > 0) expect(labels[column - 1]).toBe(' ');
    }
  });

  test('a day has the column of its stretch; the last day is still on the chart', () => {
    expect(columnOfDay(0, 30, 60)).toBe(0);
    expect(columnOfDay(15, 30, 60)).toBe(30);
    expect(columnOfDay(30, 30, 60)).toBe(59);
  });
});
