/** The design of a sensitivity analysis and the settings at its points. */
import type { Key } from '../../random/index.ts';
import type { Scenario, Settings } from '../../scenario/index.ts';
import {
  correlatedFactors,
  correlatedPoints,
  type Design,
  type Factor,
  latinHypercube,
  morris,
  radial,
  saltelli,
  sobolSequence,
  valuesAt,
  withValues,
} from '../design/index.ts';
import type { SensitivityMethod } from './request.ts';

/** Designs a sensitivity analysis can be asked to use; `runs` are ordinary runs, whose parameters are drawn. */
export const SENSITIVITY_DESIGNS = [
  'runs',
  'one-at-a-time',
  'saltelli',
  'radial',
  'morris',
  'latin-hypercube',
  'sobol-sequence',
] as const;
export type SensitivityDesign = (typeof SENSITIVITY_DESIGNS)[number];

/** What a method takes when nobody says: its design, the design's size, and the runs of each point. */
export const DEFAULTS: Readonly<
  Record<
    SensitivityMethod,
    { readonly design: SensitivityDesign; readonly size: number; readonly runs: number }
  >
> = {
  sobol: { design: 'saltelli', size: 256, runs: 32 },
  morris: { design: 'morris', size: 30, runs: 50 },
  'given-data': { design: 'runs', size: 1, runs: 20_000 },
  luck: { design: 'latin-hypercube', size: 1_024, runs: 20 },
  tornado: { design: 'one-at-a-time', size: 1, runs: 2_000 },
};

/** Points of a Latin hypercube or a Sobol sequence when nobody says. */
export const DEFAULT_POINTS = 1_024;

export interface DesignOptions {
  readonly factors: readonly Factor[];
  /** Rows of a Saltelli design, stars, paths or points. */
  readonly size: number;
  readonly secondOrder: boolean;
}

/**
 * Null for ordinary runs, and for a tornado, whose places are not in a cube: all but one parameter vary at each. Points of a Latin hypercube and a Sobol sequence are correlated as the scenario says.
 * @throws RangeError with more factors than the tables of the Sobol sequence allow.
 */
export function sensitivityDesign(
  kind: SensitivityDesign,
  scenario: Scenario,
  key: Key,
  { factors, size, secondOrder }: DesignOptions,
): Design | null {
  const dimensions = factors.length;
  switch (kind) {
    case 'runs':
    case 'one-at-a-time':
      return null;
    case 'saltelli':
      return saltelli(key, { dimensions, base: size, secondOrder });
    case 'radial':
      return radial(key, { dimensions, stars: size });
    case 'morris':
      return morris(key, { dimensions, paths: size });
    case 'latin-hypercube':
    case 'sobol-sequence': {
      const design =
        kind === 'latin-hypercube'
          ? latinHypercube(key, { dimensions, size, reduceCorrelation: true })
          : sobolSequence(key, { dimensions, size });
      return { ...design, points: correlatedPoints(design.points, correlatedFactors(scenario, factors)) };
    }
    default:
      return kind satisfies never;
  }
}

/** Settings at each point of a design; the given ones alone for ordinary runs. */
export function settingsOn(
  design: Design | null,
  factors: readonly Factor[],
  settings: Settings,
): readonly Settings[] {
  if (design === null) return [settings];
  return design.points.map((point) => withValues(settings, factors, valuesAt(factors, point)));
}
