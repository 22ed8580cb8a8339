/** A design's own random numbers: addressed, so that they disturb no run's luck and need no stream. */
import { type Key, siteOf, uniformAt } from '../../random/index.ts';

/** The uniform number in (0, 1) number `n` of a column of a design. */
export type DesignDraws = (column: number, n: number) => number;

/**
 * Draws for a design. The site holds a blank, which no name in a scenario can, so that no run shares them.
 * @param purpose tells designs, and parts of one, apart.
 */
export function designDraws(key: Key, purpose: string): DesignDraws {
  const site = siteOf(`design ${purpose}`);
  return (column, n) => uniformAt(key, 0, site, column, n);
}
