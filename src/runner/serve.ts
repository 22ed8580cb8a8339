/** A worker's side: keeps the engines it was sent, runs chunks, answers each with its batch or its fault. */
import type { MessagePort } from 'node:worker_threads';
import { type BatchResult, type FuturesBatch, rowLength } from '../scenario/index.ts';
import type { Engine, EngineMaker } from './engine.ts';
import type { FromWorker, ToWorker } from './message.ts';
import { runPieces } from './pieces.ts';

type RunMessage = Extract<ToWorker, { kind: 'run' }>;
type RowsMessage = Extract<ToWorker, { kind: 'rows' }>;
type FuturesMessage = Extract<ToWorker, { kind: 'futures' }>;

interface Held {
  readonly engine: Promise<Engine>;
  /** Numbers in a row. */
  readonly width: number;
  /** The job whose point the engine is aimed at; none yet: -1. */
  job: number;
}

const arraysOf = ({ records, ...batch }: BatchResult): ArrayBuffer[] =>
  [
    batch.rows,
    batch.stageChanges,
    batch.firsts,
    batch.times,
    batch.asked,
    batch.fixedUnavailable,
    ...(records === null ? [] : [records.parameters, records.spells]),
  ].map((array) => array.buffer as ArrayBuffer);

/** The other arrays of a batch of rows are one that all such batches share. */
const rowArraysOf = ({ rows, records }: BatchResult): ArrayBuffer[] =>
  [rows, ...(records === null ? [] : [records.parameters, records.spells])].map(
    (array) => array.buffer as ArrayBuffer,
  );

const partsOf = ({ rows, happened, option }: FuturesBatch): ArrayBuffer[] =>
  [rows, happened, option].map((array) => array.buffer as ArrayBuffer);

/** Thrown where a chunk is left. */
const DROPPED = new Error('nobody wants this chunk any more');

/**
 * Listens on `port` until it is closed. The pool sends a worker one chunk at a time.
 * @param now milliseconds from any origin; only durations are taken.
 * @param dropped shared with the pool: the job whose chunk is to be left.
 */
export function serve(
  port: MessagePort,
  maker: Pick<EngineMaker, 'open'>,
  now: () => number,
  dropped: Int32Array<ArrayBufferLike> = new Int32Array(1),
): void {
  const held = new Map<number, Held>();

  const modelOf = (id: number): Held => {
    const model = held.get(id);
    if (model === undefined) throw new Error(`a worker was asked for model ${id} before it was sent`);
    return model;
  };

  const failed = (job: number, error: unknown): void => {
    if (error === DROPPED) {
      port.postMessage({ kind: 'dropped', job } satisfies FromWorker);
      return;
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    port.postMessage({ kind: 'failed', job, message: text } satisfies FromWorker);
  };

  const run = async (message: RunMessage): Promise<void> => {
    const { job } = message;
    try {
      const model = modelOf(message.model);
      const engine = await model.engine;
      if (model.job !== job) engine.aim(message.point, message.key);
      model.job = job;
      const start = now();
      const batch = engine.run(message.firstRun, message.runs, () => {
        if (Atomics.load(dropped, 0) === job) throw DROPPED;
      });
      const answer = { kind: 'done', job, batch, busyMs: now() - start } satisfies FromWorker;
      port.postMessage(answer, arraysOf(batch));
    } catch (error) {
      failed(job, error);
    }
  };

  const rows = async (message: RowsMessage): Promise<void> => {
    const { job, key, firstRun, pieces } = message;
    try {
      const model = modelOf(message.model);
      const engine = await model.engine;
      model.job = job;
      const start = now();
      const batch = runPieces(engine, model.width, { key, firstRun, pieces });
      const answer = { kind: 'done', job, batch, busyMs: now() - start } satisfies FromWorker;
      port.postMessage(answer, rowArraysOf(batch));
    } catch (error) {
      failed(job, error);
    }
  };

  const futures = async ({ job, model, orders }: FuturesMessage): Promise<void> => {
    try {
      const engine = await modelOf(model).engine;
      const batches = orders.map(({ fork, first, count }) => engine.futures(fork, first, count));
      port.postMessage({ kind: 'continued', job, batches } satisfies FromWorker, batches.flatMap(partsOf));
    } catch (error) {
      failed(job, error);
    }
  };

  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'load': {
        const engine = maker.open(message.model);
        // A model that cannot be opened is the fault of the run that asks for it.
        engine.catch(() => undefined);
        held.set(message.model.id, { engine, width: rowLength(message.model.scenario), job: -1 });
        return;
      }
      case 'forget':
        held.delete(message.model);
        return;
      case 'run':
        void run(message);
        return;
      case 'rows':
        void rows(message);
        return;
      case 'futures':
        void futures(message);
        return;
      default:
        message satisfies never;
    }
  });
  port.postMessage({ kind: 'ready' } satisfies FromWorker);
}
