/** Parameters of a distribution from its mean and standard deviation, before truncation. */

/**
 * Alpha and beta of the beta distribution on [0, 1] with this mean and sd: alpha + beta = mean(1 − mean)/sd² − 1.
 * Null when there is none: the mean must lie inside (0, 1) and the sd be positive and below sqrt(mean(1 − mean)).
 */
export function betaFromMean(
  mean: number,
  sd: number,
): { readonly alpha: number; readonly beta: number } | null {
  if (!(mean > 0 && mean < 1 && sd > 0)) return null;
  const sum = (mean * (1 - mean)) / (sd * sd) - 1;
  const alpha = mean * sum;
  const beta = (1 - mean) * sum;
  return alpha > 0 && beta > 0 && sum < Infinity ? { alpha, beta } : null;
}

/** Shape and scale of the gamma distribution with this mean and sd; null unless both are positive and finite. */
export function gammaFromMean(
  mean: number,
  sd: number,
): { readonly shape: number; readonly scale: number } | null {
  if (!(mean > 0 && sd > 0)) return null;
  const shape = (mean / sd) * (mean / sd);
  const scale = mean / shape;
  return shape > 0 && shape < Infinity && scale < Infinity ? { shape, scale } : null;
}
