/** Points that somebody else has chosen. */
import { type ListDesign, SUPPORTS, type UnitPoint } from './design.ts';

/** @throws RangeError where a point has another number of coordinates, or one outside [0, 1]. */
export function list(dimensions: number, points: readonly UnitPoint[]): ListDesign {
  points.forEach((point, i) => {
    const sound = point.length === dimensions && point.every((place) => place >= 0 && place <= 1);
    if (!sound)
      throw new RangeError(`point ${i} is not a place in the unit cube of ${dimensions} dimensions`);
  });
  return { kind: 'list', dimensions, points, supports: SUPPORTS.list };
}
