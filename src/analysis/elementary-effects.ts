/** Screening: which factors move the output at all (Morris 1991, Technometrics 33, 161-174). */
import { type BootstrapOptions, bootstrap } from './bootstrap.ts';
import type { Estimate } from './estimate.ts';
import { sampleOf } from './mean.ts';

type Points = readonly (readonly number[])[];

/**
 * Elementary effects along paths of factors + 1 points, each of which differs from the one before in one factor: the
 * output's change over the factor's. `[factors][paths]`.
 * @throws RangeError where two neighbouring points do not differ in exactly one factor.
 */
export function pathEffects(points: Points, outputs: ArrayLike<number>): readonly Float64Array[] {
  return effectsOf(points, outputs, (place) => place - 1);
}

/** The same over stars: a centre, followed by points that differ from it in one factor each. */
export function starEffects(points: Points, outputs: ArrayLike<number>): readonly Float64Array[] {
  const width = (points[0]?.length ?? 0) + 1;
  return effectsOf(points, outputs, (place) => place - (place % width));
}

function effectsOf(
  points: Points,
  outputs: ArrayLike<number>,
  cameFrom: (place: number) => number,
): readonly Float64Array[] {
  const factors = points[0]?.length ?? 0;
  const width = factors + 1;
  const effects = Array.from({ length: factors }, () => new Float64Array(points.length / width));
  points.forEach((point, place) => {
    if (place % width === 0) return;
    const before = points[cameFrom(place)] as readonly number[];
    const moved = point.flatMap((value, factor) => (value === before[factor] ? [] : [factor]));
    const [factor] = moved;
    if (factor === undefined || moved.length > 1)
      throw new RangeError(`point ${place} moves ${moved.length} factors`);
    const step = (point[factor] as number) - (before[factor] as number);
    const change = (outputs[place] as number) - (outputs[cameFrom(place)] as number);
    (effects[factor] as Float64Array)[Math.floor(place / width)] = change / step;
  });
  return effects;
}

export interface ElementaryEffects {
  /** μ: where the factor pushes on average; near 0 where pushes cancel out. */
  readonly mean: number;
  /** μ*, the mean size of the effects (Campolongo, Cariboni and Saltelli 2007): how much the factor matters. */
  readonly meanSize: Estimate;
  /** σ: how far the effects differ, by interaction or curvature. */
  readonly spread: number;
}

/** μ, μ* with a bootstrap interval over the paths (never below 0), and σ, of one factor's effects. */
export function elementaryEffects(effects: Float64Array, options: BootstrapOptions): ElementaryEffects {
  const { mean, variance } = sampleOf(effects);
  const sizes = effects.map(Math.abs);
  const [meanSize] = bootstrap(
    sizes.length,
    (rows) => {
      let sum = 0;
      for (const row of rows) sum += sizes[row] as number;
      return [sum / rows.length];
    },
    options,
  ) as readonly [Estimate];
  return { mean, meanSize: { ...meanSize, low: Math.max(0, meanSize.low) }, spread: Math.sqrt(variance) };
}
