export {
  type Axis,
  axisAlong,
  factorNamed,
  factorNames,
  settingsAlong,
} from './axis.ts';
export type { Change, MeasureChange } from './changes.ts';
export {
  commandLine,
  commandWords,
  labCommandLine,
  type Repeatable,
  replayCommand,
  settingWords,
  simulateCommand,
} from './command.ts';
export {
  type ComparisonRequest,
  type ComparisonResult,
  type ComparisonSide,
  type Contrast,
  compare,
} from './compare.ts';
export * as designs from './design/index.ts';
export {
  type DifferenceRequest,
  type DifferenceResult,
  difference,
  type MeasureDifference,
  type OutcomeDifference,
} from './difference.ts';
export {
  type DiscoveryRequest,
  type DiscoveryResult,
  type DiscoverySample,
  discover,
  type Fresh,
  type Target,
} from './discover.ts';
export {
  type Drill,
  type DrillRequest,
  drillOutcome,
  type HappeningShift,
  type ParameterShift,
} from './drill.ts';
export * from './exact/index.ts';
export {
  type ExperimentRequest,
  experimentManifest,
  type FaultCount,
  type Place,
  type PlacedPass,
} from './experiment.ts';
export type { FaultRegion } from './fault-region.ts';
export { faultInWords } from './fault-words.ts';
export * from './findings/index.ts';
export {
  createFingerprints,
  type Fingerprint,
  type Fingerprints,
  fingerprintOf,
  resultHash,
} from './fingerprints.ts';
export * from './futures/index.ts';
export * from './incidence/index.ts';
export * from './journal/index.ts';
export {
  createLive,
  GOOD_RUNS,
  type Live,
  type LiveListener,
  type LiveSource,
  type Picture,
} from './live.ts';
export { labelOf } from './manifest.ts';
export { type MeasurePair, type MeasureSide, measurePair } from './measure-pair.ts';
export { type OutcomeCodes, recoded, writeCodes } from './outcome-codes.ts';
export { type OutcomesAt, type OutcomesAtRequest, outcomesAt } from './outcomes-at.ts';
export { type CrossTable, canTell, crossTable, pairedChanges } from './paired-outcomes.ts';
export { placesAlong, pointWith, tailsOf } from './parameter-places.ts';
export {
  type DifferencePlan,
  type MeasurePlan,
  type OutcomePlan,
  type PlanRequest,
  type PlanResult,
  type PlanSide,
  planRuns,
} from './plan-runs.ts';
export type { Precision, PrecisionReport } from './precision.ts';
export {
  checkPromises,
  type PromiseOptions,
  type PromiseProgress,
  type PromiseReport,
  PromisesBroken,
} from './promises/check-promises.ts';
export type { ClaimVerdict, PromiseVerdict, Verdict } from './promises/verdict.ts';
export * from './rare/index.ts';
export * from './result.ts';
export {
  ExperimentBroken,
  type Pass,
  type PointsReport,
  type PointsRequest,
  runPoints,
} from './run-points.ts';
export * from './seminar/index.ts';
export * from './sensitivity/index.ts';
export { manifestOf, type OnUpdate, SimulationBroken, type SimulationRequest, simulate } from './simulate.ts';
export {
  happeningResults,
  outcomeResults,
  regionResults,
  type SummaryContext,
  summarise,
} from './summarise.ts';
export {
  type SweepPlace,
  type SweepPoint,
  type SweepRequest,
  type SweepResult,
  sweep,
} from './sweep.ts';
export { type ToldRun, tellRun } from './tell-run.ts';
export {
  MOST_LOOKS,
  type ThresholdLook,
  type ThresholdRequest,
  type ThresholdResult,
  type ThresholdRule,
  threshold,
} from './threshold.ts';
export { planTornado, type TornadoBar, type TornadoEnd, type TornadoPlan, tornadoBars } from './tornado.ts';
export { type VariantFile, variantFile } from './variant-file.ts';
export { withHappening } from './with-happening.ts';
