/**
 * One job's book-keeping: which runs to hand out next, and batches given on in run order whatever order they come in.
 * Knows no threads and no time.
 */
import { type BatchResult, FAULTED, rowLength, type Scenario } from '../scenario/index.ts';
import type { SlotFault } from './slot.ts';

export interface Chunk {
  readonly firstRun: number;
  readonly runs: number;
  /** 0 the first time, 1 when it is rerun after its seat failed. */
  readonly attempt: number;
}

/** A chunk that failed twice: a fault of ours or of the machine, as data. */
export interface Breakage {
  readonly kind: SlotFault['kind'];
  readonly message: string;
  readonly firstRun: number;
  readonly runs: number;
}

export type JobEnd = 'done' | 'interrupted' | 'faulted' | 'broken';

export interface JobBook {
  /** The next chunk, no longer than `size(runs left to hand out)`; null when there is nothing to hand out now. */
  next(size: (remaining: number) => number): Chunk | null;
  accept(chunk: Chunk, batch: BatchResult): void;
  reject(chunk: Chunk, fault: SlotFault): void;
  interrupt(): void;
  /** Runs given on: always the first ones, without a gap. */
  readonly done: number;
  /** Null while the job goes on. */
  readonly end: JobEnd | null;
  /** The first faulted run, where faults stop the job. */
  readonly faultedRun: number | null;
  readonly breakage: Breakage | null;
}

/** First run of the batch that a fault ended, or null. */
function firstFaulted(batch: BatchResult, stride: number): number | null {
  for (let i = 0; i < batch.runs; i += 1) if (batch.rows[i * stride] === FAULTED) return batch.firstRun + i;
  return null;
}

/**
 * @param options.mostWaiting batches that may wait for an earlier one before no more chunks are handed out: bounds memory.
 * @param onBatch gets every batch in run order. With `stopAtFault` these are exactly the runs before the first faulted one.
 */
export function openJob(
  scenario: Scenario,
  options: {
    readonly firstRun: number;
    readonly runs: number;
    readonly stopAtFault: boolean;
    readonly mostWaiting: number;
  },
  onBatch: (batch: BatchResult) => void,
): JobBook {
  const stride = rowLength(scenario);
  const again: Chunk[] = [];
  const waiting = new Map<number, BatchResult>();
  let limit = options.firstRun + options.runs;
  let handed = options.firstRun;
  let given = options.firstRun;
  let end: JobEnd | null = limit === given ? 'done' : null;
  let faultedRun: number | null = null;
  let breakage: Breakage | null = null;

  const closeWhenComplete = (): void => {
    if (given === limit) end = faultedRun === null ? 'done' : 'faulted';
  };

  /** Ends the job before run `run`: what was done beyond is thrown away, what lies before it in its chunk is run again. */
  const cutAt = (run: number, chunkStart: number): void => {
    faultedRun = run;
    limit = run;
    handed = run;
    waiting.clear();
    again.length = 0;
    if (run > chunkStart) again.push({ firstRun: chunkStart, runs: run - chunkStart, attempt: 0 });
    closeWhenComplete();
  };

  const giveOn = (): void => {
    for (let batch = waiting.get(given); batch !== undefined; batch = waiting.get(given)) {
      waiting.delete(given);
      const faulted = options.stopAtFault ? firstFaulted(batch, stride) : null;
      if (faulted !== null) {
        cutAt(faulted, batch.firstRun);
        return;
      }
      onBatch(batch);
      given += batch.runs;
    }
    closeWhenComplete();
  };

  return {
    next(size) {
      if (end !== null) return null;
      const rerun = again.shift();
      if (rerun !== undefined) return rerun;
      if (handed === limit || waiting.size >= options.mostWaiting) return null;
      const runs = Math.min(limit - handed, Math.max(1, size(limit - handed)));
      const chunk = { firstRun: handed, runs, attempt: 0 };
      handed += runs;
      return chunk;
    },
    accept(chunk, batch) {
      if (end !== null || chunk.firstRun + chunk.runs > limit || chunk.firstRun < given) return;
      waiting.set(chunk.firstRun, batch);
      giveOn();
    },
    reject(chunk, fault) {
      if (end !== null || chunk.firstRun >= limit) return;
      if (chunk.attempt === 0) {
        again.push({ ...chunk, attempt: 1 });
        return;
      }
      end = 'broken';
      breakage = { kind: fault.kind, message: fault.message, firstRun: chunk.firstRun, runs: chunk.runs };
    },
    interrupt() {
      end ??= 'interrupted';
    },
    get done() {
      return given - options.firstRun;
    },
    get end() {
      return end;
    },
    get faultedRun() {
      return faultedRun;
    },
    get breakage() {
      return breakage;
    },
  };
}
