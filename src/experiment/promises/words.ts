/** Promises and what the runs say of them, in words. */
import type { Estimate } from '../../analysis/index.ts';
import type { Bound } from '../../scenario/index.ts';

/** How a quantity is written. */
export type Write = (value: number) => string;

/** Four significant digits. */
const figure = (value: number): string => String(Number(value.toPrecision(4)));

export const share: Write = (value) => `${figure(100 * value)} %`;

/** A difference of shares, in runs of a hundred. */
export const points: Write = (value) => `${value > 0 ? '+' : ''}${figure(100 * value)} points`;

export const inUnit =
  (unit: string | null): Write =>
  (value) =>
    unit === null ? figure(value) : `${figure(value)} ${unit}`;

export function boundInWords(bound: Bound, write: Write): string {
  if (bound.kind === 'equals') return `${write(bound.value)}, to within ${write(bound.within)}`;
  if (bound.high === Infinity) return `at least ${write(bound.low)}`;
  if (bound.low === -Infinity) return `at most ${write(bound.high)}`;
  return `${write(bound.low)} to ${write(bound.high)}`;
}

/** `31.2 % (30.1 % to 32.4 %)`. */
export function estimateInWords(estimate: Estimate | null, write: Write): string {
  if (estimate === null || Number.isNaN(estimate.value)) return 'no run has a value';
  const end = (value: number): string => (Number.isFinite(value) ? write(value) : 'unknown');
  return `${write(estimate.value)} (${end(estimate.low)} to ${end(estimate.high)})`;
}
