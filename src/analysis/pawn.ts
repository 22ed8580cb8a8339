/**
 * How a factor moves the whole distribution of an output, from runs that are there already (PAWN: Pianosi and Wagener
 * 2015, Environmental Modelling and Software 67, 1-11; 2018, 108, 197-207). It needs no design and no independence: for
 * a yes-or-no output it is by how much the share moves between slices of the factor.
 */
import { type Key, siteOf, uniformAt } from '../random/index.ts';
import { bootstrap } from './bootstrap.ts';
import type { Estimate } from './estimate.ts';
import { quantileSorted } from './quantile-sorted.ts';

/** Rows by slice of a factor, 0 to `count` − 1. */
export interface Slices {
  readonly of: Uint8Array;
  readonly count: number;
}

/** At most `most` slices of a factor with as many rows each; a factor of so few values has a slice for each. */
export function slicesOf(factor: ArrayLike<number>, most = 10): Slices {
  const sorted = Float64Array.from(factor).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= most) {
    return { of: Uint8Array.from(factor, (value) => distinct.indexOf(value)), count: distinct.length };
  }
  const starts = Array.from(
    { length: most },
    (_, slice) => sorted[Math.floor((slice * sorted.length) / most)] as number,
  );
  const edges = [...new Set(starts)];
  const of = Uint8Array.from(factor, (value) => edges.findLastIndex((edge) => value >= edge));
  return { of, count: edges.length };
}

export interface PawnIndex {
  /** Median over slices of the largest gap between the slice's distribution function and that of all rows. */
  readonly median: Estimate;
  /** The largest over slices. */
  readonly largest: Estimate;
}

const DUMMIES = 200;
const DUMMY_SITE = siteOf('analysis pawn dummy');

/** PAWN indices of the output on a factor's slices, with bootstrap intervals. Slices of under 2 rows are left out. */
export function pawn(
  slices: Slices,
  output: ArrayLike<number>,
  {
    key,
    resamples = 200,
    level = 0.95,
  }: { readonly key: Key; readonly resamples?: number; readonly level?: number },
): PawnIndex {
  const gaps = gapsOf(placesOf(output));
  const statistics = (rows: Uint32Array): readonly number[] => summary(gaps(slices, rows));
  const within = ({ low, high, ...rest }: Estimate): Estimate => ({
    ...rest,
    low: Math.max(0, low),
    high: Math.min(1, high),
  });
  const found = bootstrap(output.length, statistics, { key, resamples, level });
  const [median, largest] = found.map(within) as [Estimate, Estimate];
  return { median, largest };
}

/**
 * What the median index of a factor without any influence reaches by chance in 95 of 100 cases: one below it shows
 * nothing (the dummy factor of Pianosi and Wagener 2018). It depends on the sizes of the slices, not on what is in them.
 */
export function pawnByChance(slices: Slices, output: ArrayLike<number>, key: Key): number {
  const gaps = gapsOf(placesOf(output));
  const n = output.length;
  const all = Uint32Array.from({ length: n }, (_, row) => row);
  const dummies = Float64Array.from({ length: DUMMIES }, (_, dummy) => {
    const of = slices.of.slice();
    for (let last = n - 1; last > 0; last -= 1) {
      const other = Math.floor(uniformAt(key, 0, DUMMY_SITE, dummy, last) * (last + 1));
      [of[last], of[other]] = [of[other] as number, of[last] as number];
    }
    return summary(gaps({ of, count: slices.count }, all))[0];
  }).sort();
  return quantileSorted(dummies, 0.95) as number;
}

/** Each value's place among the distinct values. */
function placesOf(output: ArrayLike<number>): { readonly of: Uint32Array; readonly count: number } {
  const distinct = [...new Set(Float64Array.from(output).sort())];
  const places = new Map(distinct.map((value, place) => [value, place]));
  return { of: Uint32Array.from(output, (value) => places.get(value) as number), count: distinct.length };
}

/** By slice: the largest distance between its distribution function and that of all picked rows. */
function gapsOf(places: {
  readonly of: Uint32Array;
  readonly count: number;
}): (slices: Slices, rows: Uint32Array) => readonly number[] {
  return ({ of, count }, rows) => {
    const counts = new Uint32Array(count * places.count);
    const sizes = new Uint32Array(count);
    const all = new Uint32Array(places.count);
    for (const row of rows) {
      const slice = of[row] as number;
      const place = places.of[row] as number;
      counts[slice * places.count + place]! += 1;
      sizes[slice]! += 1;
      all[place]! += 1;
    }
    const gaps: number[] = [];
    sizes.forEach((size, slice) => {
      if (size < 2) return;
      let inSlice = 0;
      let inAll = 0;
      let widest = 0;
      for (let place = 0; place < places.count; place += 1) {
        inSlice += counts[slice * places.count + place] as number;
        inAll += all[place] as number;
        widest = Math.max(widest, Math.abs(inSlice / size - inAll / rows.length));
      }
      gaps.push(widest);
    });
    return gaps;
  };
}

function summary(gaps: readonly number[]): [number, number] {
  const sorted = [...gaps].sort((a, b) => a - b);
  return [quantileSorted(sorted, 0.5) ?? 0, sorted.at(-1) ?? 0];
}
