/** Mean and spread of a stream of numbers, taken one by one in run order, so that no chunking shows in the last bit. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared deviations from the mean. */
  readonly squares: number;
  /** Infinity and -Infinity while there are no values. */
  readonly low: number;
  readonly high: number;
}

export const NO_MOMENTS: Moments = { count: 0, mean: 0, squares: 0, low: Infinity, high: -Infinity };

/** Welford's recurrence (Welford 1962, Technometrics 4, 419–420): stable where a sum of squares is not. */
export function withValues(before: Moments, values: Float64Array): Moments {
  let { count, mean, squares, low, high } = before;
  for (const value of values) {
    count += 1;
    const off = value - mean;
    mean += off / count;
    squares += off * (value - mean);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { count, mean, squares, low, high };
}

/** Variance with divisor n − 1; 0 for fewer than two values. */
export const variance = ({ count, squares }: Moments): number => (count < 2 ? 0 : squares / (count - 1));
