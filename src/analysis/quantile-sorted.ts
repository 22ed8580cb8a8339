/** Sample quantiles of type 7 (Hyndman and Fan 1996, The American Statistician 50, 361-365). */

/**
 * The quantile at `level` (0..1) of n > 0 values given by ascending rank 0..n−1: linear between the values on either
 * side of rank (n − 1)·level. Exact where they are equal.
 */
export function quantileByRank(n: number, level: number, valueAt: (rank: number) => number): number {
  const place = (n - 1) * level;
  const rank = Math.floor(place);
  const part = place - rank;
  const lower = valueAt(rank);
  if (part === 0) return lower;
  const upper = valueAt(rank + 1);
  return lower + part * (upper - lower);
}

/** The type 7 quantile of values sorted ascending, without NaN; null without values. */
export function quantileSorted(sorted: ArrayLike<number>, level: number): number | null {
  if (sorted.length === 0) return null;
  return quantileByRank(sorted.length, level, (rank) => sorted[rank] as number);
}

/**
 * The type 7 quantile of whole numbers 0, 1, 2, …, of which `counts[i]` values equal i; null without values. The
 * median step of something, for one (0.5 with an even number of values may lie between two steps).
 */
export function quantileOfCounts(counts: ArrayLike<number>, level: number): number | null {
  let n = 0;
  for (let i = 0; i < counts.length; i++) n += counts[i] as number;
  if (n === 0) return null;
  return quantileByRank(n, level, (rank) => {
    let passed = counts[0] as number;
    let at = 0;
    while (passed <= rank) passed += counts[++at] as number;
    return at;
  });
}
