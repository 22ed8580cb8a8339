/** What pool and workers say to each other. Every message about work carries its job's id. */
import type { Key } from '../random/index.ts';
import type { BatchResult, FuturesBatch, Point } from '../scenario/index.ts';
import type { Model } from './engine.ts';
import type { FuturesOrder } from './futures.ts';
import type { Piece } from './slot.ts';

export type ToWorker =
  | { readonly kind: 'load'; readonly model: Model }
  | { readonly kind: 'forget'; readonly model: number }
  | {
      readonly kind: 'run';
      readonly job: number;
      readonly model: number;
      readonly point: Point;
      readonly key: Key;
      readonly firstRun: number;
      readonly runs: number;
    }
  | {
      readonly kind: 'rows';
      readonly job: number;
      readonly model: number;
      readonly key: Key;
      readonly firstRun: number;
      readonly pieces: readonly Piece[];
    }
  | {
      readonly kind: 'futures';
      readonly job: number;
      readonly model: number;
      readonly orders: readonly FuturesOrder[];
    };

export type FromWorker =
  /** Up and listening. */
  | { readonly kind: 'ready' }
  /** `busyMs`: what the runs took, without loading or waiting. */
  | { readonly kind: 'done'; readonly job: number; readonly batch: BatchResult; readonly busyMs: number }
  /** Left before its end, because the seat was told to. */
  | { readonly kind: 'dropped'; readonly job: number }
  /** By order of the message. */
  | { readonly kind: 'continued'; readonly job: number; readonly batches: readonly FuturesBatch[] }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };
