/** Numbers of figures as they are written beside them. */
import type { Estimate } from '../../analysis/index.ts';
import { ofHundred, rounded, stepFor } from '../text/index.ts';

/** To ten significant digits: more is noise that makes files differ in nothing one could see. */
export const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(10)) : 0);

export const hundred = (share: number): number => tidy(100 * share);

const half = ({ low, high }: Estimate): number => (high - low) / 2;

/** A share and its interval as points of a curve have them. */
export const ofHundredRuns = ({
  value,
  low,
  high,
}: Estimate): { readonly hundred: number; readonly low: number; readonly high: number } => ({
  hundred: hundred(value),
  low: hundred(low),
  high: hundred(high),
});

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** Round numbers of a hundred from `low` to `high`, eight at most. */
export function ticksOfHundred(low: number, high: number): readonly number[] {
  const step = STEPS.find((one) => (high - low) / one <= 7) ?? 20;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => tidy((first + i) * step));
}

/** `36–40`, of 100. */
export function rangeOfHundred({ low, high }: Estimate): string {
  const step = Math.min(1, stepFor(50 * (high - low)));
  return [low, high].map((end) => rounded(100 * end, step)).join('–');
}

/** `38 (36–40)`, of 100 runs. */
export const shareText = (share: Estimate): string =>
  share.n === 0 ? 'no runs' : `${ofHundred(share)} (${rangeOfHundred(share)})`;

/** `38 of 100 runs (36 to 40)`. */
export const shareSaid = (share: Estimate): string =>
  share.n === 0
    ? 'no runs'
    : `${ofHundred(share)} of 100 runs (${rangeOfHundred(share).replace('–', ' to ')})`;

const signed = (text: string, value: number): string => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text);

/** `+13 (+11 to +15)`. @param by 100 for points of a hundred. */
export function changeText(change: Estimate, by: number): string {
  const step = stepFor((by * half(change)) / 4);
  const [value, low, high] = [change.value, change.low, change.high].map((one) =>
    signed(rounded(by * one, step), one),
  );
  return `${value} (${low} to ${high})`;
}

/** `0.42 (0.38 to 0.46)`. */
export function indexText({ value, low, high }: Estimate, by = 1): string {
  const step = stepFor((by * (high - low)) / 8);
  return `${rounded(by * value, step)} (${rounded(by * low, step)} to ${rounded(by * high, step)})`;
}

/** A value of a parameter: three digits, or a choice's name. */
export const valueText = (value: number | string): string =>
  typeof value === 'string' ? value : rounded(Number(value.toPrecision(3)), 0);

/** The ends of a range: as many digits as tell a hundredth of it. */
export function endTexts(low: number, high: number): readonly [string, string] {
  const step = stepFor((high - low) / 200);
  return [rounded(low, step), rounded(high, step)];
}

/** Whether an estimate is clear of 0. */
export const isClear = ({ low, high, n }: Estimate): boolean => n > 0 && (low > 0 || high < 0);
