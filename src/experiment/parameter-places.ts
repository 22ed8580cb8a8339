/** Values of a parameter at which a question looks, and a point with it held there. */
import { quantile, quantileMap } from '../random/index.ts';
import type { Parameter, Point } from '../scenario/index.ts';

/** The point with parameters (by index) held at values. */
export function pointWith(point: Point, held: Readonly<Record<number, number>>): Point {
  const parameters = point.parameters.map((value, index) => held[index] ?? value);
  return { ...point, parameters };
}

/** `count` values in equal steps from `low` to `high`, both included; of a `one_of` each choice. */
export function placesAlong(
  parameter: Parameter,
  [low, high]: readonly [number, number],
  count: number,
): readonly number[] {
  if (parameter.choices !== null) return parameter.choices.map((_, index) => index);
  return Array.from({ length: count }, (_, place) =>
    place === count - 1 ? high : low + ((high - low) * place) / (count - 1),
  );
}

/** The levels of the ends of a tornado's bars. */
const TAILS = [0.05, 0.95] as const;

/**
 * The 5th and the 95th percentile of what is drawn; of a `one_of` every choice that is ever drawn; null for a parameter
 * that does not vary.
 */
export function tailsOf(parameter: Parameter): readonly number[] | null {
  const { distribution, low, high, choices } = parameter;
  if (distribution === null) return null;
  if (choices !== null && distribution.kind === 'choice') {
    return distribution.values.filter((_, index) => (distribution.weights[index] ?? 0) > 0);
  }
  const map = quantileMap(distribution, low, high);
  return TAILS.map((level) => quantile(map, level));
}
