/** Numbers and dates of a scenario in a document: as the file has them, with a true minus. */
import { formatDate, type Time } from '../../scenario/index.ts';

/** Four significant digits; whole numbers and what is short stay as they are. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const exact = String(value);
  return (exact.length <= 6 ? exact : String(Number(value.toPrecision(4)))).replaceAll('-', '−');
}

/** `0.35 %`. */
export const percentage = (share: number): string => `${figure(Number((100 * share).toPrecision(4)))} %`;

/** Bounds or a range: `0 to 1`, `at least 0`, `any number`. */
export function rangeWords(low: number, high: number): string {
  if (low === -Infinity && high === Infinity) return 'any number';
  if (high === Infinity) return `at least ${figure(low)}`;
  if (low === -Infinity) return `at most ${figure(high)}`;
  return `${figure(low)} to ${figure(high)}`;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `one region`, `12 regions`; the plural in full where it is irregular. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${SMALL[count] ?? String(count)} ${count === 1 ? noun : plural}`;
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `2022-01-04`, `2022-01-04 18:00`; without the hour at midnight. */
export const dateWords = (time: Time, day: number): string =>
  formatDate(time, day).replace('T00:00', '').replace('T', ' ');

/** `6 hours`, `1 day`, `45 days`. */
export function daysWords(days: number): string {
  const hours = days * 24;
  if (days > 0 && days < 1 && Math.abs(hours - Math.round(hours)) < 1e-9) {
    return Math.round(hours) === 1 ? '1 hour' : `${Math.round(hours)} hours`;
  }
  return days === 1 ? '1 day' : `${figure(days)} days`;
}
