/** What a coordinate of a design stands for, and the settings that a point of the unit cube becomes. */
import { cumulative, type QuantileMap, quantile, quantileMap } from '../../random/index.ts';
import type { Parameter, Scenario, Settings } from '../../scenario/index.ts';
import type { UnitPoint } from './design.ts';

interface Named {
  /** The parameter's, decision's or shock's name; `variant` for the variants. */
  readonly name: string;
  readonly label: string;
}

/** What a factor with labels chooses between. */
export type LabelledKind = 'parameter' | 'decision' | 'shock' | 'variant';

export type Factor =
  /** A parameter by its own distribution, truncated to its range: the place is a share of probability. */
  | (Named & { readonly kind: 'quantile'; readonly map: QuantileMap; readonly baseline: number })
  /** A parameter between two values: the place is linear. */
  | (Named & {
      readonly kind: 'range';
      readonly low: number;
      readonly high: number;
      readonly baseline: number;
    })
  /** One of some labels; `shares` is how much of [0, 1] each takes. */
  | (Named & {
      readonly kind: 'labels';
      readonly of: LabelledKind;
      readonly labels: readonly string[];
      readonly shares: readonly number[];
      readonly baseline: number;
    });

/** A value as a table shows it: a number, or a label. */
export type FactorValue = number | string;

/** An unbounded distribution has no value at 0 or 1; its value this far inside stands in. */
const NEAR_END = 0.005;

/** A parameter drawn from its distribution; null for one that has none. */
export function quantileFactor(parameter: Parameter): Factor | null {
  const { name, label, distribution, low, high, baseline } = parameter;
  if (distribution === null) return null;
  if (parameter.choices !== null && distribution.kind === 'choice') return choiceFactor(parameter);
  const map = quantileMap(distribution, low, high);
  const place = (x: number): number => cumulative(distribution, x);
  const [from, to] = [Number.isFinite(low) ? place(low) : 0, Number.isFinite(high) ? place(high) : 1];
  const inside = (place(baseline) - from) / (to - from);
  return { kind: 'quantile', name, label, map, baseline: Math.min(1, Math.max(0, inside)) };
}

function choiceFactor({ name, label, distribution, choices, baseline }: Parameter): Factor | null {
  if (distribution?.kind !== 'choice' || choices === null) return null;
  const labels = distribution.values.map((value) => choices[value] as string);
  return labelled({ name, label, of: 'parameter', labels, weights: distribution.weights }, baseline);
}

/** A parameter between two values, whatever its distribution. */
export function rangeFactor({ name, label, baseline }: Parameter, low: number, high: number): Factor {
  return { kind: 'range', name, label, low, high, baseline: (baseline - low) / (high - low) };
}

function labelled(
  {
    name,
    label,
    of,
    labels,
    weights,
  }: Named & {
    readonly of: LabelledKind;
    readonly labels: readonly string[];
    readonly weights?: readonly number[];
  },
  baseline: number,
): Factor {
  const given = weights ?? labels.map(() => 1);
  const total = given.reduce((sum, weight) => sum + weight, 0);
  const shares = given.map((weight) => weight / total);
  const before = shares.slice(0, baseline).reduce((sum, share) => sum + share, 0);
  const middle = before + (shares[baseline] ?? 0) / 2;
  return { kind: 'labels', name, label, of, labels, shares, baseline: middle };
}

/** A decision by its options, each as likely. */
export function decisionFactor({ decisions }: Scenario, name: string): Factor | null {
  const decision = decisions.find((each) => each.name === name);
  if (decision === undefined) return null;
  const labels = decision.options.map((option) => option.name);
  return labelled({ name, label: decision.label, of: 'decision', labels }, 0);
}

/** A shock, there or taken away. */
export function shockFactor({ shocks }: Scenario, name: string): Factor | null {
  const shock = shocks.find((each) => each.name === name);
  if (shock === undefined) return null;
  return labelled({ name, label: shock.label, of: 'shock', labels: ['with', 'without'] }, 0);
}

/** The scenario's variants, the file as it is first. */
export function variantFactor({ variants }: Scenario): Factor {
  const labels = ['baseline', ...variants.map(({ name }) => name)];
  return labelled({ name: 'variant', label: 'Variant', of: 'variant', labels }, 0);
}

/** The value of a factor at a place in [0, 1]. */
export function valueAt(factor: Factor, place: number): FactorValue {
  switch (factor.kind) {
    case 'range':
      return factor.low + place * (factor.high - factor.low);
    case 'quantile':
      return quantileAt(factor.map, place);
    case 'labels':
      return factor.labels[labelAt(factor.shares, place)] as string;
    default:
      return factor satisfies never;
  }
}

function quantileAt(map: QuantileMap, place: number): number {
  if (place > 0 && place < 1) return quantile(map, place);
  const bounded = map.kind !== 'choice' && Number.isFinite(place <= 0 ? map.low : map.high);
  if (bounded) return place <= 0 ? map.low : map.high;
  return quantile(map, place <= 0 ? NEAR_END : 1 - NEAR_END);
}

function labelAt(shares: readonly number[], place: number): number {
  let passed = 0;
  for (let at = 0; at < shares.length - 1; at += 1) {
    passed += shares[at] as number;
    if (place < passed) return at;
  }
  return shares.length - 1;
}

/** The values of all factors at a point. */
export const valuesAt = (factors: readonly Factor[], point: UnitPoint): readonly FactorValue[] =>
  factors.map((factor, i) => valueAt(factor, point[i] as number));

/** Settings with the factors at these values; what the settings say of other things stays. */
export function withValues(
  settings: Settings,
  factors: readonly Factor[],
  values: readonly FactorValue[],
): Settings {
  return factors.reduce((now, factor, i) => withValue(now, factor, values[i] as FactorValue), settings);
}

function withValue(settings: Settings, factor: Factor, value: FactorValue): Settings {
  const { set, decide, without } = settings;
  const { name } = factor;
  const of = factor.kind === 'labels' ? factor.of : 'parameter';
  switch (of) {
    case 'parameter':
      return { ...settings, set: { ...set, [name]: value } };
    case 'decision':
      return { ...settings, decide: { ...decide, [name]: String(value) } };
    case 'shock':
      return value === 'without' ? { ...settings, without: [...without, name] } : settings;
    case 'variant':
      return { ...settings, variant: value === 'baseline' ? null : String(value) };
    default:
      return of satisfies never;
  }
}
