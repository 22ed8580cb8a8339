/** A seat in a pool that runs one chunk at a time, wherever it is. */
import type { Key } from '../random/index.ts';
import type { BatchResult, FuturesBatch, Point } from '../scenario/index.ts';
import type { Model } from './engine.ts';
import type { FuturesOrder } from './futures.ts';

export interface Task {
  readonly job: number;
  readonly model: Model;
  readonly point: Point;
  readonly key: Key;
  readonly firstRun: number;
  readonly runs: number;
}

/** Runs of one point, by the point's own numbers. */
export interface Piece {
  readonly point: Point;
  readonly firstRun: number;
  readonly runs: number;
}

/** Runs of many points, of which only the rows are wanted. */
export interface RowsTask {
  readonly job: number;
  readonly model: Model;
  readonly key: Key;
  /** Number within the job of the first run. */
  readonly firstRun: number;
  readonly pieces: readonly Piece[];
}

export interface TaskAnswer {
  readonly batch: BatchResult;
  /** What the runs took, without loading or waiting. */
  readonly busyMs: number;
}

export interface FuturesTask {
  readonly job: number;
  readonly model: Model;
  readonly orders: readonly FuturesOrder[];
}

export interface Slot {
  /** Null where it was dropped. @throws SlotFault (rejects); the seat is then fit for a next task. */
  run(task: Task): Promise<TaskAnswer | null>;
  /** The rows of all pieces behind each other; what a batch counts besides is empty. @throws SlotFault (rejects). */
  rows(task: RowsTask): Promise<TaskAnswer>;
  /** By order of the task. @throws SlotFault (rejects), as `run` does. */
  futures(task: FuturesTask): Promise<readonly FuturesBatch[]>;
  /** Nobody wants the chunk of this job any more, if the seat runs one: it may be left where it is. */
  drop(job: number): void;
  close(): Promise<void>;
}

/** `threw`: the code failed; `exited`: the thread ended; `hung`: no answer within the limit. */
export type SlotFaultKind = 'threw' | 'exited' | 'hung';

/** A seat's own fault: ours or the machine's, never the scenario's. */
export class SlotFault extends Error {
  override readonly name = 'SlotFault';
  readonly kind: SlotFaultKind;

  constructor(kind: SlotFaultKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
