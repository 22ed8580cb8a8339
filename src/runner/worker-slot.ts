/** The seat in a worker thread, which is replaced when it throws, exits or hangs. */
import { Worker } from 'node:worker_threads';
import { createDeadline } from './deadline.ts';
import type { Model } from './engine.ts';
import type { FromWorker, ToWorker } from './message.ts';
import { type Slot, SlotFault, type SlotFaultKind } from './slot.ts';

/** What a worker thread runs, and node's options for it (`--import tsx` where it is TypeScript). */
export interface WorkerScript {
  readonly url: URL;
  readonly execArgv: readonly string[];
}

/** What a worker thread is given. */
export interface WorkerData {
  /** One number in memory that both see: the job whose chunk is to be left. */
  readonly dropped: Int32Array<ArrayBufferLike>;
}

type Answer = Extract<FromWorker, { kind: 'done' | 'dropped' | 'continued' }>;

interface Pending {
  readonly job: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: SlotFault) => void;
}

/** Models a worker keeps; the oldest is forgotten first. */
const MOST_MODELS = 4;

/** A thread that has not come up by then never will. */
const BOOT_LIMIT_MS = 60_000;

export interface WorkerSlotOptions {
  /** How long a chunk may go without an answer before the worker counts as hung, once it is up. */
  readonly limitMs: number;
  /** Whether the thread starts at once, or with its first chunk. */
  readonly startsAhead: boolean;
}

export function workerSlot(script: WorkerScript, { limitMs, startsAhead }: WorkerSlotOptions): Slot {
  let worker: Worker | null = null;
  let pending: Pending | null = null;
  /** The thread has come up and listens. */
  let isUp = false;
  const loaded = new Set<number>();
  const dropped = new Int32Array(new SharedArrayBuffer(4));
  const deadline = createDeadline(() => {
    const waited = isUp ? `gave no answer within ${limitMs / 1000} seconds` : 'did not come up';
    fail('hung', `the worker thread ${waited}`);
  });

  const settle = (): Pending | null => {
    const settled = pending;
    pending = null;
    deadline.stop();
    worker?.unref();
    return settled;
  };

  const discard = async (): Promise<void> => {
    const old = worker;
    worker = null;
    isUp = false;
    loaded.clear();
    old?.removeAllListeners();
    // A terminated thread may still report an error; nobody waits for it any more.
    old?.on('error', () => undefined);
    await old?.terminate();
  };

  const fail = (kind: SlotFaultKind, message: string): void => {
    const failed = settle();
    void discard();
    failed?.reject(new SlotFault(kind, message));
  };

  const answered = (answer: FromWorker): void => {
    switch (answer.kind) {
      case 'ready':
        isUp = true;
        if (pending !== null) deadline.start(limitMs);
        return;
      case 'done':
      case 'dropped':
      case 'continued':
        if (answer.job === pending?.job) settle()?.resolve(answer);
        return;
      case 'failed':
        if (answer.job === pending?.job) fail('threw', answer.message);
        return;
      default:
        answer satisfies never;
    }
  };

  const start = (): Worker => {
    const started = new Worker(script.url, {
      execArgv: [...script.execArgv],
      workerData: { dropped } satisfies WorkerData,
    });
    started.on('message', answered);
    started.on('error', (error) => fail('threw', error.stack ?? error.message));
    started.on('messageerror', (error) => fail('threw', error.message));
    started.on('exit', (code) => fail('exited', `the worker thread ended with exit code ${code}`));
    started.unref();
    return started;
  };

  const send = (to: Worker, message: ToWorker): void => to.postMessage(message);

  const load = (to: Worker, model: Model): void => {
    const { id } = model;
    if (loaded.has(id)) return;
    send(to, { kind: 'load', model } satisfies ToWorker);
    loaded.add(id);
    const [oldest] = loaded;
    if (loaded.size <= MOST_MODELS || oldest === undefined) return;
    send(to, { kind: 'forget', model: oldest } satisfies ToWorker);
    loaded.delete(oldest);
  };

  const ask = (job: number, model: Model, message: ToWorker): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const to = worker ?? start();
      worker = to;
      to.ref();
      pending = { job, resolve, reject };
      deadline.start(isUp ? limitMs : BOOT_LIMIT_MS);
      try {
        load(to, model);
        send(to, message);
      } catch (error) {
        fail('threw', String(error));
      }
    });

  if (startsAhead) worker = start();
  return {
    async run({ job, model, point, key, firstRun, runs }) {
      const answer = await ask(job, model, { kind: 'run', job, model: model.id, point, key, firstRun, runs });
      if (answer.kind === 'dropped') return null;
      if (answer.kind !== 'done') throw new SlotFault('threw', `a run was answered by ${answer.kind}`);
      return { batch: answer.batch, busyMs: answer.busyMs };
    },
    async rows({ job, model, key, firstRun, pieces }) {
      const answer = await ask(job, model, { kind: 'rows', job, model: model.id, key, firstRun, pieces });
      if (answer.kind !== 'done') throw new SlotFault('threw', `rows were answered by ${answer.kind}`);
      return { batch: answer.batch, busyMs: answer.busyMs };
    },
    async futures({ job, model, orders }) {
      const answer = await ask(job, model, { kind: 'futures', job, model: model.id, orders });
      if (answer.kind !== 'continued')
        throw new SlotFault('threw', `futures were answered by ${answer.kind}`);
      return answer.batches;
    },
    drop: (job) => Atomics.store(dropped, 0, job),
    async close() {
      settle()?.reject(new SlotFault('exited', 'the pool was closed'));
      await discard();
    },
  };
}
