/** What runs a batch: the generated kernel or the XState machine, one meaning and the same bits. */
import type { CompiledKernel, Refusal } from '../kernel/index.ts';
import type { Key } from '../random/index.ts';
import type { BatchResult, FuturesBatch, Point, RunRecords, Scenario } from '../scenario/index.ts';
import type { Fork } from '../statechart/index.ts';

export type EngineKind = 'kernel' | 'machine';

/** `auto`: the kernel, unless it refuses the scenario. Forcing the kernel on such a scenario throws. */
export type EngineChoice = 'auto' | EngineKind;

/** A scenario made ready for one engine: plain data that a worker can be sent. `kernel` null: the machine runs it. */
export interface Model {
  /** Unique in a pool. A worker that has the model keeps what it made of it. */
  readonly id: number;
  readonly scenario: Scenario;
  readonly kernel: CompiledKernel | null;
  /** Whether its batches hold the records of runs. */
  readonly records: boolean;
  readonly refused: readonly Refusal[];
}

export interface Engine {
  readonly kind: EngineKind;
  /** Sets what the following runs take. Moving a parameter compiles nothing. */
  aim(point: Point, key: Key): void;
  /**
   * Runs `firstRun` to `firstRun + runs - 1`. The arrays of the answer are the caller's. `between` may be
   * called now and then; what it throws ends the work.
   */
  run(firstRun: number, runs: number, between?: () => void): BatchResult;
  /** The rows of the same runs alone, written into `into` from `at` on; yields the records where they are kept. */
  rows(firstRun: number, runs: number, into: Float64Array, at: number): RunRecords | null;
  /** Futures `first` to `first + count - 1` of a state, which brings its own point and key; the aim stays. */
  futures(fork: Fork, first: number, count: number): FuturesBatch;
}

/** How models and engines are made. A pool takes it as an argument, so that tests can bring their own. */
export interface EngineMaker {
  /** Compiles. @throws Error where `choice` is `kernel` and the kernel refuses the scenario. */
  prepare(scenario: Scenario, choice: EngineChoice, records: boolean): Promise<Omit<Model, 'id'>>;
  open(model: Model): Promise<Engine>;
}
