/** What a worker thread runs. */
import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from './open-engine.ts';
import { serve } from './serve.ts';
import type { WorkerData } from './worker-slot.ts';

if (parentPort === null) throw new Error('worker.ts runs in a worker thread only');
serve(parentPort, { open: openEngine }, () => performance.now(), (workerData as WorkerData).dropped);
