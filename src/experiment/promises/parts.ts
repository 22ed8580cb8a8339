/** What a promise claims, claim by claim, held against the runs so far. */
import { type Estimate, newcombePaired, quantileEstimate, wilson } from '../../analysis/index.ts';
import { completed, measureTally } from '../../runner/index.ts';
import type { PromiseRule, Scenario, ScenarioPromise } from '../../scenario/index.ts';
import { measureMean } from '../measure-result.ts';
import { orderedValues } from '../measure-values.ts';
import { pairedCounts, type Side, type Sides } from './side.ts';
import { contrastStanding, type Standing, standingOf } from './standing.ts';
import { boundInWords, estimateInWords, inUnit, points, share } from './words.ts';

export interface PromisePart {
  readonly standing: Standing;
  /** Null where no run has a value. */
  readonly estimate: Estimate | null;
  readonly wanted: string;
  /** `Government falls: 31.2 % (30.1 % to 32.4 %), wanted 2 % to 60 %`. */
  readonly text: string;
}

type Rule<Kind extends PromiseRule['kind']> = Extract<PromiseRule, { kind: Kind }>;

const nameOf = (variant: string | null): string => variant ?? 'baseline';
const under = (variant: string | null): string => (variant === null ? '' : ` under ${variant}`);

/** The variants a rule needs runs of. */
export const variantsOf = ({ rule, given }: ScenarioPromise): readonly (string | null)[] => {
  const sides = rule.kind === 'contrast' ? rule.than.map(({ side }) => side) : [];
  const all = [rule.side, ...sides];
  const later = rule.kind === 'near' || rule.kind === 'timeline' || rule.kind === 'log_odds';
  const plain = all.every(({ scenario, decide }) => scenario === null && decide.length === 0);
  if (given !== null || later || rule.kind === 'odds_ratio' || !plain) return [];
  return all.map(({ variant }) => variant);
};

/**
 * The rule's claims; the promise holds when all do.
 * @param level confidence that all of the claims' intervals together are to have.
 */
export function partsOf(
  scenario: Scenario,
  rule: PromiseRule,
  sides: Sides,
  level: number,
): readonly PromisePart[] {
  switch (rule.kind) {
    case 'outcome':
      return [outcomePart(rule, sideOf(sides, rule.side.variant), level)];
    case 'contrast':
      return contrastParts(rule, sides, level);
    case 'mean':
      return [meanPart(scenario, rule, sideOf(sides, rule.side.variant), level)];
    case 'quantiles':
      return quantileParts(scenario, rule, sideOf(sides, rule.side.variant), level);
    case 'near':
    case 'timeline':
    case 'log_odds':
    case 'odds_ratio':
      return [];
    default:
      return rule satisfies never;
  }
}

function sideOf(sides: Sides, variant: string | null): Side {
  const side = sides.get(variant);
  if (side === undefined) throw new Error(`no runs of ${nameOf(variant)}`);
  return side;
}

/** Each of several claims gets its part of the error (Bonferroni), so that together they err no more than one. */
const levelOfEach = (level: number, claims: number): number => 1 - (1 - level) / claims;

function outcomePart(
  { of, bound, side: { variant } }: Rule<'outcome'>,
  { tally }: Side,
  level: number,
): PromisePart {
  const count = of.outcomes.reduce((sum, outcome) => sum + (tally.outcomes[outcome] ?? 0), 0);
  const estimate = wilson(count, completed(tally), level);
  const wanted = boundInWords(bound, share);
  const text = `${of.label}${under(variant)}: ${estimateInWords(estimate, share)}, wanted ${wanted}`;
  return { standing: standingOf(estimate, bound), estimate, wanted, text };
}

function contrastParts(rule: Rule<'contrast'>, sides: Sides, level: number): readonly PromisePart[] {
  const {
    of,
    side: { variant },
    direction,
    than,
  } = rule;
  const first = sideOf(sides, variant);
  return than.map(({ side: { variant: other } }) => {
    const counts = pairedCounts(first, sideOf(sides, other), of);
    const estimate = newcombePaired(counts, levelOfEach(level, than.length));
    const wanted = `${direction} likely than under ${nameOf(other)}`;
    const seen = estimateInWords(estimate, points);
    const text = `${of.label} under ${nameOf(variant)} against ${nameOf(other)}: ${seen}, wanted ${wanted}`;
    return { standing: contrastStanding(estimate, direction), estimate, wanted, text };
  });
}

function meanPart(
  scenario: Scenario,
  { measure: index, bound, side: { variant } }: Rule<'mean'>,
  { tally }: Side,
  level: number,
): PromisePart {
  const measure = scenario.measures[index]!;
  const estimate = measureMean(measure, measureTally(tally, index), level);
  const write = measure.boolean ? share : inUnit(measure.unit);
  const what = measure.boolean ? measure.label : `Mean of ${measure.label}`;
  const wanted = boundInWords(bound, write);
  const text = `${what}${under(variant)}: ${estimateInWords(estimate, write)}, wanted ${wanted}`;
  return { standing: standingOf(estimate, bound), estimate, wanted, text };
}

function quantileParts(
  scenario: Scenario,
  { measure: index, quantiles, side: { variant } }: Rule<'quantiles'>,
  { tally }: Side,
  level: number,
): readonly PromisePart[] {
  const { label, unit } = scenario.measures[index]!;
  const kept = measureTally(tally, index);
  const { valueAt } = orderedValues(kept);
  const write = inUnit(unit);
  return quantiles.map(({ level: at, low, high }) => {
    const bound = { kind: 'between', low, high } as const;
    const estimate = quantileEstimate(kept.count, valueAt, at, levelOfEach(level, quantiles.length));
    const wanted = boundInWords(bound, write);
    const text = `${share(at)} quantile of ${label}${under(variant)}: ${estimateInWords(estimate, write)}, wanted ${wanted}`;
    return { standing: standingOf(estimate, bound), estimate, wanted, text };
  });
}
