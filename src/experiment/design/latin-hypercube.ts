/** Latin hypercube sampling (McKay, Beckman and Conover 1979, Technometrics 21, 239-245). */
import type { Key } from '../../random/index.ts';
import { type LatinHypercubeDesign, SUPPORTS } from './design.ts';
import { designDraws } from './draws.ts';
import { permutation } from './permutation.ts';
import { lessCorrelated } from './reduce-correlation.ts';

/**
 * `size` points of which each of the `size` equal slices of every factor holds exactly one, at a uniform place in it.
 * @param reduceCorrelation choose the orders so that factors correlate less by chance; needs more points than factors.
 */
export function latinHypercube(
  key: Key,
  {
    dimensions,
    size,
    reduceCorrelation = false,
  }: {
    readonly dimensions: number;
    readonly size: number;
    readonly reduceCorrelation?: boolean;
  },
): LatinHypercubeDesign {
  const orders = designDraws(key, 'latin hypercube orders');
  const places = designDraws(key, 'latin hypercube places');
  const drawn = Array.from({ length: dimensions }, (_, column) => permutation(size, orders, column));
  const ranks = reduceCorrelation ? lessCorrelated(drawn) : drawn;
  const points = Array.from({ length: size }, (_, i) =>
    ranks.map((order, column) => ((order[i] as number) + places(column, i)) / size),
  );
  return { kind: 'latin-hypercube', dimensions, points, supports: SUPPORTS['latin-hypercube'] };
}
