/**
 * Scenario discovery: boxes of factor values in which an outcome concentrates, by the patient rule induction method
 * (Friedman and Fisher 1999, Statistics and Computing 9, 123-143; for scenarios Bryant and Lempert 2010).
 */
import {
  type Box,
  boxFrom,
  countHits,
  type FactorColumn,
  isInside,
  type Limit,
  type Limits,
  rowsWithin,
} from './box.ts';
import { peelQuantile } from './peel-quantile.ts';

export interface PrimOptions {
  /** Part of a box's cases that a step takes off, at least. Default 0.05. */
  readonly peel?: number;
  /** Part of a box's cases that a step of widening may add. Default 0.05. */
  readonly paste?: number;
  /** The smallest box, as part of all cases. Default 0.05. */
  readonly leastMass?: number;
}

interface Held {
  readonly limits: Limits;
  readonly rows: Uint32Array;
  readonly hits: number;
}

/**
 * The boxes on the way from all cases to a small dense one (peeling: each step takes off the slice of one factor whose
 * loss leaves the highest density; ties keep more cases), then the widened ones (pasting: as long as that does not
 * lower the density). Density rises and coverage falls along it: choose where to stop , by what is wanted.
 * Ends early where every case in the box is a hit.
 */
export function prim(
  columns: readonly FactorColumn[],
  hits: Uint8Array,
  { peel = 0.05, paste = 0.05, leastMass = 0.05 }: PrimOptions = {},
): readonly Box[] {
  const limits: Limits = columns.map(() => null);
  const rows = Uint32Array.from({ length: hits.length }, (_, row) => row);
  const fewest = Math.max(1, leastMass * hits.length);
  let now: Held = { limits, rows, hits: countHits(rows, hits) };
  const visited = [boxFrom(rows, hits, limits)];
  while (now.hits < now.rows.length) {
    const next = best(peels(columns, hits, now, peel).filter((held) => held.rows.length >= fewest));
    if (next === null) break;
    now = next;
    visited.push(boxFrom(now.rows, hits, now.limits));
  }
  for (let wider = widened(columns, hits, now, paste); wider !== null; ) {
    visited.push(boxFrom(wider.rows, hits, wider.limits));
    now = wider;
    wider = widened(columns, hits, now, paste);
  }
  return visited;
}

const density = ({ hits, rows }: Held): number => hits / rows.length;

/** The densest; of equally dense ones the largest, then the first. */
function best(candidates: readonly Held[]): Held | null {
  return candidates.reduce<Held | null>((found, one) => {
    if (found === null || density(one) > density(found)) return one;
    return density(one) === density(found) && one.rows.length > found.rows.length ? one : found;
  }, null);
}

/** Every box that is one step smaller. */
function peels(
  columns: readonly FactorColumn[],
  hits: Uint8Array,
  held: Held,
  share: number,
): readonly Held[] {
  return columns.flatMap((column, factor) =>
    smaller(column, held, factor, share).map((limit): Held => {
      const { values } = column;
      const rows = held.rows.filter((row) => isInside(limit, values[row] as number));
      return { limits: held.limits.with(factor, limit), rows, hits: countHits(rows, hits) };
    }),
  );
}

function smaller(column: FactorColumn, held: Held, factor: number, share: number): readonly Limit[] {
  const now = held.limits[factor] ?? null;
  if (column.kind === 'label') {
    const present = new Set(Array.from(held.rows, (row) => column.values[row] as number));
    if (present.size < 2) return [];
    const allowed = Array.from({ length: column.labels }, (_, label) => isInside(now, label));
    return [...present]
      .sort((a, b) => a - b)
      .map((label) => ({ kind: 'label', allowed: allowed.with(label, false) }));
  }
  const sorted = Float64Array.from(held.rows, (row) => column.values[row] as number).sort();
  const [low, high] = now?.kind === 'number' ? [now.low, now.high] : [-Infinity, Infinity];
  const up = peelQuantile(sorted, share, 'low');
  const down = peelQuantile(sorted, share, 'high');
  return [
    ...(up === null ? [] : [{ kind: 'number', low: up, high } as const]),
    ...(down === null ? [] : [{ kind: 'number', low, high: down } as const]),
  ];
}

/** The densest box that is one step wider and no less dense; null where there is none. */
function widened(columns: readonly FactorColumn[], hits: Uint8Array, held: Held, share: number): Held | null {
  const candidates = columns.flatMap((column, factor) =>
    wider(columns, column, held, { factor, share }).map((limit): Held => {
      const limits = held.limits.with(factor, limit);
      const rows = rowsWithin(columns, limits);
      return { limits, rows, hits: countHits(rows, hits) };
    }),
  );
  const found = best(candidates.filter(({ rows }) => rows.length > held.rows.length));
  return found !== null && density(found) >= density(held) ? found : null;
}

function wider(
  columns: readonly FactorColumn[],
  column: FactorColumn,
  held: Held,
  { factor, share }: { readonly factor: number; readonly share: number },
): readonly (Limit | null)[] {
  const now = held.limits[factor] ?? null;
  if (now === null) return [];
  if (now.kind === 'label') {
    return now.allowed.flatMap((isIn, label) => {
      if (isIn) return [];
      const allowed = now.allowed.with(label, true);
      return [allowed.every((one) => one) ? null : { kind: 'label' as const, allowed }];
    });
  }
  // Cases that would be inside but for this factor, on either side of its limits.
  const others = rowsWithin(columns, held.limits.with(factor, null));
  const values = Float64Array.from(others, (row) => column.values[row] as number).sort();
  const below = values.filter((value) => value < now.low);
  const above = values.filter((value) => value > now.high);
  const step = Math.max(1, Math.floor(share * held.rows.length));
  const low = between(below[below.length - step - 1], below[below.length - step], -Infinity);
  const high = between(above[step - 1], above[step], Infinity);
  return [
    ...(below.length === 0 ? [] : [limitOf(low, now.high)]),
    ...(above.length === 0 ? [] : [limitOf(now.low, high)]),
  ];
}

function between(one: number | undefined, other: number | undefined, end: number): number {
  return one === undefined || other === undefined ? end : (one + other) / 2;
}

const limitOf = (low: number, high: number): Limit | null =>
  low === -Infinity && high === Infinity ? null : { kind: 'number', low, high };

/**
 * The box of a trajectory that balances coverage and density best: the largest harmonic mean of the two (van Rijsbergen
 * 1979). Ties: the first.
 */
export function balancedBox(boxes: readonly Box[]): Box | null {
  const balance = ({ coverage, density: dense }: Box): number =>
    coverage + dense === 0 ? 0 : (2 * coverage * dense) / (coverage + dense);
  return boxes.reduce<Box | null>(
    (found, box) => (found === null || balance(box) > balance(found) ? box : found),
    null,
  );
}
