export { type Repeatable, replayCommand, simulateCommand } from './command.ts';
export { faultInWords } from './fault-words.ts';
export {
  checkPromises,
  type PromiseOptions,
  type PromiseProgress,
  type PromiseReport,
} from './promises/check-promises.ts';
export { PromisesBroken } from './promises/side-runs.ts';
export type { PromiseVerdict, Verdict } from './promises/verdict.ts';
export * from './result.ts';
export { manifestOf, type OnUpdate, SimulationBroken, type SimulationRequest, simulate } from './simulate.ts';
export { type SummaryContext, summarise } from './summarise.ts';
