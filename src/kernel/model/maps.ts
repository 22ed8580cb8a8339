/**
 * Quantile maps, each worked out once: tables take milliseconds, and a scenario that is edited and compiled again keeps most
 * of its distributions. A map depends on nothing but what it is asked for.
 */
import { type DistributionSpec, type QuantileMap, quantileMap } from '../../random/index.ts';

/** So many are kept; then all are forgotten. */
const MOST_KEPT = 500;
const kept = new Map<string, QuantileMap>();

/** As `quantileMap`. */
export function keptQuantileMap(distribution: DistributionSpec, low: number, high: number): QuantileMap {
  const key = `${JSON.stringify(distribution)} ${low} ${high}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const map = quantileMap(distribution, low, high);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, map);
  return map;
}
