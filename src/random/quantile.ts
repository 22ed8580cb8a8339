/**
 * A distribution ready to be drawn from: a pure map of one uniform, with every constant worked out beforehand.
 *
 * A truncated distribution rescales u between the ends of its range. Both tails are kept to full precision:
 *   below = uLow + u·uSpan   (share of the whole distribution below the value)
 *   above = vHigh + (1 − u)·uSpan   (share above it)
 * where uLow = F(low), vHigh = 1 − F(high), uSpan = F(high) − F(low), each computed without cancellation; without
 * truncation they are 0, 0, 1. `low` and `high` (±Infinity where there is no end) are only a guard against rounding.
 * The kernel emits the operations of `quantile` below, one by one, in this order.
 */
import { exp } from './exp.ts';
import { log } from './log.ts';
import { normalQuantile } from './normal-quantile.ts';
import { power } from './power.ts';

/** The range a value never leaves. */
interface Ends {
  readonly low: number;
  readonly high: number;
}

interface Truncated extends Ends {
  readonly uLow: number;
  readonly vHigh: number;
  readonly uSpan: number;
}

/** Tables are cubic Hermite in z = normalQuantile(u), on equal cells of [TABLE_LOW, −TABLE_LOW]. */
export const TABLE_LOW = -8.25;
export const TABLE_CELLS = 528;
/** Cells per unit of z: their width is 1/32. */
export const TABLE_PER_UNIT = 32;

/** What a table's value goes through: x = y, e^y, or 1/(1 + e^−y). */
export type TableLink = 'identity' | 'log' | 'logit';

export type QuantileMap =
  | (Ends & { readonly kind: 'linear'; readonly from: number; readonly span: number })
  /** `split` is the share below the mode; `left`, `right` = width · (mode's distance from the end). */
  | (Truncated & {
      readonly kind: 'triangular';
      readonly from: number;
      readonly to: number;
      readonly split: number;
      readonly left: number;
      readonly right: number;
    })
  | (Truncated & { readonly kind: 'normal'; readonly mean: number; readonly sd: number })
  | (Truncated & { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number })
  | (Truncated & { readonly kind: 'exponential'; readonly mean: number })
  /** `exponent` = 1/shape */
  | (Truncated & { readonly kind: 'weibull'; readonly exponent: number; readonly scale: number })
  /** beta, pert, gamma, already truncated. TABLE_CELLS + 1 nodes; slopes are per cell (dy/dz · width of a cell). */
  | (Ends & {
      readonly kind: 'table';
      readonly link: TableLink;
      readonly nodes: readonly number[];
      readonly slopes: readonly number[];
    })
  /** The value of the first entry with u < cumulated; the last `cumulated` is 1. */
  | { readonly kind: 'choice'; readonly cumulated: readonly number[]; readonly values: readonly number[] };

/** The value at u in (0, 1): non-decreasing in u, within [low, high]. */
export function quantile(map: QuantileMap, u: number): number {
  switch (map.kind) {
    case 'linear':
      return within(map, map.from + u * map.span);
    case 'triangular':
      return within(map, triangular(map, u));
    case 'normal':
      return within(map, map.mean + map.sd * truncatedNormal(map, u));
    case 'lognormal':
      return within(map, map.median * exp(map.sigma * truncatedNormal(map, u)));
    case 'exponential':
      return within(map, -(map.mean * log(map.vHigh + (1 - u) * map.uSpan)));
    case 'weibull':
      return within(map, map.scale * power(-log(map.vHigh + (1 - u) * map.uSpan), map.exponent));
    case 'table':
      return within(map, linked(map.link, interpolated(map.nodes, map.slopes, normalQuantile(u))));
    case 'choice':
      return chosen(map.cumulated, map.values, u);
    default:
      throw new Error(`not a quantile map: ${JSON.stringify(map satisfies never)}`);
  }
}

function within(ends: Ends, x: number): number {
  return x < ends.low ? ends.low : x > ends.high ? ends.high : x;
}

function triangular(map: Extract<QuantileMap, { kind: 'triangular' }>, u: number): number {
  const below = map.uLow + u * map.uSpan;
  if (below < map.split) return map.from + Math.sqrt(below * map.left);
  const above = map.vHigh + (1 - u) * map.uSpan;
  return map.to - Math.sqrt(above * map.right);
}

/** The standard normal quantile, from whichever tail is the smaller. */
function truncatedNormal(map: Truncated, u: number): number {
  const below = map.uLow + u * map.uSpan;
  if (below <= 0.5) return normalQuantile(below);
  return -normalQuantile(map.vHigh + (1 - u) * map.uSpan);
}

function linked(link: TableLink, y: number): number {
  if (link === 'identity') return y;
  if (link === 'log') return exp(y);
  return 1 / (1 + exp(-y));
}

/** Cubic Hermite: y0 + s·(m0 + s·(c2 + s·c3)) with s in [0, 1] the place in the cell. */
function interpolated(nodes: readonly number[], slopes: readonly number[], z: number): number {
  const place = (z - TABLE_LOW) * TABLE_PER_UNIT;
  const inside = place < 0 ? 0 : place > TABLE_CELLS ? TABLE_CELLS : place;
  const cell = inside < TABLE_CELLS ? Math.floor(inside) : TABLE_CELLS - 1;
  const s = inside - cell;
  const y0 = nodes[cell] as number;
  const m0 = slopes[cell] as number;
  const m1 = slopes[cell + 1] as number;
  const rise = (nodes[cell + 1] as number) - y0;
  const c2 = 3 * rise - 2 * m0 - m1;
  const c3 = m0 + m1 - 2 * rise;
  return y0 + s * (m0 + s * (c2 + s * c3));
}

function chosen(cumulated: readonly number[], values: readonly number[], u: number): number {
  let at = 0;
  while (at < values.length - 1 && !(u < (cumulated[at] as number))) at++;
  return values[at] as number;
}
