/** Many comparisons at once. */

/**
 * P-values adjusted by Holm's step-down method (Holm 1979, Scandinavian Journal of Statistics 6, 65-70), in the order
 * given: an adjusted value below α is significant with a chance of at most α that any true hypothesis is rejected.
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  const adjusted = new Array<number>(pValues.length);
  let highest = 0;
  order.forEach((place, step) => {
    highest = Math.max(highest, Math.min(1, (pValues.length - step) * (pValues[place] as number)));
    adjusted[place] = highest;
  });
  return adjusted;
}
