/** Where a slice of a sample ends: halfway between two distinct values, so that ties stay together. */

/**
 * The place below which about the part `share` of ascending values lies (`from: 'low'`), or above which it does: the
 * value at rank share·(n − 1), rounded outwards, and the next distinct value inwards, halved. Null where all values from
 * there on are equal: then nothing can be cut off.
 */
export function peelQuantile(sorted: Float64Array, share: number, from: 'low' | 'high'): number | null {
  const last = sorted.length - 1;
  if (last < 1) return null;
  const step = from === 'low' ? 1 : -1;
  // Less a rounding error, so that a whole rank is one: 0.1·(11 − 1).
  const rank = Math.floor(share * last + 1e-9);
  const start = from === 'low' ? rank : last - rank;
  const value = sorted[start] as number;
  for (let at = start + step; at >= 0 && at <= last; at += step) {
    const next = sorted[at] as number;
    if (next !== value) return (value + next) / 2;
  }
  return null;
}
