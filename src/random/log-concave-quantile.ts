/** Quantiles of the densities of log-concave.ts: the place at which a share of the mass is passed. */
import { exp } from './exp.ts';
import { log } from './log.ts';
import { at, integral, type LogConcave, type Panels, tailMass } from './log-concave.ts';

export type Side = 'below' | 'above';

/**
 * The t with `share` (0 < share < 1) of the mass on one side of it. For full precision take the side with less mass.
 * `start`, where given, is a good guess (such as the answer at a neighbouring share).
 */
export function placeOfShare(panels: Panels, side: Side, share: number, start = NaN): number {
  const target = share * panels.total;
  const sums = side === 'below' ? panels.below : panels.above;
  const last = panels.edges.length - 1;
  const cell = panelHolding(sums, target, side);
  if (cell < 0) return beyond(panels, 0, target);
  if (cell === last) return beyond(panels, last, target);
  const low = at(panels.edges, cell);
  const high = at(panels.edges, cell + 1);
  const wanted = side === 'below' ? target - at(sums, cell) : at(sums, cell) - target;
  const guess = start > low && start < high ? start : between(panels, cell, sums, target);
  return root(panels.density, { low, high, wanted, guess });
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

/** Halley's iteration on the mass from `low`, kept in the panel by bisection. Its error is cubed in each step. */
function root(density: LogConcave, search: Search): number {
  const close = 1e-4 * (search.high - search.low);
  let low = search.low;
  let high = search.high;
  let t = search.guess;
  for (let i = 0; i < 100; i++) {
    const excess = integral(density, search.low, t) - search.wanted;
    if (excess > 0) high = t;
    else low = t;
    const newton = excess / exp(density.logDensity(t));
    const next = t - newton / (1 - 0.5 * newton * density.slope(t));
    if (!(next >= low && next <= high)) {
      t = low + (high - low) / 2;
      continue;
    }
    if (Math.abs(next - t) <= close) return next;
    t = next;
  }
  return t;
}
