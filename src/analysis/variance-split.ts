/** Luck or ignorance: how much of an output's variance is chance in a known world, and how much not knowing the world. */
import { type BootstrapOptions, bootstrap } from './bootstrap.ts';
import type { Estimate } from './estimate.ts';
import { type RunBlock, varianceBetween, varianceWithin } from './run-block.ts';

export interface VarianceSplit {
  /** Variance between the expectations of worlds: not knowing the parameters. */
  readonly ignorance: Estimate;
  /** Mean variance within a world. */
  readonly luck: Estimate;
  /** Ignorance over the sum of both. */
  readonly ignoranceShare: Estimate;
}

/**
 * The law of total variance, estimated without bias: the variance between the means of worlds is too large by luck's
 * part of it, which the two-way table takes out (analysis of variance; as for stochastic simulators in Ankenman, Nelson
 * and Staum 2010, Operations Research 58, 371-382). Unlike shares of a naive split it may come out below 0.
 * @param worlds a row is a draw of all parameters, run with several lucks. Give each run a luck of its own: intervals
 *   resample worlds, and a luck that all share would be taken for known.
 */
export function varianceSplit(worlds: RunBlock, options: BootstrapOptions): VarianceSplit {
  const [ignorance, luck, ignoranceShare] = bootstrap(
    worlds.rows,
    (rows) => {
      const between = varianceBetween(worlds, rows);
      const within = varianceWithin(worlds, rows);
      return [between, within, between / (between + within)];
    },
    options,
  ) as readonly [Estimate, Estimate, Estimate];
  return { ignorance, luck, ignoranceShare };
}
