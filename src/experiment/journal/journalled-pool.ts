/**
 * A pool that remembers: what it was asked before, in this process or in one that was killed, it answers from a journal,
 * and the rest it runs and writes down. An analysis is a function of what the pool answers, so that it comes to the same
 * end to the byte.
 */
import type { JobReport, JobRequest, Pool, RowsRequest } from '../../runner/index.ts';
import type { BatchResult } from '../../scenario/index.ts';
import { jobId } from './job-id.ts';

/** A batch that is there, read when it is needed. */
export interface Remembered {
  readonly firstRun: number;
  readonly runs: number;
  readonly read: () => BatchResult;
}

export interface Journal {
  /** What is there of a job that begins with this run. */
  readonly find: (job: string, firstRun: number) => Remembered | null;
  readonly append: (job: string, batch: BatchResult) => void;
}

/** Gives keys and signals their turn: reading a long journal back must not deafen the program. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Replayed = Pick<JobReport, 'end' | 'done'>;

/** Jobs that a fault ends are passed through: no experiment asks for them. */
export function journalledPool(pool: Pool, journal: Journal): Pool {
  /** Gives on what the journal has of a job, from its first run on. */
  const replay = async (
    job: string,
    {
      runs,
      firstRun,
      signal,
      onBatch,
      onProgress,
    }: Pick<JobRequest, 'runs' | 'firstRun' | 'signal' | 'onBatch' | 'onProgress'>,
  ): Promise<Replayed> => {
    const from = firstRun ?? 0;
    let done = 0;
    for (let found = journal.find(job, from); found !== null; found = journal.find(job, from + done)) {
      await turn();
      if (signal?.aborted) return { end: 'interrupted', done };
      onBatch(found.read());
      done += found.runs;
      onProgress?.({ done, total: runs, remainingMs: null });
    }
    return { end: done < runs ? 'interrupted' : 'done', done };
  };

  const remembering =
    (job: string, { onBatch }: Pick<JobRequest, 'onBatch'>, shift: number) =>
    (batch: BatchResult): void => {
      const own = shift === 0 ? batch : { ...batch, firstRun: batch.firstRun + shift };
      journal.append(job, own);
      onBatch(own);
    };

  const finished = async (
    request: JobRequest | RowsRequest,
    { end, done }: Replayed,
  ): Promise<JobReport> => ({
    end,
    done,
    engine: await pool.prepare(request.scenario, request.engine, request.records),
    refused: [],
    faultedRun: null,
    breakage: null,
  });

  const shifted = (
    { onProgress, runs: total }: Pick<JobRequest, 'onProgress' | 'runs'>,
    done: number,
  ): Pick<JobRequest, 'onProgress'> =>
    onProgress === undefined
      ? {}
      : {
          onProgress: ({ done: more, remainingMs }) => onProgress({ done: done + more, total, remainingMs }),
        };

  return {
    ...pool,
    async run(request) {
      if (request.faults !== 'count') return pool.run(request);
      const job = jobId(request);
      const replayed = await replay(job, request);
      const { done } = replayed;
      if (done === request.runs || request.signal?.aborted) return finished(request, replayed);
      const report = await pool.run({
        ...request,
        ...shifted(request, done),
        firstRun: (request.firstRun ?? 0) + done,
        runs: request.runs - done,
        onBatch: remembering(job, request, 0),
      });
      return { ...report, done: report.done + done };
    },
    async rows(request) {
      const job = jobId(request);
      const replayed = await replay(job, request);
      const { done } = replayed;
      if (done === request.runs || request.signal?.aborted) return finished(request, replayed);
      const report = await pool.rows({
        ...request,
        ...shifted(request, done),
        runs: request.runs - done,
        piecesOf: (first, count) => request.piecesOf(first + done, count),
        onBatch: remembering(job, request, done),
      });
      return { ...report, done: report.done + done };
    },
  };
}
