/** The worlds that discrete parameters make: every combination of their choices, with its probability. */
import type { Point, Scenario } from '../../scenario/index.ts';
import type { Matters } from '../../statechart/index.ts';

export interface World {
  readonly probability: number;
  /** The point with every parameter held. */
  readonly point: Point;
}

/** Parameters that do not matter are held at the baseline. Those that do and are drawn must be choices. */
export function worldsOf(scenario: Scenario, point: Point, matters: Matters): readonly World[] {
  return scenario.parameters.reduce<readonly World[]>(
    (worlds, { index, baseline, distribution }) => {
      const held = point.parameters[index];
      if (held !== null && held !== undefined) return worlds;
      const isChoice = distribution?.kind === 'choice' && matters.parameters.has(index);
      const total = isChoice ? distribution.weights.reduce((sum, weight) => sum + weight, 0) : 1;
      const choices = isChoice
        ? distribution.values.map((value, i) => ({
            value,
            share: (distribution.weights[i] as number) / total,
          }))
        : [{ value: baseline, share: 1 }];
      return worlds.flatMap((world) =>
        choices
          .filter(({ share }) => share > 0)
          .map(({ value, share }) => ({
            probability: world.probability * share,
            point: {
              ...world.point,
              parameters: world.point.parameters.map((old, i) => (i === index ? value : old)),
            },
          })),
      );
    },
    [{ probability: 1, point }],
  );
}
