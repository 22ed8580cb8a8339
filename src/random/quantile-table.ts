/**
 * Beta, PERT and gamma quantiles as a cubic Hermite table in z = normalQuantile(u), of the truncated distribution.
 *
 * Nodes and slopes are exact (slopes from the density), so the interpolation error is that of the cubic alone: for
 * shapes of at least 1 below 1e-8 standard deviations, below 5e-8 where a truncation bends the curve. Smaller shapes
 * go through a link (logit for beta, log for gamma), in which their quantiles are almost parabolas in z. The error of
 * y is then about 1e-9 divided by the smallest shape: of x 4e-8 for beta(0.1, 0.1), 3e-5 for beta(0.01, 0.01).
 */
import { exp } from './exp.ts';
import type { Panels } from './log-concave.ts';
import { placeNear, placeOfShare, type Side } from './log-concave-quantile.ts';
import { NORMAL_DENSITY_0, normalCdf } from './normal-cdf.ts';
import { type QuantileMap, TABLE_CELLS, TABLE_LOW, TABLE_PER_UNIT, type TableLink } from './quantile.ts';
import { LEAST_MASS, massBetween, type Panelled, panelledTails } from './tails.ts';

export type TableMap = Extract<QuantileMap, { kind: 'table' }>;

interface Node {
  readonly t: number;
  /** dt/dz */
  readonly slope: number;
}

/** Table of the distribution within [low, high]; null when there is no mass there. */
export function quantileTable(source: Panelled, link: TableLink, low: number, high: number): TableMap | null {
  const { linked, from, width } = source;
  const nodes: number[] = [];
  const slopes: number[] = [];
  const found = nodesOf(source, low, high);
  if (found === null) return null;
  for (const { t, slope } of found) {
    const step = slope / TABLE_PER_UNIT;
    if (link === 'identity') {
      nodes.push(from + width * linked.xOf(t));
      slopes.push(width * linked.speed(t) * step);
    } else {
      nodes.push(linked.increasing ? linked.origin + t : -(linked.origin + t));
      slopes.push(step);
    }
  }
  return { kind: 'table', link, nodes, slopes, low, high };
}

/** t and |dt/dz| at every z of the table, or null. */
function nodesOf(source: Panelled, low: number, high: number): readonly Node[] | null {
  const tails = panelledTails(source);
  const lowTails = tails(low);
  const highTails = tails(high);
  const mass = massBetween(lowTails, highTails);
  if (!(mass > LEAST_MASS)) return null;
  const below = NORMAL_SHARES.map((share) => lowTails.below + mass * share);
  const above = NORMAL_SHARES.map((share) => highTails.above + mass * share).reverse();
  const split = below.findIndex((share, i) => share > (above[i] as number));
  const middle = split < 0 ? below.length : split;
  const rising = march(source, { shares: below.slice(0, middle), mass, fromBelow: true });
  const falling = march(source, { shares: above.slice(middle).reverse(), mass, fromBelow: false });
  return [...rising, ...falling.reverse()];
}

interface March {
  /** Shares of the whole distribution outside the nodes, from one end of the table inward. */
  readonly shares: readonly number[];
  /** Share of the whole distribution within the range. */
  readonly mass: number;
  readonly fromBelow: boolean;
}

/**
 * Nodes from one end inward, each from the one before: errors shrink on the way, since the density grows. A node that
 * is not near the one before (long flat stretches of extreme shapes) is looked up by its whole share.
 */
function march(source: Panelled, { shares, mass, fromBelow }: March): Node[] {
  const { panels, linked } = source;
  const side: Side = fromBelow === linked.increasing ? 'below' : 'above';
  const inward = side === 'below' ? 1 : -1;
  const found: Node[] = [];
  let guess = NaN;
  shares.forEach((share, i) => {
    const before = found[found.length - 1];
    const near = before === undefined ? NaN : placeNear(panels, before.t, mass * normalPiece(i), guess);
    const t = Number.isNaN(near) ? placeOfShare(panels, side, share) : near;
    const z = TABLE_LOW + i / TABLE_PER_UNIT;
    const slope = (mass * normalDensity(z)) / densityAt(panels, t);
    guess = t + taylor(inward * slope, z, panels.density.slope(t));
    found.push({ t, slope });
  });
  return found;
}

/** How far the next node is, by two terms: t″ = −t′(z + g′(t)·t′), z < 0 being that of this end's tail. */
function taylor(velocity: number, z: number, densitySlope: number): number {
  const bend = -(z + densitySlope * velocity) / TABLE_PER_UNIT;
  return (velocity / TABLE_PER_UNIT) * (1 + 0.5 * bend);
}

/** Φ at every z of the table, from below; from above it is the same backwards. */
const NORMAL_SHARES: readonly number[] = Array.from({ length: TABLE_CELLS + 1 }, (_, i) =>
  normalCdf(TABLE_LOW + i / TABLE_PER_UNIT),
);

/** Φ between the nodes i − 1 and i, from the tail in which it does not cancel. */
function normalPiece(i: number): number {
  const [from, to] = i <= TABLE_CELLS / 2 ? [i - 1, i] : [TABLE_CELLS - i, TABLE_CELLS - i + 1];
  return (NORMAL_SHARES[to] as number) - (NORMAL_SHARES[from] as number);
}

function densityAt(panels: Panels, t: number): number {
  return exp(panels.density.logDensity(t)) / panels.total;
}

function normalDensity(z: number): number {
  return NORMAL_DENSITY_0 * exp(-0.5 * (z * z));
}
