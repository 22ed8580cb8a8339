/** Dates of a scenario by pure arithmetic: proleptic Gregorian, no zone, no `Date`. */
import type { Time } from './model.ts';

const MINUTES_PER_DAY = 1440;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A moment in minutes since 0000-03-01T00:00. `wholeDay`: the text gave a date without a time. */
export interface Moment {
  readonly minutes: number;
  readonly wholeDay: boolean;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

/** Days since 0000-03-01: years that begin in March put the leap day last, so months need no table. */
function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1;
}

function civil(days: number): { year: number; month: number; day: number } {
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Reads `2022-01-04` or `2022-01-04T18:00`; null when it is neither or no such day exists. */
export function parseDate(text: string): Moment | null {
  const parts = DATE.exec(text.trim());
  if (parts === null) return null;
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return null;
  return {
    minutes: dayNumber(year, month, day) * MINUTES_PER_DAY + hour * 60 + minute,
    wholeDay: parts[4] === undefined,
  };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** ISO 8601 without zone, `2022-01-04T18:00`. */
export function formatMoment(minutes: number): string {
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const rest = minutes - days * MINUTES_PER_DAY;
  const { year, month, day } = civil(days);
  const clock = `${pad(Math.floor(rest / 60), 2)}:${pad(rest % 60, 2)}`;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${clock}`;
}

const startMinutes = (time: Pick<Time, 'start'>): number => parseDate(time.start)?.minutes ?? 0;

/** Days from the scenario's start to a moment; negative before it. */
export const dayOf = (time: Pick<Time, 'start'>, moment: Moment): number =>
  (moment.minutes - startMinutes(time)) / MINUTES_PER_DAY;

/**
 * The date on which `day` (days since the start) falls, to the minute: `2022-01-04`, or
 * `2022-01-04T18:00` in a scenario whose steps do not all start at midnight.
 */
export function formatDate(time: Time, day: number): string {
  const start = startMinutes(time);
  const text = formatMoment(Math.round(start + day * MINUTES_PER_DAY));
  const stepsAtMidnight = start % MINUTES_PER_DAY === 0 && Number.isInteger(time.stepDays);
  return stepsAtMidnight ? text.slice(0, text.indexOf('T')) : text;
}
