/** Dates and days inside the clock, and the steps they fall in. */
import { dayOf, formatDate, parseDate } from '../clock.ts';
import type { ScalarNode } from '../document.ts';
import type { Time } from '../model.ts';
import type { Check } from './check.ts';

/** Slack for steps of a third or tenth of a day, so that a date at a step's start falls in that step. */
const SLACK = 1e-9;

/** A day since the start; `wholeDay` for a date without a time. */
export interface Day {
  readonly day: number;
  readonly wholeDay: boolean;
}

/** The step that contains a day. */
export const stepAt = (time: Time, day: number): number => Math.floor(day / time.stepDays + SLACK);

/** The first step that starts on or after a day. */
export const firstStepFrom = (time: Time, { day }: Day): number =>
  Math.max(0, Math.ceil(day / time.stepDays - SLACK));

/** The last step that starts on or before a day, or within it where it is a whole one. */
export function lastStepUntil(time: Time, { day, wholeDay }: Day): number {
  const last = wholeDay ? Math.ceil((day + 1) / time.stepDays - SLACK) - 1 : stepAt(time, day);
  return Math.min(last, time.steps - 1);
}

/**
 * Reads `2022-01-04`, `2022-01-04T18:00` or a number of days since the start; null after a fault, and when
 * the clock itself is faulty. `wholeDays`: a date without a time is that whole day, which may have begun
 * before a clock that starts at noon; else it is its midnight.
 */
export function readDay(
  check: Check,
  node: ScalarNode,
  { wholeDays = false }: { readonly wholeDays?: boolean } = {},
): Day | null {
  const { time } = check;
  const day = typeof node.value === 'number' ? { day: node.value, wholeDay: false } : readDate(check, node);
  if (day === null || !check.clockKnown) return null;
  const reach = wholeDays && day.wholeDay ? day.day + 1 - SLACK : day.day;
  if (reach >= 0 && day.day < time.horizonDays - SLACK) return day;
  const text = typeof node.value === 'number' ? `day ${node.text}` : node.text;
  check.report.add(node.origin, {
    code: 'date-outside-clock',
    message: `${text} lies ${day.day < 0 ? 'before the start' : 'at or after the end'} of the scenario's time`,
    mend: `Time runs from ${formatDate(time, 0)} (day 0) up to, not including, ${formatDate(time, time.horizonDays)} (day ${time.horizonDays}).`,
  });
  return null;
}

function readDate(check: Check, node: ScalarNode): Day | null {
  const moment = parseDate(node.text);
  if (moment !== null) return { day: dayOf(check.time, moment), wholeDay: moment.wholeDay };
  check.report.add(node.origin, {
    code: 'bad-date',
    message: `\`${node.text}\` is not a date`,
    mend: 'Write year-month-day, such as 2022-01-04 or 2022-01-04T18:00, without a zone.',
  });
  return null;
}
