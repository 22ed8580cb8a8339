/** What a sweep moves along: a parameter, decision, shock or the variants, and the values it takes. */
import { quantile, quantileMap } from '../random/index.ts';
import type { Parameter, Scenario, Settings } from '../scenario/index.ts';
import {
  decisionFactor,
  type Factor,
  type FactorValue,
  quantileFactor,
  rangeFactor,
  shockFactor,
  spacedLevels,
  variantFactor,
  withValues,
} from './design/index.ts';

export interface Axis {
  readonly factor: Factor;
  readonly values: readonly FactorValue[];
}

const TAIL = 0.05;

/** Where a number is moved when nobody says: its range, or where an end is open the middle 90 % of its distribution. */
export function rangeOf({ low, high, distribution, baseline }: Parameter): readonly [number, number] {
  if (Number.isFinite(low) && Number.isFinite(high)) return [low, high];
  if (distribution === null) return [baseline === 0 ? 0 : baseline / 2, baseline === 0 ? 1 : 2 * baseline];
  const map = quantileMap(distribution, low, high);
  return [
    Number.isFinite(low) ? low : quantile(map, TAIL),
    Number.isFinite(high) ? high : quantile(map, 1 - TAIL),
  ];
}

/** What a name moves; numbers run over their range. Null where the scenario has nothing of that name. */
export function factorNamed(scenario: Scenario, name: string): Factor | null {
  const parameter = scenario.parameters.find((each) => each.name === name);
  if (parameter !== undefined) {
    if (parameter.choices !== null) return quantileFactor(parameter);
    const [low, high] = rangeOf(parameter);
    return rangeFactor(parameter, low, high);
  }
  if (name === 'variant') return variantFactor(scenario);
  return decisionFactor(scenario, name) ?? shockFactor(scenario, name);
}

/** Names that can be swept. */
export const factorNames = ({ parameters, decisions, shocks }: Scenario): readonly string[] => [
  ...[...parameters, ...decisions, ...shocks].map(({ name }) => name),
  'variant',
];

/** Equally spaced values of a range, both ends included; of labels all. */
export function axisAlong(factor: Factor, count: number): Axis {
  if (factor.kind === 'labels') return { factor, values: factor.labels };
  if (factor.kind === 'quantile') throw new Error('an axis runs over values, not shares');
  const { low, high } = factor;
  const values = spacedLevels(count).map((place) => tidy(low + place * (high - low)));
  return { factor, values };
}

/** 0.30000000000000004 is 0.3 in a table, a command and a setting alike. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** Settings at every combination of values; the last axis moves fastest. */
export function settingsAlong(
  settings: Settings,
  axes: readonly Axis[],
): readonly { readonly values: readonly FactorValue[]; readonly settings: Settings }[] {
  const combined = axes.reduce<readonly (readonly FactorValue[])[]>(
    (before, { values }) => before.flatMap((some) => values.map((value) => [...some, value])),
    [[]],
  );
  const factors = axes.map(({ factor }) => factor);
  return combined.map((values) => ({ values, settings: withValues(settings, factors, values) }));
}
