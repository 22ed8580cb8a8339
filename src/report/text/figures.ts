/** Numbers with no more digits than their error allows. */

/** `10,000`; a whole number. */
export function grouped(value: number): string {
  const digits = String(Math.abs(Math.round(value)));
  const marked = digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return value < 0 && Math.round(value) !== 0 ? `−${marked}` : marked;
}

/**
 * The step to round to: the power of ten next below twice the error (±0.9 → 1, ±0.3 → 0.1, ±7 → 10), so
 * that rounding adds no more than the error already is. `error` 0 means exact.
 */
export function stepFor(error: number): number {
  if (!(error > 0)) return 0;
  let step = 1;
  while (step > 2 * error && step > 1e-12) step /= 10;
  while (step * 10 <= 2 * error && step < 1e12) step *= 10;
  return step;
}

/** Places behind the point that a step needs. */
export function decimalsOf(step: number): number {
  let places = 0;
  for (let one = step; one < 0.999 && places < 12; one *= 10) places += 1;
  return places;
}

const MOST_DIGITS = 15;

/** A value written to a step; thousands grouped, a true minus. */
export function rounded(value: number, step: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '·';
  if (Math.abs(value) >= 1e15) return scientific(value);
  if (step === 0) return exact(value);
  if (step >= 1) return grouped(Math.round(value / step) * step);
  const places = decimalsOf(step);
  const [whole = '0', rest = ''] = Math.abs(value).toFixed(places).split('.');
  const zero = Number(whole) === 0 && Number(rest) === 0;
  return `${value < 0 && !zero ? '−' : ''}${grouped(Number(whole))}.${rest}`;
}

/** A number that has no error, in at most four significant digits and as few as say it. */
function exact(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return grouped(value);
  const short = Number(value.toPrecision(4));
  if (short !== 0 && Math.abs(short) < 1e-4) return scientific(value);
  const [whole = '0', rest] = String(Math.abs(short)).split('.');
  const text = grouped(Number(whole)) + (rest === undefined ? '' : `.${rest}`);
  return short < 0 ? `−${text}` : text;
}

function scientific(value: number): string {
  const [digits = '0', power = '0'] = value.toExponential(2).split('e');
  const sign = power.startsWith('-') ? '−' : '';
  return `${digits.replace('-', '−')}e${sign}${power.replace(/[+-]/, '')}`.slice(0, MOST_DIGITS);
}

/** The place of an error's one digit: 0.1 for ±0.31, 0.01 for ±0.0098, which is written ±0.01. */
export function errorStep(error: number): number {
  if (!(error > 0)) return 0;
  const size = 10 ** Math.floor(Math.log10(error));
  return Math.round(error / size) === 10 ? size * 10 : size;
}

/** An error as people write it after `±`: one digit (0.98 → `1`, 0.31 → `0.3`, 23 → `20`). */
export function errorText(error: number): string {
  if (!(error > 0)) return '0';
  const step = errorStep(error);
  return rounded(Math.round(error / step) * step, step);
}

/** `7 s`, `4 min`, `2 h 10 min`; for the time that is left. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  if (minutes < 100) return `${minutes} min`;
  if (minutes < 60 * 48) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.round(minutes / 1440)} days`;
}
