/** What a pool is asked and what it answers. */
import type { Refusal } from '../kernel/index.ts';
import type { Key } from '../random/index.ts';
import type { BatchResult, Point, Scenario } from '../scenario/index.ts';
import type { Workload } from './chunk-size.ts';
import type { EngineChoice, EngineKind } from './engine.ts';
import type { Breakage, JobEnd } from './job.ts';
import type { Piece } from './slot.ts';

export interface Progress {
  /** Runs given on, of `total`. */
  readonly done: number;
  readonly total: number;
  /** Estimate of the time left, milliseconds; null before there is one. */
  readonly remainingMs: number | null;
}

/** Lets a person hold the work: no new chunk starts while it is paused. */
export interface JobControl {
  readonly paused: () => boolean;
  /** Settles when the pause ends; at once where there is none. */
  readonly resumed: () => Promise<void>;
}

export interface JobRequest {
  readonly scenario: Scenario;
  readonly point: Point;
  readonly key: Key;
  readonly runs: number;
  /** Default 0. */
  readonly firstRun?: number;
  /** Default `auto`. */
  readonly engine?: EngineChoice | undefined;
  /** Whether batches hold the records of runs, too: what they drew, and their spells. Default false. */
  readonly records?: boolean | undefined;
  /** Runs a chunk, or what says so; left out, chunks are fitted to the time they take. No result depends on it. */
  readonly chunk?: number | ((work: Workload) => number) | undefined;
  /** `stop` (default): the first faulted run ends the job. `count`: faulted rows are given on like others. */
  readonly faults?: 'stop' | 'count' | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly control?: JobControl | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Gets every batch in run order: at any time the first runs without a gap. */
  readonly onBatch: (batch: BatchResult) => void;
}

/**
 * Runs of many points as one job: handing out a few runs of each point by itself costs more than running them. The job
 * numbers its runs from 0; its batches have rows alone, and a faulted run is a row like others.
 */
export interface RowsRequest extends Omit<JobRequest, 'point' | 'firstRun' | 'faults'> {
  /** Which runs of which points the job's runs `first` to `first + count − 1` are, in their order. */
  readonly piecesOf: (first: number, count: number) => readonly Piece[];
}

export interface JobReport {
  readonly end: JobEnd;
  /** Runs given on. Where a run faulted and faults stop, all runs before it. */
  readonly done: number;
  readonly engine: EngineKind;
  /** Why it is the machine, where the kernel refused the scenario. */
  readonly refused: readonly Refusal[];
  /** Number of the first faulted run, where that ended the job. */
  readonly faultedRun: number | null;
  readonly breakage: Breakage | null;
}

/** The time left if what remains takes as long a run as what is done. */
export function remainingMs(done: number, total: number, elapsedMs: number): number | null {
  return done > 0 ? (elapsedMs * (total - done)) / done : null;
}
