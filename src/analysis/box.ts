/** A box of factor values, and the runs in it. */
import type { Estimate } from './estimate.ts';
import { quasiP } from './quasi-p.ts';
import { wilson } from './wilson.ts';

/** Values of one factor by row: numbers, or places in a list of labels. */
export type FactorColumn =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'label'; readonly values: Uint16Array; readonly labels: number };

/** What a box allows of one factor: from `low` to `high`, both included; or some labels. */
export type Limit =
  | { readonly kind: 'number'; readonly low: number; readonly high: number }
  | { readonly kind: 'label'; readonly allowed: readonly boolean[] };

/** By factor; null where the box does not restrict it. */
export type Limits = readonly (Limit | null)[];

export interface Box {
  readonly limits: Limits;
  readonly cases: number;
  readonly hits: number;
  /** Part of all cases that lie in the box. */
  readonly mass: number;
  /** Part of all hits that lie in it. */
  readonly coverage: number;
  /** Part of its cases that are hits. */
  readonly density: number;
  readonly restrictions: number;
}

export const isInside = (limit: Limit | null, value: number): boolean => {
  if (limit === null) return true;
  return limit.kind === 'number' ? value >= limit.low && value <= limit.high : limit.allowed[value] === true;
};

/** The rows within limits. */
export function rowsWithin(columns: readonly FactorColumn[], limits: Limits): Uint32Array {
  const n = columns[0]?.values.length ?? 0;
  const inside: number[] = [];
  for (let row = 0; row < n; row += 1) {
    const isIn = columns.every(({ values }, i) => isInside(limits[i] ?? null, values[row] as number));
    if (isIn) inside.push(row);
  }
  return Uint32Array.from(inside);
}

/** A box from its limits, counted on the rows given: those it was found on, or fresh ones. */
export function boxOf(columns: readonly FactorColumn[], hits: Uint8Array, limits: Limits): Box {
  return boxFrom(rowsWithin(columns, limits), hits, limits);
}

/** The same, where the rows within are known. */
export function boxFrom(rows: Uint32Array, hits: Uint8Array, limits: Limits): Box {
  const inside = countHits(rows, hits);
  const all = hits.reduce((sum, hit) => sum + hit, 0);
  return {
    limits,
    cases: rows.length,
    hits: inside,
    mass: hits.length === 0 ? 0 : rows.length / hits.length,
    coverage: all === 0 ? 0 : inside / all,
    density: rows.length === 0 ? 0 : inside / rows.length,
    restrictions: limits.filter((limit) => limit !== null).length,
  };
}

export function countHits(rows: Uint32Array, hits: Uint8Array): number {
  let count = 0;
  for (const row of rows) count += hits[row] as number;
  return count;
}

export interface Restriction {
  readonly factor: number;
  readonly limit: Limit;
  /** The box without it. */
  readonly without: Box;
  readonly quasiP: number;
}

/** Each restriction of a box and what it does. */
export function restrictionsOf(
  columns: readonly FactorColumn[],
  hits: Uint8Array,
  box: Box,
): readonly Restriction[] {
  return box.limits.flatMap((limit, factor): readonly Restriction[] => {
    if (limit === null) return [];
    const without = boxOf(columns, hits, box.limits.with(factor, null));
    return [{ factor, limit, without, quasiP: quasiP(box, without) }];
  });
}

/** The box without the restrictions that do nothing: the least telling goes first, until all have a quasi-p below `most`. */
export function withoutIdle(columns: readonly FactorColumn[], hits: Uint8Array, box: Box, most = 0.05): Box {
  const [idlest] = [...restrictionsOf(columns, hits, box)].sort((a, b) => b.quasiP - a.quasiP);
  if (idlest === undefined || idlest.quasiP < most) return box;
  return withoutIdle(columns, hits, idlest.without, most);
}

/** Density and coverage on fresh rows, with Wilson's intervals: a box flatters itself on the rows it was found on. */
export function freshTest(
  columns: readonly FactorColumn[],
  hits: Uint8Array,
  limits: Limits,
  level = 0.95,
): { readonly box: Box; readonly density: Estimate; readonly coverage: Estimate } {
  const box = boxOf(columns, hits, limits);
  const all = hits.reduce((sum, hit) => sum + hit, 0);
  return {
    box,
    density: wilson(box.hits, box.cases, level),
    coverage: wilson(box.hits, all, level),
  };
}
