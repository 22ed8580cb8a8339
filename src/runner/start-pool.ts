/** Pools with the real engines: in worker threads, or in the caller's own thread. */
import { availableParallelism } from 'node:os';
import type { EngineMaker } from './engine.ts';
import { engineMaker } from './engine-maker.ts';
import { inProcessSlot } from './in-process.ts';
import { createPool, type Pool } from './pool.ts';
import { workerScript } from './worker-script.ts';
import { type WorkerScript, workerSlot } from './worker-slot.ts';

export interface PoolOptions {
  /** Worker threads, such as `os.availableParallelism()`; 0 runs everything in the caller's thread. */
  readonly workers: number;
  /** Milliseconds from any origin, such as `performance.now`. */
  readonly now: () => number;
  /** Default: the worker that ships beside this code. */
  readonly script?: WorkerScript;
  /** How long a chunk may go without an answer before its worker is replaced; default a minute. */
  readonly answerLimitMs?: number;
  readonly maker?: EngineMaker;
}

/** Chunks take some 20 ms, the first one of a scenario a few hundred more. */
const ANSWER_LIMIT_MS = 60_000;

/**
 * Starts a thread a core at once, so that they are up while the scenario is read; more, where more were asked for, only
 * when there is work for them. They do not keep the process alive.
 */
export function startPool(options: PoolOptions): Pool {
  const { workers, now, script = workerScript(), maker = engineMaker } = options;
  const limitMs = options.answerLimitMs ?? ANSWER_LIMIT_MS;
  const cores = availableParallelism();
  const slots =
    workers === 0
      ? [inProcessSlot(maker, now)]
      : Array.from({ length: workers }, (_, seat) =>
          workerSlot(script, { limitMs, startsAhead: seat < cores }),
        );
  return createPool({ slots, maker, now });
}
