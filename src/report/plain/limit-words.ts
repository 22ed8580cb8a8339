/** Boxes in words: `Loyalty is below 0.42 and Sponsor is gangs or faction`. */
import type { Limit, Limits } from '../../analysis/index.ts';
import { rounded } from '../text/index.ts';

type Factors = readonly { readonly label: string; readonly labels: readonly string[] | null }[];

/** Three digits say where a box ends; it is not known better. */
const place = (value: number): string => rounded(Number(value.toPrecision(3)), 0);

export function limitWords(limit: Limit, labels: readonly string[] | null): string {
  if (limit.kind === 'label') {
    const allowed = limit.allowed.flatMap((isIn, i) => (isIn ? [labels?.[i] ?? String(i)] : []));
    return allowed.join(' or ');
  }
  if (limit.low === -Infinity) return `below ${place(limit.high)}`;
  if (limit.high === Infinity) return `above ${place(limit.low)}`;
  return `from ${place(limit.low)} to ${place(limit.high)}`;
}

/** `anything goes` without any limit. */
export function boxWords(limits: Limits, factors: Factors): string {
  const parts = limits.flatMap((limit, i) =>
    limit === null ? [] : [`${factors[i]!.label} is ${limitWords(limit, factors[i]!.labels)}`],
  );
  return parts.length === 0 ? 'anything goes' : parts.join(' and ');
}
