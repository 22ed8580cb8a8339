/** The design of variance-based indices (Saltelli et al. 2010, Computer Physics Communications 181, 259-270, table 2). */
import type { Key } from '../../random/index.ts';
import { type SaltelliDesign, SUPPORTS, type UnitPoint } from './design.ts';
import { scrambledSobolPoints } from './sobol-sequence.ts';

/** B's block for factor i: every row of `rows` with factor i taken from `others`. */
function mixed(
  rows: readonly UnitPoint[],
  others: readonly UnitPoint[],
  factor: number,
): readonly UnitPoint[] {
  return rows.map((row, i) => row.with(factor, others[i]?.[factor] as number));
}

/** The blocks A, B, A with each factor from B, and for second order B with each factor from A. */
export function saltelliBlocks(
  a: readonly UnitPoint[],
  b: readonly UnitPoint[],
  secondOrder: boolean,
): readonly UnitPoint[] {
  const factors = (a[0] ?? []).map((_, factor) => factor);
  return [
    ...a,
    ...b,
    ...factors.flatMap((factor) => mixed(a, b, factor)),
    ...(secondOrder ? factors.flatMap((factor) => mixed(b, a, factor)) : []),
  ];
}

/**
 * base · (dimensions + 2) points, or base · (2·dimensions + 2) for second order. A and B are the two halves of a
 * scrambled Sobol sequence of twice as many dimensions; a `base` that is a power of two uses it best.
 * @throws RangeError with more than 100 dimensions.
 */
export function saltelli(
  key: Key,
  {
    dimensions,
    base,
    secondOrder = false,
  }: {
    readonly dimensions: number;
    readonly base: number;
    readonly secondOrder?: boolean;
  },
): SaltelliDesign {
  const rows = scrambledSobolPoints(key, 2 * dimensions, base);
  const a = rows.map((row) => row.slice(0, dimensions));
  const b = rows.map((row) => row.slice(dimensions));
  const points = saltelliBlocks(a, b, secondOrder);
  return { kind: 'saltelli', dimensions, points, supports: SUPPORTS.saltelli, base, secondOrder };
}
