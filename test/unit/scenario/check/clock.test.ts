// Dates are pure arithmetic on the proleptic Gregorian calendar; spans of dates take the steps that the language says.
import { describe, expect, it } from 'vitest';
import { formatMoment, parseDate } from '../../../../src/scenario/clock.ts';
import { formatDate, type Time } from '../../../../src/scenario/index.ts';
import { soundScenario } from './scenario-text.ts';

const DAY = 1440;

describe('parseDate and formatMoment', () => {
  it('agree with the calendar of the engine on every day from 1600 to 2399', () => {
    const from = parseDate('1600-01-01')!.minutes;
    const start = Date.UTC(1600, 0, 1);
    for (let day = 0; day < 292_194; day++) {
      const iso = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
      const moment = parseDate(iso);
      if (moment?.minutes !== from + day * DAY || formatMoment(moment.minutes) !== `${iso}T00:00`) {
        expect.fail(`${iso}: ${moment?.minutes}`);
      }
    }
  });

  it.each([
    '2022-1-4',
    '2022-13-01',
    '2022-00-10',
    '2022-04-31',
    '2023-02-29',
    '2022-01-04T24:00',
    '2022-01-04 18:00',
  ])('refuses %s', (text) => expect(parseDate(text)).toBeNull());

  it('tells a whole day from a moment', () => {
    expect(parseDate('2022-01-04')?.wholeDay).toBe(true);
    expect(parseDate('2022-01-04T00:00')?.wholeDay).toBe(false);
  });
});

describe('formatDate', () => {
  const time = (start: string, stepDays: number): Time => ({
    start,
    stepDays,
    steps: 10,
    horizonDays: 10 * stepDays,
  });
  it.each([
    ['whole days', time('2022-01-02T00:00', 1), 30, '2022-02-01'],
    ['weeks', time('2022-01-02T00:00', 7), 14, '2022-01-16'],
    ['quarters of a day', time('2022-01-02T00:00', 0.25), 2.75, '2022-01-04T18:00'],
    ['a start at noon', time('2022-01-02T12:00', 1), 2, '2022-01-04T12:00'],
    [
      'thirds of a day, to the minute',
      time('2022-01-02T00:00', 1 / 3),
      3 * (1 / 3) + 1 / 3,
      '2022-01-03T08:00',
    ],
    ['into a leap day', time('2024-02-28T00:00', 1), 1, '2024-02-29'],
    ['past the year 9999', time('9999-12-31T00:00', 1), 1, '10000-01-01'],
    ['over the turn of a century', time('1899-12-31T00:00', 1), 60, '1900-03-01'],
  ])('%s', (_, clock, day, expected) => expect(formatDate(clock, day)).toBe(expected));
});

describe('steps of dates', () => {
  const withShock = (time: string, date: string) =>
    soundScenario(`time: ${time}\nshocks: { s: { ${date} } }`).shocks[0]!.trigger;
  const quarters = '{ start: 2022-01-02, step: 6 hours, horizon: 10 days }';
  it.each([
    ['a midnight', quarters, 'date: 2022-01-03', { step: 4, day: 1 }],
    ['within a step', quarters, 'date: 2022-01-03T07:30', { step: 5, day: 1.3125 }],
    ['a number of days', quarters, 'day: 2.5', { step: 10, day: 2.5 }],
    [
      'a start of a step of a third, where 1/3 is not exact',
      '{ start: 2022-01-02, step: 8 hours, horizon: 10 days }',
      'date: 2022-01-04T08:00',
      { step: 7 },
    ],
    [
      'weeks',
      '{ start: 2022-01-02, step: 1 week, horizon: 4 weeks }',
      'date: 2022-01-10',
      { step: 1, day: 8 },
    ],
    [
      'a clock that starts in the evening',
      '{ start: 2022-01-02T18:00, step: 6 hours, horizon: 3 days }',
      'date: 2022-01-03',
      { step: 1, day: 0.25 },
    ],
  ])('%s', (_, time, date, expected) =>
    expect(withShock(time, date)).toMatchObject({ kind: 'date', ...expected }),
  );

  const fixed = (time: string, span: string) =>
    soundScenario(
      `time: ${time}\ndecisions: { d: { ask: { day: 1 }, options: { a: {}, b: {} } } }\nvariants: { v: { decide: { d: { option: b, ${span} } } } }`,
    ).variants[0]!.decide[0]!.fixed;
  it.each([
    [
      'whole days, both included',
      quarters,
      'from: 2022-01-03, until: 2022-01-04',
      { fromStep: 4, untilStep: 11 },
    ],
    ['moments', quarters, 'from: 2022-01-03T06:00, until: 2022-01-04T06:00', { fromStep: 5, untilStep: 9 }],
    [
      'moments within steps',
      quarters,
      'from: 2022-01-03T07:00, until: 2022-01-04T07:00',
      { fromStep: 6, untilStep: 9 },
    ],
    ['open to the end', quarters, 'from: 2022-01-11', { fromStep: 36, untilStep: 39 }],
    ['open from the start', quarters, 'until: 2022-01-02', { fromStep: 0, untilStep: 3 }],
    [
      'a first day that began before the clock',
      '{ start: 2022-01-02T18:00, step: 6 hours, horizon: 3 days }',
      'from: 2022-01-02, until: 2022-01-02',
      { fromStep: 0, untilStep: 0 },
    ],
    [
      'weeks that start within',
      '{ start: 2022-01-02, step: 1 week, horizon: 4 weeks }',
      'from: 2022-01-04, until: 2022-01-17',
      { fromStep: 1, untilStep: 2 },
    ],
  ])('%s', (_, time, span, expected) => expect(fixed(time, span)).toEqual({ option: 1, ...expected }));
});
