/** Shares and changes of a hundred futures, in whole numbers. */
import type { Estimate } from '../../analysis/index.ts';

/** `31`; what is not quite nothing or all is told so. */
export function hundred({ value }: Pick<Estimate, 'value'>): string {
  if (value > 0 && value < 0.005) return '<1';
  return value < 1 && value > 0.995 ? '>99' : String(Math.round(100 * value));
}

/** `+19 (+15 to +23)`, in points. */
export function points({ value, low, high }: Estimate): string {
  const signed = (share: number): string => {
    const whole = Math.round(100 * share);
    return whole === 0 ? '0' : `${whole > 0 ? '+' : '−'}${Math.abs(whole)}`;
  };
  return `${signed(value)} (${signed(low)} to ${signed(high)})`;
}
