/** Scores of forecasts of one of several things (Brier 1950, Monthly Weather Review 78, 1-3, equation 2). */

/** A show of hands as shares; null where no hand was raised. */
export function sharesOfHands(hands: readonly number[]): readonly number[] | null {
  const sum = hands.reduce((total, count) => total + count, 0);
  return sum > 0 ? hands.map((count) => count / sum) : null;
}

/** Σ (f_k − o_k)², where o is 1 for what came and 0 for the rest: 0 for a sure and right forecast, 2 for a sure and wrong one. */
export const brierScore = (forecast: readonly number[], came: number): number =>
  forecast.reduce((sum, share, index) => sum + squared(share - (index === came ? 1 : 0)), 0);

/**
 * The mean Brier score a forecast would get, were what comes drawn from the model's shares: Σ (f_k − p_k)² + Σ p_k (1 − p_k).
 * The second part nobody can avoid, and a forecast that is the model's own has no other.
 */
export function expectedBrier(forecast: readonly number[], model: readonly number[]): number {
  return model.reduce(
    (sum, share, index) => sum + squared((forecast[index] ?? 0) - share) + share * (1 - share),
    0,
  );
}

const squared = (value: number): number => value * value;
