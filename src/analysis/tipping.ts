/** What a set of curves says as one goes along it: who leads where, and where one of them changes fastest. */
import type { Estimate } from './estimate.ts';

/** A stretch in which one curve is the highest. */
export interface Lead {
  readonly curve: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Who leads along ascending `places`; `curves[curve][place]` are shares. A change of lead between two places is put
 * where the straight lines between them cross. Of two that are equal the one that led before goes on leading.
 */
export function leadsOf(
  places: readonly number[],
  curves: readonly (readonly Estimate[])[],
): readonly Lead[] {
  const value = (curve: number, place: number): number => curves[curve]?.[place]?.value ?? 0;
  const leads: Lead[] = [];
  places.forEach((at, place) => {
    const last = leads[leads.length - 1];
    const highest = Math.max(...curves.map((_, curve) => value(curve, place)));
    const leader =
      last !== undefined && value(last.curve, place) === highest
        ? last.curve
        : curves.findIndex((_, curve) => value(curve, place) === highest);
    if (last === undefined) {
      leads.push({ curve: leader, from: at, to: at });
      return;
    }
    leads.pop();
    if (leader === last.curve) {
      leads.push({ ...last, to: at });
      return;
    }
    const before = places[place - 1]!;
    const gapBefore = value(last.curve, place - 1) - value(leader, place - 1);
    const gapNow = value(leader, place) - value(last.curve, place);
    const crossing = before + ((at - before) * gapBefore) / (gapBefore + gapNow);
    leads.push({ ...last, to: crossing }, { curve: leader, from: crossing, to: at });
  });
  return leads;
}

export interface Steepest {
  /** The middle of the stretch in which the curve changes fastest. */
  readonly at: number;
  /** Its value at the beginning and at the end of the whole curve. */
  readonly first: Estimate;
  readonly last: Estimate;
  /** The part of all its ups and downs that lies in that stretch, 0 to 1. */
  readonly part: number;
}

/** Null where the curve has fewer than three places, or never leaves the intervals of its ends. */
export function steepestOf(places: readonly number[], curve: readonly Estimate[]): Steepest | null {
  const [first, last] = [curve[0], curve[curve.length - 1]];
  if (first === undefined || last === undefined || curve.length < 3) return null;
  const lowest = Math.min(...curve.map(({ high }) => high));
  const highest = Math.max(...curve.map(({ low }) => low));
  if (lowest >= highest) return null;
  const rises = curve.slice(1).map(({ value }, place) => Math.abs(value - curve[place]!.value));
  // Three neighbouring stretches together, so that the error of one place does not make a cliff.
  const width = Math.min(3, rises.length);
  const sums = rises.slice(width - 1).map((_, start) => sum(rises.slice(start, start + width)));
  const start = sums.indexOf(Math.max(...sums));
  const at = (places[start]! + places[start + width]!) / 2;
  const total = sum(rises);
  return { at, first, last, part: total > 0 ? sums[start]! / total : 0 };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
