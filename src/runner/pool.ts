/**
 * The pool: shares the chunks of its jobs over its seats, and gives each job's batches on in run order.
 *
 * It is our own because a seat has a memory: it is addressed, so that it is sent a kernel once and points after that.
 * Pools for hire (piscina was tried) hand a task to whichever thread is free, answer in 0.6–0.9 ms where a message of
 * our own takes 0.2, and bring a worker file that a bundle has to carry along.
 */
import type { FuturesBatch, Scenario } from '../scenario/index.ts';
import { chunkSize } from './chunk-size.ts';
import type { EngineChoice, EngineKind, EngineMaker, Model } from './engine.ts';
import type { FuturesRequest } from './futures.ts';
import { createFuturesQueue } from './futures-queue.ts';
import { type Chunk, type JobBook, openJob } from './job.ts';
import { createModels } from './models.ts';
import { type JobReport, type JobRequest, type RowsRequest, remainingMs } from './request.ts';
import { type Slot, SlotFault, type TaskAnswer } from './slot.ts';

export interface Pool {
  readonly seats: number;
  /** Compiles a scenario ahead of its first job, and says what will run it. */
  prepare(scenario: Scenario, engine?: EngineChoice, records?: boolean): Promise<EngineKind>;
  /** @throws Error (rejects) where the kernel is forced on a scenario it refuses, or `onBatch` throws. */
  run(request: JobRequest): Promise<JobReport>;
  /** The rows of runs of many points. @throws as `run`. */
  rows(request: RowsRequest): Promise<JobReport>;
  /**
   * Futures of states, by order; null when they were interrupted. They come before the chunks of jobs: a person waits.
   * @throws SlotFault (rejects) when a seat failed twice at the same ones.
   */
  futures(request: FuturesRequest): Promise<readonly FuturesBatch[] | null>;
  /** Ends the threads; jobs under way end as interrupted. */
  close(): Promise<void>;
}

export interface PoolParts {
  readonly slots: readonly Slot[];
  readonly maker: EngineMaker;
  /** Milliseconds from any origin; used for progress and chunk sizes only. */
  readonly now: () => number;
}

interface ActiveJob {
  readonly id: number;
  readonly request: JobRequest | RowsRequest;
  readonly model: Model;
  readonly book: JobBook;
  /** When its work began, later by the length of its pauses. */
  startedAt: number;
  isWaiting: boolean;
  /** Called whenever the book may have moved. */
  readonly moved: () => void;
  readonly fail: (error: unknown) => void;
}

/** Batches a seat that is quicker than another may be ahead of it. */
const MOST_AHEAD = 8;

const isOfRows = (request: JobRequest | RowsRequest): request is RowsRequest => 'piecesOf' in request;

/** Has a seat run a chunk of a job. */
function ask(
  slot: Slot,
  { id, model, request }: ActiveJob,
  { firstRun, runs }: Chunk,
): Promise<TaskAnswer | null> {
  const { key } = request;
  return isOfRows(request)
    ? slot.rows({ job: id, model, key, firstRun, pieces: request.piecesOf(firstRun, runs) })
    : slot.run({ job: id, model, point: request.point, key, firstRun, runs });
}

const kindOf = (model: Model): EngineKind => (model.kernel === null ? 'machine' : 'kernel');

export function createPool({ slots, maker, now }: PoolParts): Pool {
  const models = createModels(maker);
  const free: Slot[] = [...slots];
  /** The jobs whose chunks are under way. */
  const running = new Map<Slot, number>();
  const jobs: ActiveJob[] = [];
  let lastJob = 0;

  /** Whether the job waits for its pause to end. That time is not counted as work. */
  const isHeld = (job: ActiveJob): boolean => {
    const { control } = job.request;
    if (control === undefined || job.book.end !== null || !control.paused()) return false;
    if (job.isWaiting) return true;
    job.isWaiting = true;
    const since = now();
    void control.resumed().then(() => {
      job.isWaiting = false;
      job.startedAt += now() - since;
      dispatch();
    });
    return true;
  };

  const nextChunk = (job: ActiveJob): Chunk | null => {
    const { book, request, model } = job;
    if (isHeld(job)) return null;
    return book.next((remaining) => {
      const handed = request.runs - remaining;
      const runsPerMs = models.runsPerMs(model);
      const size = request.chunk ?? chunkSize;
      return typeof size === 'number' ? size : size({ remaining, handed, seats: slots.length, runsPerMs });
    });
  };

  const runChunk = async (slot: Slot, job: ActiveJob, chunk: Chunk): Promise<void> => {
    const { model, book } = job;
    const { runs } = chunk;
    running.set(slot, job.id);
    const answer = await ask(slot, job, chunk).catch((error: unknown) =>
      error instanceof SlotFault ? error : new SlotFault('threw', String(error)),
    );
    running.delete(slot);
    // In front: a seat that has run is warm, and one that was never needed never starts.
    free.unshift(slot);
    try {
      if (answer instanceof SlotFault) book.reject(chunk, answer);
      else if (answer !== null) {
        models.learn(model, runs, answer.busyMs);
        // The seat gets its next chunk first: it need not wait for this one to be folded.
        dispatch();
        book.accept(chunk, answer.batch);
      }
      job.moved();
    } catch (error) {
      job.fail(error);
    }
    dispatch();
  };

  const futures = createFuturesQueue(() => dispatch());

  const giveFutures = (): void => {
    for (let run = free.length > 0 ? futures.next() : null; run !== null; ) {
      const slot = free.shift() as Slot;
      lastJob += 1;
      void run(slot, lastJob).then(() => {
        free.push(slot);
        dispatch();
      });
      run = free.length > 0 ? futures.next() : null;
    }
  };

  /** Gives every free seat its next chunk, jobs in the order they came. */
  const dispatch = (): void => {
    giveFutures();
    for (const job of jobs) {
      for (let chunk = free.length > 0 ? nextChunk(job) : null; chunk !== null; ) {
        void runChunk(free.shift() as Slot, job, chunk);
        chunk = free.length > 0 ? nextChunk(job) : null;
      }
    }
  };

  const reportOf = ({ book, model }: ActiveJob): JobReport => ({
    end: book.end ?? 'interrupted',
    done: book.done,
    engine: kindOf(model),
    refused: model.refused,
    faultedRun: book.faultedRun,
    breakage: book.breakage,
  });

  const start = (request: JobRequest | RowsRequest, model: Model, startedAt: number): Promise<JobReport> =>
    new Promise((resolve, reject) => {
      const { scenario, runs, signal } = request;
      const { firstRun = 0, faults = 'stop' } = isOfRows(request) ? { faults: 'count' as const } : request;
      const book = openJob(
        scenario,
        { firstRun, runs, stopAtFault: faults === 'stop', mostWaiting: MOST_AHEAD * slots.length },
        request.onBatch,
      );
      let told = 0;
      const leave = (): void => {
        signal?.removeEventListener('abort', interrupt);
        const place = jobs.indexOf(job);
        if (place >= 0) jobs.splice(place, 1);
      };
      const interrupt = (): void => {
        book.interrupt();
        for (const [slot, id] of running) if (id === job.id) slot.drop(id);
        job.moved();
      };
      lastJob += 1;
      const job: ActiveJob = {
        id: lastJob,
        request,
        model,
        book,
        startedAt,
        isWaiting: false,
        moved() {
          if (book.done > told && jobs.includes(job)) {
            told = book.done;
            const left = remainingMs(told, runs, now() - job.startedAt);
            request.onProgress?.({ done: told, total: runs, remainingMs: left });
          }
          if (book.end === null) return;
          leave();
          resolve(reportOf(job));
        },
        fail(error) {
          book.interrupt();
          leave();
          reject(error);
        },
      };
      jobs.push(job);
      signal?.addEventListener('abort', interrupt);
      if (signal?.aborted) return interrupt();
      job.moved();
      dispatch();
    });

  const begin = async (request: JobRequest | RowsRequest): Promise<JobReport> => {
    const startedAt = now();
    const { scenario, engine = 'auto', records } = request;
    return start(request, await models.get(scenario, engine, records), startedAt);
  };

  return {
    seats: slots.length,
    prepare: async (scenario, engine = 'auto', records) =>
      kindOf(await models.get(scenario, engine, records)),
    run: begin,
    rows: begin,
    async futures(request) {
      return futures.add(request, await models.get(request.scenario, request.engine ?? 'auto'));
    },
    async close() {
      futures.close();
      for (const job of [...jobs]) {
        job.book.interrupt();
        job.moved();
      }
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}
