/** Estimates of changes and chances in a table's words: no more digits than the error allows. */
import type { Estimate } from '../../analysis/index.ts';
import { CANNOT_TELL, ofHundred, rounded, stepFor } from '../text/index.ts';

const half = ({ low, high }: Estimate): number => (high - low) / 2;

const signed = (text: string, value: number): string => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text);

/** What an estimate's numbers are multiplied by and rounded to. */
interface Scale {
  readonly by: number;
  readonly step: number;
}

/** One digit finer than the error, so that an interval's end beside 0 is seen to be beside it. */
const scaleOf = (estimate: Estimate, by: number): Scale => ({ by, step: stepFor((by * half(estimate)) / 4) });

/** `+3.1`, `−0.4`. @param by 100 for points of a hundred. */
export function changeText(change: Estimate, by = 1): string {
  if (change.n === 0) return CANNOT_TELL;
  const { step } = scaleOf(change, by);
  return signed(rounded(by * change.value, step), change.value);
}

/** `+2.3 to +3.9`. */
export function changeRange(change: Estimate, by = 1): string {
  if (change.n === 0 || !Number.isFinite(change.low + change.high)) return CANNOT_TELL;
  const { step } = scaleOf(change, by);
  return [change.low, change.high].map((end) => signed(rounded(by * end, step), end)).join(' to ');
}

/** `0.42`, `0.42 to 0.47` of an index or a place. */
export function valueText(estimate: Estimate): string {
  return estimate.n === 0 ? CANNOT_TELL : rounded(estimate.value, stepFor(half(estimate)));
}

/** A row of means in a table; of a yes or no, of 100 runs. */
export const meanCells = (means: readonly (Estimate | null)[], boolean: boolean): readonly string[] =>
  boolean ? means.map((mean) => (mean === null ? CANNOT_TELL : ofHundred(mean))) : rowOfValues(means);

/** All to the digits of the least sure; `·` where there is none. */
function rowOfValues(estimates: readonly (Estimate | null)[]): readonly string[] {
  const steps = estimates.map((one) => (one === null || one.n < 2 ? 0 : stepFor(half(one) / 2)));
  const step = Math.max(0, ...steps.filter(Number.isFinite));
  return estimates.map((one) => (one === null ? CANNOT_TELL : rounded(one.value, step)));
}

export function rangeText(estimate: Estimate): string {
  if (estimate.n === 0) return CANNOT_TELL;
  const step = stepFor(half(estimate));
  return `${rounded(estimate.low, step)} to ${rounded(estimate.high, step)}`;
}

/** `0.034`, `<0.001`. */
export function chanceText(p: number): string {
  if (Number.isNaN(p)) return CANNOT_TELL;
  if (p < 0.001) return '<0.001';
  return p < 0.1 ? p.toFixed(3) : p.toFixed(2);
}

/** `×4.2`, `×120`, for what common luck saved. */
export function factorText(factor: number): string {
  if (Number.isNaN(factor)) return CANNOT_TELL;
  if (factor === Infinity) return '×∞';
  return factor < 10 ? `×${factor.toFixed(1)}` : `×${rounded(factor, 1)}`;
}

/** An index that may be 0 is never shown as a number below it: only how large it could be. */
export function indexText({ value, low, high }: Estimate): readonly [string, string] {
  const step = stepFor((high - low) / 4);
  if (low <= 0) return ['·', `up to ${rounded(Math.max(0, high), step)}`];
  // An unbiased share may come out above all there is.
  const [most, end] = [Math.min(1, value), Math.min(1, high)];
  return [rounded(most, step), `${rounded(Math.min(1, low), step)} to ${rounded(end, step)}`];
}
