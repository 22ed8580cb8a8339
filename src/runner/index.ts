export type * from './engine.ts';
export { KernelRefused } from './engine-maker.ts';
export { explainFault } from './explain-fault.ts';
export type { FuturesOrder, FuturesRequest } from './futures.ts';
export type { Breakage, JobEnd } from './job.ts';
export type { Pool } from './pool.ts';
export type * from './request.ts';
export * from './start-pool.ts';
export { completed, emptyTally, fold, type MeasureTally, measureTally, type Tally } from './tally.ts';
