/** Every combination of levels, for one or two factors and a heat map of them. */
import { type GridDesign, SUPPORTS } from './design.ts';

/** Equally spaced places from 0 to 1, both included; a single one is the middle. */
export function spacedLevels(count: number): readonly number[] {
  return count === 1 ? [0.5] : Array.from({ length: count }, (_, i) => i / (count - 1));
}

/** @param levels how many levels each factor takes; at least 1 each. The last factor moves fastest. */
export function grid(levels: readonly number[]): GridDesign {
  let points: readonly (readonly number[])[] = [[]];
  for (const count of levels) {
    const places = spacedLevels(count);
    points = points.flatMap((point) => places.map((place) => [...point, place]));
  }
  return { kind: 'grid', dimensions: levels.length, points, supports: SUPPORTS.grid, levels };
}
