/** From a distribution and a range to the map that draws from it. */
import type { ContinuousSpec, DistributionSpec } from './distribution.ts';
import { normalLimit } from './normal-limit.ts';
import type { QuantileMap } from './quantile.ts';
import { quantileTable } from './quantile-table.ts';
import { LEAST_MASS, massBetween, panelled, tailsOf } from './tails.ts';

/**
 * The map of a distribution truncated to [low, high] (±Infinity for no end) by rescaling u between its distribution
 * function's values at the ends; `choice` is not truncated. A table (beta, pert, gamma) takes about a millisecond.
 * Throws a RangeError when the range holds no mass (`massWithin` is 0).
 */
export function quantileMap(distribution: DistributionSpec, low: number, high: number): QuantileMap {
  if (distribution.kind === 'choice') return choiceMap(distribution);
  const map = continuousMap(distribution, low, high);
  if (map === null)
    throw new RangeError(`no mass of the ${distribution.kind} distribution in [${low}, ${high}]`);
  return map;
}

type Of<Kind extends DistributionSpec['kind']> = Extract<DistributionSpec, { kind: Kind }>;

function continuousMap(spec: ContinuousSpec, low: number, high: number): QuantileMap | null {
  switch (spec.kind) {
    case 'uniform':
      return uniformMap(spec, low, high);
    case 'beta':
    case 'pert':
    case 'gamma':
      return tableMap(spec, low, high);
    default: {
      const cut = truncation(spec, low, high);
      return cut === null ? null : closedMap(spec, cut);
    }
  }
}

interface Cut {
  readonly low: number;
  readonly high: number;
  readonly uLow: number;
  readonly vHigh: number;
  readonly uSpan: number;
}

function truncation(spec: ContinuousSpec, low: number, high: number): Cut | null {
  const tails = tailsOf(spec);
  const lowTails = tails(low);
  const highTails = tails(high);
  const uSpan = massBetween(lowTails, highTails);
  return uSpan > LEAST_MASS ? { low, high, uLow: lowTails.below, vHigh: highTails.above, uSpan } : null;
}

function closedMap(
  spec: Exclude<ContinuousSpec, Of<'uniform' | 'beta' | 'pert' | 'gamma'>>,
  cut: Cut,
): QuantileMap {
  switch (spec.kind) {
    case 'triangular':
      return triangularMap(spec, cut);
    case 'normal':
      return { kind: 'normal', mean: spec.mean, sd: spec.sd, ...cut };
    case 'lognormal':
      return { kind: 'lognormal', median: spec.median, sigma: spec.sigma, ...cut };
    case 'exponential':
      return { kind: 'exponential', mean: spec.mean, ...cut };
    case 'weibull':
      return { kind: 'weibull', exponent: 1 / spec.shape, scale: spec.scale, ...cut };
    default:
      throw new Error(`not a distribution: ${JSON.stringify(spec satisfies never)}`);
  }
}

/** Cutting a uniform gives a uniform. */
function uniformMap(spec: Of<'uniform'>, low: number, high: number): QuantileMap | null {
  const from = spec.low > low ? spec.low : low;
  const to = spec.high < high ? spec.high : high;
  return to > from ? { kind: 'linear', from, span: to - from, low: from, high: to } : null;
}

function triangularMap(spec: Of<'triangular'>, cut: Cut): QuantileMap {
  const width = spec.high - spec.low;
  const rising = spec.mode - spec.low;
  const falling = spec.high - spec.mode;
  return {
    kind: 'triangular',
    from: spec.low,
    to: spec.high,
    split: rising / width,
    left: width * rising,
    right: width * falling,
    ...cut,
  };
}

function tableMap(spec: Of<'beta' | 'pert' | 'gamma'>, low: number, high: number): QuantileMap | null {
  const asNormal = normalLimit(spec);
  if (asNormal !== null) return continuousMap(asNormal, low, high);
  const [supportLow, supportHigh] = support(spec);
  const from = low > supportLow ? low : supportLow;
  const to = high < supportHigh ? high : supportHigh;
  if (!(from < to)) return null;
  return quantileTable(panelled(spec), linkOf(spec), from, to);
}

function support(spec: Of<'beta' | 'pert' | 'gamma'>): readonly [number, number] {
  if (spec.kind === 'gamma') return [0, Infinity];
  return spec.kind === 'beta' ? [0, 1] : [spec.low, spec.high];
}

/** Shapes below 1 have an infinite density at an end: their quantiles are smooth only through a link. */
function linkOf(spec: Of<'beta' | 'pert' | 'gamma'>): 'identity' | 'log' | 'logit' {
  if (spec.kind === 'pert') return 'identity';
  if (spec.kind === 'gamma') return spec.sd > spec.mean ? 'log' : 'identity';
  return spec.alpha < 1 || spec.beta < 1 ? 'logit' : 'identity';
}

/** Running sums of the weights over their total; the last is 1 whatever the rounding. */
function choiceMap(spec: Of<'choice'>): QuantileMap {
  const total = spec.weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const cumulated = spec.weights.map((weight) => {
    sum += weight;
    return sum / total;
  });
  cumulated[cumulated.length - 1] = 1;
  return { kind: 'choice', cumulated, values: spec.values };
}
