/** What looking again costs. */

/**
 * Confidence level to use at look number `look` = 1, 2, 3, … so that all looks together err with a chance of at most
 * 1 − level.
 *
 * A rule that stops as soon as an interval settles the question has many chances to be wrong: checking 99 % intervals
 * again and again with growing n errs far more often than 1 %. Look k is therefore given the error α/2^k of
 * α = 1 − level. The sum over any number of looks is below α, and by Bonferroni's inequality so is the chance that any
 * of them errs, whatever the dependence between looks (they share their runs). With runs growing fourfold from look to
 * look the price is small: at level 0.99 the tenth look uses z = 4.4 instead of 2.6.
 */
export function confidenceAtLook(level: number, look: number): number {
  let error = 1 - level;
  for (let i = 0; i < look; i++) error /= 2;
  return 1 - error;
}
