/** A distribution against the range of its parameter. */
import { massWithin } from '../../random/index.ts';
import type { Distribution } from '../model.ts';
import type { Fault } from './report.ts';

/** A smaller share of a distribution than this cannot be drawn from. */
const LEAST_MASS = 1e-24;

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** `0 to 1`, `0 and above`, `any number`. */
export function rangeText({ low, high }: Range): string {
  if (low === -Infinity) return high === Infinity ? 'any number' : `${high} and below`;
  return high === Infinity ? `${low} and above` : `${low} to ${high}`;
}

/**
 * Why a distribution cannot be truncated to the range, or null. A `choice` is never truncated.
 * `centre`: the one written in the file, null where it is the baseline or there is none.
 */
export function truncationFault(
  distribution: Distribution,
  range: Range,
  centre: number | null,
): Fault | null {
  if (distribution.kind === 'choice') {
    const outside = distribution.values.find((value) => value < range.low || value > range.high);
    if (outside === undefined) return null;
    return {
      code: 'impossible-distribution',
      message: `the choice ${outside} lies outside the range, ${rangeText(range)}`,
      mend: 'Widen the range or change the choice: choices are not cut to the range.',
    };
  }
  if (centre !== null && (centre < range.low || centre > range.high)) {
    return {
      code: 'impossible-distribution',
      message: `the centre of the distribution, ${centre}, lies outside the range, ${rangeText(range)}`,
      mend: 'Move the centre into the range, or widen the range.',
    };
  }
  if (massWithin(distribution, range.low, range.high) > LEAST_MASS) return null;
  return {
    code: 'impossible-distribution',
    message: `the distribution has no mass in the range, ${rangeText(range)}`,
    mend: 'Move the distribution or the range so that they overlap.',
  };
}
