/** Whether a restriction of a box does anything (Bryant and Lempert 2010, Technological Forecasting and Social Change 77, 34-49). */
import { binomialAtLeast } from './binomial-tail.ts';

/**
 * The chance of at least `hits` cases of interest among the `cases` in the box, were their share no higher than in the
 * box without the restriction. Small: the restriction counts. It is only "quasi" a p-value, since the box was chosen.
 */
export function quasiP(
  box: { readonly hits: number; readonly cases: number },
  without: { readonly hits: number; readonly cases: number },
): number {
  return binomialAtLeast(box.hits, box.cases, without.hits / without.cases);
}
