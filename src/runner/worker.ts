/** What a worker thread runs. */
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { engineMaker } from './engine-maker.ts';
import { serve } from './serve.ts';

if (parentPort === null) throw new Error('worker.ts runs in a worker thread only');
serve(parentPort, engineMaker, () => performance.now());
