/** Which parameters a sensitivity analysis moves, and what correlations between them forbid. */
import type { Point, Scenario } from '../../scenario/index.ts';
import { factorNamed } from '../axis.ts';
import { correlatedFactors, type Factor, quantileFactor } from '../design/index.ts';

/** Every parameter that the point draws, by its distribution. */
export function drawnFactors({ parameters }: Scenario, point: Point): readonly Factor[] {
  return parameters.flatMap((parameter) => {
    const factor = point.parameters[parameter.index] === null ? quantileFactor(parameter) : null;
    return factor === null ? [] : [factor];
  });
}

/** A factor by name: a parameter by its distribution, or over its range where it has none. */
export function sensitivityFactor(scenario: Scenario, name: string): Factor | null {
  const parameter = scenario.parameters.find((each) => each.name === name);
  return (parameter === undefined ? null : quantileFactor(parameter)) ?? factorNamed(scenario, name);
}

/** A sentence that names the pairs which the scenario correlates, and what to do; null without any. */
export function refuseCorrelated(scenario: Scenario, factors: readonly Factor[]): string | null {
  const pairs = correlatedFactors(scenario, factors).map(
    ({ first, second }) => `${factors[first]!.name} and ${factors[second]!.name}`,
  );
  if (pairs.length === 0) return null;
  return (
    `The scenario correlates ${pairs.join(', ')}. Sobol indices and elementary effects are defined for factors that vary ` +
    'independently. Use --method given-data, which needs no independence, or hold one of each pair with --set.'
  );
}
