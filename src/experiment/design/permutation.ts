/** Random orders. */
import type { DesignDraws } from './draws.ts';

/** The numbers 0 to size − 1 in an order in which each of the size! is equally likely (Durstenfeld 1964). */
export function permutation(size: number, draws: DesignDraws, column: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  for (let last = size - 1; last > 0; last -= 1) {
    const other = Math.floor(draws(column, last) * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
