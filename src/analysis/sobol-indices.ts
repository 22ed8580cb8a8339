/**
 * Variance-based sensitivity (Sobol' 2001): which part of the output's variance goes away with knowing a factor (first
 * order), stays as long as only it is unknown (total order), or belongs to two together (second order).
 *
 * Estimators: first order Saltelli et al. (2010, Computer Physics Communications 181, 259-270, table 2, b); total order
 * Jansen (1999, Computer Physics Communications 117, 35-43); second order Saltelli (2002, Computer Physics
 * Communications 145, 280-297). For a model with luck the output of a point is an expectation of which some runs are
 * seen: every product and square is then taken over different replications, so that the indices are those of the
 * expectation, without luck's part and whatever luck the points share.
 */
import { type BootstrapOptions, bootstrap } from './bootstrap.ts';
import type { Estimate } from './estimate.ts';
import {
  crossProducts,
  difference,
  type RunBlock,
  rowMeans,
  varianceBetween,
  varianceWithin,
} from './run-block.ts';

export interface SaltelliOutputs {
  readonly a: RunBlock;
  readonly b: RunBlock;
  /** By factor: A with that factor from B. */
  readonly mixed: readonly RunBlock[];
  /** By factor: B with that factor from A; null without second order. */
  readonly mirrored: readonly RunBlock[] | null;
}

export interface SobolIndices {
  readonly first: readonly Estimate[];
  readonly total: readonly Estimate[];
  /** `[i][j − i − 1]` for factors i < j; null without mirrored blocks. */
  readonly second: readonly (readonly Estimate[])[] | null;
  /** Variance of the points' expectations. */
  readonly variance: number;
  /** Share of the variance of single runs that is luck; null with one replication. */
  readonly luck: Estimate | null;
}

/** Indices with bootstrap intervals over the base rows. Null where the output does not vary between points. */
export function sobolIndices(outputs: SaltelliOutputs, options: BootstrapOptions): SobolIndices | null {
  const { a, b, mixed, mirrored } = outputs;
  const n = a.rows;
  const both: RunBlock = { ...a, rows: 2 * n, values: joined(a.values, b.values) };
  const pickedOfBoth = new Uint32Array(2 * n);
  const terms = termsOf(outputs, both);
  if (
    !(
      varianceBetween(
        both,
        Uint32Array.from({ length: 2 * n }, (_, i) => i),
      ) > 0
    )
  )
    return null;

  const statistics = (rows: Uint32Array): readonly number[] => {
    pickedOfBoth.set(rows);
    for (let i = 0; i < n; i += 1) pickedOfBoth[n + i] = n + (rows[i] as number);
    const between = varianceBetween(both, pickedOfBoth);
    const within = a.replications > 1 ? varianceWithin(both, pickedOfBoth) : 0;
    const ratios = terms.map((term) => meanOf(term, rows) / between);
    return [...ratios, between, within / (between + within)];
  };
  const found = bootstrap(n, statistics, options);
  const factors = mixed.length;
  const variance = found[terms.length]?.value as number;
  const first = found.slice(0, factors);
  const pairs = found.slice(2 * factors, terms.length);
  return {
    first,
    total: found.slice(factors, 2 * factors),
    second: mirrored === null ? null : triangle(pairs, factors),
    variance,
    luck: a.replications > 1 ? (found[terms.length + 1] as Estimate) : null,
  };
}

/** Row by row, what first, total and second order indices are means of, over the variance. */
function termsOf({ a, b, mixed, mirrored }: SaltelliOutputs, both: RunBlock): readonly Float64Array[] {
  const means = rowMeans(both);
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  const first = mixed.map((block) => crossProducts(b, difference(block, a), [mean, 0]));
  const total = mixed.map((block) => {
    const change = difference(a, block);
    return crossProducts(change, change, [0, 0]).map((square) => square / 2);
  });
  if (mirrored === null) return [...first, ...total];
  const apart = crossProducts(a, b, [mean, mean]);
  const second = mixed.flatMap((_, i) =>
    mixed.slice(i + 1).map((block, offset) => {
      const closed = crossProducts(mirrored[i] as RunBlock, block, [mean, mean]);
      const [one, other] = [first[i] as Float64Array, first[i + 1 + offset] as Float64Array];
      return closed.map(
        (value, row) => value - (apart[row] as number) - (one[row] as number) - (other[row] as number),
      );
    }),
  );
  return [...first, ...total, ...second];
}

function meanOf(values: Float64Array, rows: Uint32Array): number {
  let sum = 0;
  for (const row of rows) sum += values[row] as number;
  return sum / rows.length;
}

function joined(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function triangle<Entry>(entries: readonly Entry[], size: number): readonly (readonly Entry[])[] {
  let start = 0;
  return Array.from({ length: size }, (_, i) => {
    const row = entries.slice(start, start + size - i - 1);
    start += size - i - 1;
    return row;
  });
}
