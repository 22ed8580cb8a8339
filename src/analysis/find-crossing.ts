/**
 * Where a curve that is only seen with error crosses zero: a search that asks for the places it wants to see.
 *
 * With the same luck at every place (sample average approximation: Kleywegt, Shapiro and Homem-de-Mello 2002, SIAM
 * Journal on Optimization 12, 479-502) the estimate is one fixed curve, so its crossing is found by halving, and nothing
 * is read off a grid. The interval are the places whose own interval holds zero: it misses the true crossing just as
 * often as the curve's interval there misses zero.
 */
import type { Estimate } from './estimate.ts';

export interface CrossingOptions {
  readonly low: number;
  readonly high: number;
  /** How close to come, as a part of high − low. Default 1/1000. */
  readonly tolerance?: number;
  /** Equal parts that are looked at first, to see where and how often the curve crosses. Default 8. */
  readonly parts?: number;
}

export type Crossing =
  | {
      readonly kind: 'found';
      /** The curve's crossing, with the interval's ends; ∓Infinity where it does not end within the range. */
      readonly at: { readonly value: number; readonly low: number; readonly high: number };
      /** Whether the curve rises there. */
      readonly rising: boolean;
    }
  /** Clearly on one side everywhere that was looked at. */
  | { readonly kind: 'none'; readonly side: 'above' | 'below' }
  /** On neither side clearly, or nowhere both: more runs are needed, or there is nothing to see. */
  | { readonly kind: 'unclear' }
  /** More than one crossing; clear places between which they lie. */
  | { readonly kind: 'several'; readonly between: readonly (readonly [number, number])[] };

type Side = 1 | 0 | -1;

const clearSide = ({ low, high }: Estimate): Side => (low > 0 ? 1 : high < 0 ? -1 : 0);

interface Seen {
  readonly place: number;
  readonly estimate: Estimate;
}

/** Yields places, none twice; is to be sent the curve's estimate at each; returns what it found. */
export function* findCrossing(options: CrossingOptions): Generator<number, Crossing, Estimate> {
  const { low, high, tolerance = 0.001, parts = 8 } = options;
  const known = new Map<number, Estimate>();
  const look = function* (place: number): Generator<number, Seen, Estimate> {
    const estimate = known.get(place) ?? (yield place);
    known.set(place, estimate);
    return { place, estimate };
  };
  const seen: Seen[] = [];
  for (let part = 0; part <= parts; part += 1) seen.push(yield* look(low + ((high - low) * part) / parts));
  const clear = seen.filter(({ estimate }) => clearSide(estimate) !== 0);
  const changes = clear.slice(1).flatMap((one, i) => {
    const before = clear[i] as Seen;
    return clearSide(one.estimate) === clearSide(before.estimate) ? [] : [[before, one] as const];
  });
  const [change] = changes;
  if (changes.length > 1) {
    return { kind: 'several', between: changes.map(([from, to]) => [from.place, to.place] as const) };
  }
  if (change === undefined) return withoutChange(seen);
  const [from, to] = change;
  const rising = clearSide(to.estimate) === 1;
  const width = tolerance * (high - low);

  /** Halves the way between a place where `test` fails and one where it holds. */
  const halve = function* (
    failing: number,
    holding: number,
    test: (estimate: Estimate) => boolean,
  ): Generator<number, readonly [number, number], Estimate> {
    let [one, other] = [failing, holding];
    while (Math.abs(other - one) > width) {
      const middle = (one + other) / 2;
      if (test((yield* look(middle)).estimate)) other = middle;
      else one = middle;
    }
    return [one, other];
  };
  const start = clearSide(from.estimate);
  const [before, after] = yield* halve(from.place, to.place, ({ value }) => value * start <= 0);
  const [, first] = yield* halve(from.place, before, (estimate) => clearSide(estimate) !== start);
  const [, last] = yield* halve(to.place, after, (estimate) => clearSide(estimate) !== -start);
  return { kind: 'found', at: { value: (before + after) / 2, low: first, high: last }, rising };
}

/** No two places are clearly on different sides. */
function withoutChange(seen: readonly Seen[]): Crossing {
  const sides = seen.map(({ estimate }) => clearSide(estimate));
  if (sides.every((side) => side === 1)) return { kind: 'none', side: 'above' };
  if (sides.every((side) => side === -1)) return { kind: 'none', side: 'below' };
  return { kind: 'unclear' };
}
