/** An entry of the real timeline in words, the same in every report. */
import type { TimelineFinding } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { dateText, rounded } from '../text/index.ts';

/** `4 Jan`, `4 Jan to 6 Jan`; null for an entry without a date. */
export function datesOf({ time }: Scenario, { entry: { from, to } }: TimelineFinding): string | null {
  if (from === null) return null;
  const first = dateText(time.start, from);
  const last = to === null ? first : dateText(time.start, to);
  return first === last ? first : `${first} to ${last}`;
}

/** What the runs gave for the measure of an entry, and what it really was where that is known. */
export function measuredWords(
  { entry }: TimelineFinding,
  measured: NonNullable<TimelineFinding['measured']>,
): string {
  const [low, middle, high] = measured.map((value) => rounded(Number(value.toPrecision(2)), 0));
  const real = entry.value === null ? '' : `; really ${rounded(entry.value, 0)}`;
  return `${middle} in the middle run, ${low} to ${high} in 90 of 100${real}`;
}
