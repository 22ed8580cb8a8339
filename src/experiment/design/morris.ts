/** Paths for elementary effects (Morris 1991, Technometrics 33, 161-174). */
import type { Key } from '../../random/index.ts';
import { type MorrisDesign, SUPPORTS, type UnitPoint } from './design.ts';
import { designDraws } from './draws.ts';
import { permutation } from './permutation.ts';

/**
 * `paths` paths of dimensions + 1 points on a grid of an even number of `levels`. A path starts at a random point and
 * moves every factor once, in random order, by Δ = levels/(2·(levels − 1)) up or down, whichever stays inside: with an
 * even number of levels exactly one does, and each level is equally likely.
 * @throws RangeError where `levels` is odd or less than 2.
 */
export function morris(
  key: Key,
  {
    dimensions,
    paths,
    levels = 4,
  }: {
    readonly dimensions: number;
    readonly paths: number;
    readonly levels?: number;
  },
): MorrisDesign {
  if (levels < 2 || levels % 2 !== 0)
    throw new RangeError(`an even number of levels is needed, not ${levels}`);
  const starts = designDraws(key, 'morris starts');
  const orders = designDraws(key, 'morris orders');
  const half = levels / 2;
  const pathFrom = (path: number): readonly UnitPoint[] => {
    let level = Array.from({ length: dimensions }, (_, factor) => Math.floor(starts(path, factor) * levels));
    const visited = [level];
    for (const factor of permutation(dimensions, orders, path)) {
      const now = level[factor] as number;
      level = level.with(factor, now < half ? now + half : now - half);
      visited.push(level);
    }
    return visited.map((point) => point.map((step) => step / (levels - 1)));
  };
  const points = Array.from({ length: paths }, (_, path) => pathFrom(path)).flat();
  return { kind: 'morris', dimensions, points, supports: SUPPORTS.morris, paths, levels };
}
