export { type Repeatable, replayCommand, simulateCommand } from './command.ts';
export { faultInWords } from './fault-words.ts';
export { createLive, type Live, type LiveListener, type LiveSource, type Picture } from './live.ts';
export { type MeasurePair, type MeasureSide, measurePair } from './measure-pair.ts';
export { countCodes, NO_CODES, type OutcomeCodes, recoded } from './outcome-codes.ts';
export { type CrossTable, canTell, crossTable, pairedChanges } from './paired-outcomes.ts';
export {
  checkPromises,
  type PromiseOptions,
  type PromiseProgress,
  type PromiseReport,
  PromisesBroken,
} from './promises/check-promises.ts';
export type { ClaimVerdict, PromiseVerdict, Verdict } from './promises/verdict.ts';
export * from './result.ts';
export { manifestOf, type OnUpdate, SimulationBroken, type SimulationRequest, simulate } from './simulate.ts';
export {
  happeningResults,
  outcomeResults,
  regionResults,
  type SummaryContext,
  summarise,
} from './summarise.ts';
