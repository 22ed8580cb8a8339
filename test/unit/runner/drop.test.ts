/** Proves that a chunk nobody wants any more is left where it is, by the seat that runs it and by no other. */
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Engine } from '../../../src/runner/engine.ts';
import type { FromWorker, ToWorker } from '../../../src/runner/message.ts';
import { createPool } from '../../../src/runner/pool.ts';
import { serve } from '../../../src/runner/serve.ts';
import type { Slot, Task, TaskAnswer } from '../../../src/runner/slot.ts';
import { emptyBatch } from '../../../src/scenario/index.ts';
import { fakeMaker, fakeScenario } from './fake-engine.ts';
import { key, now, point } from './fake-pool.ts';

test('a worker leaves the chunk of the job it was told to drop, and runs the next', async () => {
  const { port1: pool, port2: worker } = new MessageChannel();
  const dropped = new Int32Array(new SharedArrayBuffer(4));
  const maker = fakeMaker();
  const scenario = fakeScenario;
  const model = { ...(await maker.prepare(scenario, 'auto', false)), id: 1 };
  let looks = 0;
  const open = async (): Promise<Engine> => ({
    ...(await maker.open(model)),
    run(firstRun, runs, between) {
      for (let run = 0; run < runs; run += 1) {
        looks += 1;
        between?.();
        // The pool's side: while it runs, the job is given up.
        if (run === 2) Atomics.store(dropped, 0, 7);
      }
      return emptyBatch(scenario, firstRun, runs);
    },
  });
  const heard: FromWorker[] = [];
  const answered = (kind: FromWorker['kind']): Promise<void> =>
    new Promise((go) => {
      const listen = (message: FromWorker): void => {
        heard.push(message);
        if (message.kind !== kind) return;
        pool.off('message', listen);
        go();
      };
      pool.on('message', listen);
    });
  serve(worker, { open }, now, dropped);
  const run = (job: number): ToWorker => ({
    kind: 'run',
    job,
    model: 1,
    point,
    key,
    firstRun: 0,
    runs: 1_000,
  });
  const first = answered('dropped');
  pool.postMessage({ kind: 'load', model } satisfies ToWorker);
  pool.postMessage(run(7));
  await first;
  expect(looks).toBe(4);
  const second = answered('done');
  pool.postMessage(run(8));
  await second;
  expect(heard.map(({ kind }) => kind)).toEqual(['ready', 'dropped', 'done']);
  pool.close();
});

test('an aborted job is dropped by the seats that run it, which are free again without a batch', async () => {
  const dropped: string[] = [];
  const running = new Map<string, (answer: TaskAnswer | null) => void>();
  const tasks: Task[] = [];
  const seat = (name: string): Slot => ({
    run: (task) =>
      new Promise((resolve) => {
        tasks.push(task);
        running.set(name, resolve);
      }),
    rows: () => Promise.reject(new Error('nobody asks for rows')),
    futures: async () => [],
    drop(job) {
      dropped.push(`${name} drops ${job}`);
      running.get(name)?.(null);
    },
    close: async () => {},
  });
  const pool = createPool({ slots: [seat('first'), seat('second')], maker: fakeMaker(), now });
  const request = { scenario: fakeScenario, point, key, runs: 10, chunk: 10, onBatch: () => {} };
  const stop = new AbortController();
  const unwanted = pool.run({ ...request, signal: stop.signal });
  const other = pool.run(request);
  await new Promise((go) => setImmediate(go));
  const [mine, others] = tasks.map(({ job }) => job);
  stop.abort();
  expect((await unwanted).end).toBe('interrupted');
  expect(dropped).toEqual([`first drops ${mine}`]);
  const next = pool.run(request);
  await new Promise((go) => setImmediate(go));
  // The seat that dropped it has the next job's chunk.
  expect(tasks.map(({ job }) => job)).toEqual([mine, others, (others as number) + 1]);
  for (const end of running.values())
    end({ batch: emptyBatch(request.scenario, 0, request.runs), busyMs: 1 });
  expect((await Promise.all([other, next])).map(({ end }) => end)).toEqual(['done', 'done']);
});
