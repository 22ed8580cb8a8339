/** Draws that are still open: what has not come yet is dealt again, given that it has not come. */
import type { DistributionSpec } from './distribution.ts';
import { log } from './log.ts';
import { type QuantileMap, quantile } from './quantile.ts';
import { quantileMap } from './quantile-map.ts';
import type { Key } from './seed.ts';
import { massWithin } from './tails.ts';
import { uniformAt } from './threefry.ts';

/** A value to be dealt at (site, luck, n): `base` plus a standard exponential, or plus a draw from `map`. */
export interface OpenDraw {
  readonly site: number;
  readonly n: number;
  readonly base: number;
  /** Null for the threshold of a clock: an exponential has no memory, so it only needs a new one on top of `base`. */
  readonly map: QuantileMap | null;
}

/** The value dealt by the run's luck in one of its futures. */
export function dealAgain({ site, n, base, map }: OpenDraw, key: Key, luck: number, future: number): number {
  const u = uniformAt(key, future, site, luck, n);
  return base + (map === null ? -log(1 - u) : quantile(map, u));
}

/** Less of a distribution than this beyond the time passed counts as nothing. */
const LEAST_MASS = 1e-25;

/** The map of a draw given that it exceeds `passed`; null when none does. A table takes about a millisecond. */
export function mapBeyond(distribution: DistributionSpec, passed: number): QuantileMap | null {
  if (distribution.kind === 'choice') return choiceBeyond(distribution, passed);
  if (!(massWithin(distribution, passed, Infinity) > LEAST_MASS)) return null;
  return quantileMap(distribution, passed, Infinity);
}

function choiceBeyond(
  { values, weights }: Extract<DistributionSpec, { kind: 'choice' }>,
  passed: number,
): QuantileMap | null {
  const longer = values.map((_, index) => index).filter((index) => (values[index] as number) > passed);
  if (longer.length === 0) return null;
  const rest = {
    kind: 'choice' as const,
    values: longer.map((index) => values[index] as number),
    weights: longer.map((index) => weights[index] as number),
  };
  return quantileMap(rest, -Infinity, Infinity);
}
