/** Quantiles of the densities of log-concave.ts: the place at which a share of the mass is passed. */
import { exp } from './exp.ts';
import { gauss4 } from './gauss-legendre.ts';
import { log } from './log.ts';
import { at, type LogConcave, massBetweenPlaces, type Panels, tailMass } from './log-concave.ts';

export type Side = 'below' | 'above';

/**
 * The t with `share` (0 < share < 1) of the mass on one side of it. For full precision take the side with less mass.
 */
export function placeOfShare(panels: Panels, side: Side, share: number): number {
  const target = share * panels.total;
  const sums = side === 'below' ? panels.below : panels.above;
  const last = panels.edges.length - 1;
  const cell = panelHolding(sums, target, side);
  if (cell < 0) return beyond(panels, 0, target);
  if (cell === last) return beyond(panels, last, target);
  const low = at(panels.edges, cell);
  const high = at(panels.edges, cell + 1);
  const wanted = side === 'below' ? target - at(sums, cell) : at(sums, cell) - target;
  const guess = between(panels, cell, sums, target);
  return root(panels.density, { low, high, wanted, guess });
}

/** Steps shorter than this, on which g moves by less than 1, are smooth enough for 4 points. */
const SHORT = 0.5;

/**
 * The t with `share` of the mass between it and `from`, near a good guess that says on which side. NaN where the step
 * is not short or the guess not good: then ask `placeOfShare`.
 */
export function placeNear(panels: Panels, from: number, share: number, guess: number): number {
  const { density, total } = panels;
  const step = guess - from;
  if (!(Math.abs(step) < SHORT && Math.abs(step * density.slope(from)) < 1)) return NaN;
  const wanted = step < 0 ? -share * total : share * total;
  const mass = (t: number): number => exp(density.logDensity(t));
  let t = guess;
  for (let i = 0; i < 4; i++) {
    const excess = gauss4(mass, from, t) - wanted;
    const correction = halley(density, t, excess);
    t -= correction;
    if (Math.abs(correction) <= 1e-3 * Math.abs(step)) return t;
  }
  return NaN;
}

/** What to take off t when there is too much mass before it. The error is cubed in each step. */
function halley(density: LogConcave, t: number, excess: number): number {
  const newton = excess / exp(density.logDensity(t));
  return newton / (1 - 0.5 * newton * density.slope(t));
}

/** Index of the panel in which the running sum passes the target; −1 or the last edge's index when outside. */
function panelHolding(sums: Float64Array, target: number, side: Side): number {
  let low = -1;
  let high = sums.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const left = side === 'below' ? at(sums, middle) <= target : at(sums, middle) >= target;
    if (left) low = middle;
    else high = middle;
  }
  return low;
}

/** Linear between the panel's ends: only a start. */
function between(panels: Panels, cell: number, sums: Float64Array, target: number): number {
  const low = at(panels.edges, cell);
  const from = at(sums, cell);
  return low + ((target - from) / (at(sums, cell + 1) - from)) * (at(panels.edges, cell + 1) - low);
}

/** In the exponential tail beyond the outermost edges, where less than about 1e-29 of the mass lies. */
function beyond(panels: Panels, edge: number, target: number): number {
  const t = at(panels.edges, edge);
  const rise = log(target) - log(tailMass(panels.density, t));
  return t + rise / panels.density.slope(t);
}

interface Search {
  readonly low: number;
  readonly high: number;
  readonly wanted: number;
  readonly guess: number;
}

/** Halley's iteration on the mass from `low`, kept in the panel by bisection. */
function root(density: LogConcave, search: Search): number {
  const close = 1e-4 * (search.high - search.low);
  let low = search.low;
  let high = search.high;
  let t = search.guess;
  for (let i = 0; i < 100; i++) {
    const excess = massBetweenPlaces(density, search.low, t) - search.wanted;
    if (excess > 0) high = t;
    else low = t;
    const next = t - halley(density, t, excess);
    if (!(next >= low && next <= high)) {
      t = low + (high - low) / 2;
      continue;
    }
    if (Math.abs(next - t) <= close) return next;
    t = next;
  }
  return t;
}
