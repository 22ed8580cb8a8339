/** Distribution functions, exact in both tails, for truncation and for checks. */
import { betaDensity, gammaDensity, type Linked } from './beta-gamma.ts';
import type { ContinuousSpec, DistributionSpec } from './distribution.ts';
import { exp } from './exp.ts';
import { log } from './log.ts';
import { type Panels, panelsOf, shareAbove, shareBelow } from './log-concave.ts';
import { expMinusOne } from './near-zero.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalLimit } from './normal-limit.ts';
import { power } from './power.ts';

/** Shares of a distribution on either side of a value; each keeps its relative precision where it is small. */
export interface Tails {
  readonly below: number;
  readonly above: number;
}

export type TailFunction = (x: number) => Tails;

/** A beta or gamma cut into panels, on x = from + width · (the standard variable). */
export interface Panelled {
  readonly linked: Linked;
  readonly panels: Panels;
  readonly from: number;
  readonly width: number;
}

/** F(x) = P(X ≤ x), before any truncation. Beta, PERT and gamma to about 1e-12. */
export function cumulative(distribution: DistributionSpec, x: number): number {
  if (distribution.kind === 'choice') return choiceShare(distribution, -Infinity, x);
  return tailsOf(distribution)(x).below;
}

/** Shares below this are none: a range that is met less often than once in 10^25 draws was not meant. */
export const LEAST_MASS = 1e-25;

/**
 * Share of the distribution in [low, high], without cancellation in either tail. 0 when it is 1e-25 or less: then
 * `quantileMap` refuses the range.
 */
export function massWithin(distribution: DistributionSpec, low: number, high: number): number {
  if (distribution.kind === 'choice') return choiceShare(distribution, low, high);
  const tails = tailsOf(distribution);
  const mass = massBetween(tails(low), tails(high));
  return mass > LEAST_MASS ? mass : 0;
}

export function massBetween(low: Tails, high: Tails): number {
  if (high.below <= 0.5) return high.below - low.below;
  if (low.above <= 0.5) return low.above - high.above;
  return 1 - low.below - high.above;
}

/** The tails of a distribution as a function; what is worked out beforehand is worked out once. */
export function tailsOf(spec: ContinuousSpec): TailFunction {
  switch (spec.kind) {
    case 'uniform':
      return (x) => {
        const width = spec.high - spec.low;
        return { below: unit((x - spec.low) / width), above: unit((spec.high - x) / width) };
      };
    case 'triangular':
      return (x) => triangularTails(spec, x);
    case 'normal':
      return (x) => normalTails((x - spec.mean) / spec.sd);
    case 'lognormal':
      return (x) => normalTails(x <= 0 ? -Infinity : (log(x) - log(spec.median)) / spec.sigma);
    case 'exponential':
      return (x) => waitingTails(x <= 0 ? 0 : x / spec.mean);
    case 'weibull':
      return (x) => waitingTails(x <= 0 ? 0 : power(x / spec.scale, spec.shape));
    case 'beta':
    case 'pert':
    case 'gamma': {
      const normal = normalLimit(spec);
      return normal === null ? panelledTails(panelled(spec)) : tailsOf(normal);
    }
    default:
      throw new Error(`not a distribution: ${JSON.stringify(spec satisfies never)}`);
  }
}

/** PERT has λ = 4 (Malcolm et al. 1959): a beta of 1 + 4(mode − low)/width and 1 + 4(high − mode)/width. */
export function panelled(spec: Extract<ContinuousSpec, { kind: 'beta' | 'pert' | 'gamma' }>): Panelled {
  if (spec.kind === 'gamma') {
    const ratio = spec.mean / spec.sd;
    const shape = ratio * ratio;
    return panelledOf(gammaDensity(shape, spec.mean / shape), 0, 1);
  }
  if (spec.kind === 'beta') return panelledOf(betaDensity(spec.alpha, spec.beta), 0, 1);
  const width = spec.high - spec.low;
  const alpha = 1 + (4 * (spec.mode - spec.low)) / width;
  const beta = 1 + (4 * (spec.high - spec.mode)) / width;
  return panelledOf(betaDensity(alpha, beta), spec.low, width);
}

function panelledOf(linked: Linked, from: number, width: number): Panelled {
  return { linked, panels: panelsOf(linked.density), from, width };
}

export function panelledTails(source: Panelled): TailFunction {
  const { linked, panels, from, width } = source;
  return (x) => {
    const t = linked.tOf((x - from) / width);
    const left = shareBelow(panels, t);
    const right = shareAbove(panels, t);
    return linked.increasing ? { below: left, above: right } : { below: right, above: left };
  };
}

const unit = (share: number): number => (share < 0 ? 0 : share > 1 ? 1 : share);

function normalTails(z: number): Tails {
  return { below: normalCdf(z), above: normalCdf(-z) };
}

/** Of a waiting time whose accumulated risk is `risk`. */
function waitingTails(risk: number): Tails {
  return { below: -expMinusOne(-risk), above: exp(-risk) };
}

function triangularTails(spec: Extract<ContinuousSpec, { kind: 'triangular' }>, x: number): Tails {
  const { low, mode, high } = spec;
  if (x <= low) return { below: 0, above: 1 };
  if (x >= high) return { below: 1, above: 0 };
  if (x < mode) {
    const below = ((x - low) * (x - low)) / ((high - low) * (mode - low));
    return { below, above: 1 - below };
  }
  const above = ((high - x) * (high - x)) / ((high - low) * (high - mode));
  return { below: 1 - above, above };
}

function choiceShare(
  choice: Extract<DistributionSpec, { kind: 'choice' }>,
  low: number,
  high: number,
): number {
  let inside = 0;
  let total = 0;
  choice.weights.forEach((weight, i) => {
    const value = choice.values[i] as number;
    total += weight;
    if (value >= low && value <= high) inside += weight;
  });
  return inside / total;
}
