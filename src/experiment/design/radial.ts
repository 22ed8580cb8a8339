/** Radial designs (Campolongo, Saltelli and Cariboni 2011, Computer Physics Communications 182, 978-988). */
import type { Key } from '../../random/index.ts';
import { type RadialDesign, SUPPORTS } from './design.ts';
import { scrambledSobolPoints } from './sobol-sequence.ts';

/**
 * `stars` stars of dimensions + 1 points: a centre, and the centre with one factor replaced, for each factor in order.
 * Centres and replacements are the two halves of a scrambled Sobol sequence of twice as many dimensions.
 * @throws RangeError with more than 100 dimensions.
 */
export function radial(
  key: Key,
  { dimensions, stars }: { readonly dimensions: number; readonly stars: number },
): RadialDesign {
  const rows = scrambledSobolPoints(key, 2 * dimensions, stars);
  const points = rows.flatMap((row) => {
    const centre = row.slice(0, dimensions);
    return [centre, ...centre.map((_, factor) => centre.with(factor, row[dimensions + factor] as number))];
  });
  return { kind: 'radial', dimensions, points, supports: SUPPORTS.radial, stars };
}
