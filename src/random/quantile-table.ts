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
import { placeOfShare, type Side } from './log-concave-quantile.ts';
import { NORMAL_DENSITY_0, normalCdf } from './normal-cdf.ts';
import { type QuantileMap, TABLE_CELLS, TABLE_LOW, TABLE_PER_UNIT, type TableLink } from './quantile.ts';
import { massBetween, type Panelled, panelledTails } from './tails.ts';

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

/** t and |dt/dz| at every z of the table. */
function nodesOf(source: Panelled, low: number, high: number): readonly Node[] | null {
  const tails = panelledTails(source);
  const lowTails = tails(low);
  const highTails = tails(high);
  const mass = massBetween(lowTails, highTails);
  if (!(mass > LEAST_MASS)) return null;
  const direction = source.linked.increasing ? 1 : -1;
  const found: Node[] = [];
  let start = NaN;
  for (let i = 0; i <= TABLE_CELLS; i++) {
    const z = TABLE_LOW + i / TABLE_PER_UNIT;
    const below = lowTails.below + mass * normalCdf(z);
    const above = highTails.above + mass * normalCdf(-z);
    const t = placeOfTails(source, below, above, start);
    const slope = (mass * normalDensity(z)) / densityAt(source.panels, t);
    found.push({ t, slope });
    start = neighbour(source.panels, { t, slope: direction * slope }, z);
  }
  return found;
}

/** Where the next node should be, by two terms of Taylor: t″ = −t′(z + g′(t)·t′). */
function neighbour(panels: Panels, node: Node, z: number): number {
  const step = node.slope / TABLE_PER_UNIT;
  const bend = -(z + panels.density.slope(node.t) * node.slope) / TABLE_PER_UNIT;
  return node.t + step * (1 + 0.5 * bend);
}

/** A range with less mass than this has none. */
export const LEAST_MASS = 1e-25;

/** From the side with less mass. A beta's t may run against x. */
function placeOfTails(source: Panelled, below: number, above: number, start: number): number {
  const fromBelow = below <= above;
  const side: Side = fromBelow === source.linked.increasing ? 'below' : 'above';
  return placeOfShare(source.panels, side, fromBelow ? below : above, start);
}

function densityAt(panels: Panels, t: number): number {
  return exp(panels.density.logDensity(t)) / panels.total;
}

function normalDensity(z: number): number {
  return NORMAL_DENSITY_0 * exp(-0.5 * (z * z));
}
