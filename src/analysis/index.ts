export { type BootstrapOptions, bootstrap } from './bootstrap.ts';
export {
  type Box,
  boxOf,
  type FactorColumn,
  freshTest,
  isInside,
  type Limit,
  type Limits,
  type Restriction,
  restrictionsOf,
  rowsWithin,
  withoutIdle,
} from './box.ts';
export {
  classificationTree,
  type Leaf,
  leavesOf,
  type Tree,
  type TreeOptions,
} from './classification-tree.ts';
export { luckSavedFromVariances, luckSavedOnMeans, luckSavedOnShares } from './common-luck.ts';
export { cumulativeIncidence, type Incidence } from './cumulative-incidence.ts';
export { type ElementaryEffects, elementaryEffects, pathEffects, starEffects } from './elementary-effects.ts';
export { equalValuesMean } from './equal-values.ts';
export type * from './estimate.ts';
export { type Crossing, type CrossingOptions, findCrossing } from './find-crossing.ts';
export {
  type FirstTimes,
  halfTime,
  incidenceByTime,
  incidenceDifference,
  medianTime,
  type PairedFirstTimes,
} from './first-times.ts';
export { type Histogram, histogramOf, type Weighted } from './histogram.ts';
export { holm } from './holm.ts';
export { confidenceAtLook } from './looks.ts';
export { type McNemar, mcNemar } from './mcnemar.ts';
export { meanEstimate, type Sample, sampleOf, standardError } from './mean.ts';
export {
  type PowerOptions,
  pairsToTellApart,
  runsForMean,
  runsForRare,
  runsForShare,
  runsToTellApart,
} from './needed-runs.ts';
export { newcombePaired, type PairedCounts } from './newcombe-paired.ts';
export { logOddsPerUnit, pairedLogOdds, pairedOddsRatio } from './paired-odds.ts';
export { type PairedT, pairedT, pairedTOf } from './paired-t.ts';
export { partialCorrelations, partialRankCorrelations } from './partial-correlation.ts';
export { type PawnIndex, pawn, pawnByChance, type Slices, slicesOf } from './pawn.ts';
export { peelQuantile } from './peel-quantile.ts';
export { halfWidth, nextLook, runsForScore, type WantedShare } from './precision.ts';
export { balancedBox, type PrimOptions, prim } from './prim.ts';
export { quantileEstimate } from './quantile-estimate.ts';
export { quantileOfCounts, quantileSorted } from './quantile-sorted.ts';
export { quasiP } from './quasi-p.ts';
export { ranksOf } from './ranks.ts';
export { type RunBlock, rowMeans, varianceBetween, varianceWithin } from './run-block.ts';
export { QuantileSketch, SKETCH_ERROR } from './sketch.ts';
export { skewedMean } from './skewed-mean.ts';
export { type SaltelliOutputs, type SobolIndices, sobolIndices } from './sobol-indices.ts';
export { type Occupation, type Spell, stageOccupation } from './stage-occupation.ts';
export { type StandardisedRegression, standardisedRegression } from './standardised-regression.ts';
export { type Lead, leadsOf, type Steepest, steepestOf } from './tipping.ts';
export { totalEffects } from './total-effects.ts';
export { type VarianceSplit, varianceSplit } from './variance-split.ts';
export { wilson } from './wilson.ts';
