/**
 * Distribution functions of densities e^g(t) on the whole line with g concave and smooth, by quadrature.
 *
 * Beta (t the logit of x) and gamma (t the log of x) have this form for all their shapes, U-shaped, J-shaped or with
 * any size of parameters, so one method serves where incomplete beta and gamma functions would need several.
 * The line is cut into panels outward from the mode, g falling by 1/2 near it and by up to 3 where it is straighter;
 * 8-point Gauss-Legendre is then good to about 1e-13 of a panel. Sums run from each tail inward: both tails keep their
 * relative precision.
 */
import { exp } from './exp.ts';
import { gauss8 } from './gauss-legendre.ts';

export interface LogConcave {
  /** g, 0 at the mode, which is at t = 0. */
  logDensity(t: number): number;
  /** g′, without cancellation near 0. */
  slope(t: number): number;
  /** Where the density's features of unit width lie (x = 1/2 for the logit, x = 1 for the log). */
  readonly centre: number;
  /** 1 / sqrt(−g″(0)) */
  readonly scale: number;
}

/** A density cut into panels. `below[i]` and `above[i]` are the masses left and right of `edges[i]`. */
export interface Panels {
  readonly density: LogConcave;
  readonly edges: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
  readonly total: number;
}

/** Panels reach to where less than about 1e-30 of the mass is left. */
const LOWEST_LOG_DENSITY = -70;

/** How far g may fall on a panel that starts at this level: little near the mode, more on the straighter tails. */
const fallAt = (level: number): number => (level > -10 ? 0.5 - level / 4 : 3);

export function panelsOf(density: LogConcave): Panels {
  const left = edgesOutward(density, -1).reverse();
  const edges = Float64Array.from([...left, 0, ...edgesOutward(density, 1)]);
  const count = edges.length;
  const pieces = new Float64Array(count);
  for (let i = 0; i + 1 < count; i++) pieces[i] = massBetweenPlaces(density, at(edges, i), at(edges, i + 1));
  const below = new Float64Array(count);
  const above = new Float64Array(count);
  below[0] = tailMass(density, at(edges, 0));
  above[count - 1] = tailMass(density, at(edges, count - 1));
  for (let i = 1; i < count; i++) below[i] = at(below, i - 1) + at(pieces, i - 1);
  for (let i = count - 2; i >= 0; i--) above[i] = at(above, i + 1) + at(pieces, i);
  const mode = left.length;
  return { density, edges, below, above, total: at(below, mode) + at(above, mode) };
}

/** Share of the mass left of t. */
export function shareBelow(panels: Panels, t: number): number {
  if (t === -Infinity) return 0;
  return massBelow(panels, t) / panels.total;
}

/** Share of the mass right of t. */
export function shareAbove(panels: Panels, t: number): number {
  if (t === Infinity) return 0;
  return massAbove(panels, t) / panels.total;
}

/** A typed array's element that is known to be there. */
export const at = (values: Float64Array, index: number): number => values[index] as number;

/** Edges from the mode outward: steps on which g falls little, short beside their surroundings. */
function edgesOutward(density: LogConcave, direction: 1 | -1): number[] {
  const edges: number[] = [];
  let t = 0;
  let level = 0;
  let width = density.scale;
  while (level > LOWEST_LOG_DENSITY) {
    const widest = Math.abs(t - density.centre) / 4;
    width = smaller(2 * width, widest > 1 ? widest : 1);
    const fall = fallAt(level);
    let next = density.logDensity(t + direction * width);
    while (level - next > fall) {
      width /= 2;
      next = density.logDensity(t + direction * width);
    }
    t += direction * width;
    level = next;
    edges.push(t);
  }
  return edges;
}

const smaller = (a: number, b: number): number => (a < b ? a : b);

/** Mass between two places of one panel. */
export function massBetweenPlaces(density: LogConcave, from: number, to: number): number {
  return gauss8((t) => exp(density.logDensity(t)), from, to);
}

/** Mass beyond t on the side away from the mode, as if the tail were exponential: it is where this is used. */
export function tailMass(density: LogConcave, t: number): number {
  return exp(density.logDensity(t)) / Math.abs(density.slope(t));
}

function massBelow(panels: Panels, t: number): number {
  if (t <= at(panels.edges, 0)) return tailMass(panels.density, t);
  const cell = panelAt(panels.edges, t);
  if (cell > panels.edges.length - 2) return panels.total;
  return at(panels.below, cell) + massBetweenPlaces(panels.density, at(panels.edges, cell), t);
}

function massAbove(panels: Panels, t: number): number {
  if (t >= at(panels.edges, panels.edges.length - 1)) return tailMass(panels.density, t);
  const cell = panelAt(panels.edges, t);
  if (cell < 0) return panels.total;
  return at(panels.above, cell + 1) + massBetweenPlaces(panels.density, t, at(panels.edges, cell + 1));
}

/** Index of the last edge that is ≤ t, −1 if none is. */
function panelAt(edges: Float64Array, t: number): number {
  let low = -1;
  let high = edges.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(edges, middle) <= t) low = middle;
    else high = middle;
  }
  return low;
}
