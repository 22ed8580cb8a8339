/** What a worker thread runs. */
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { engineMaker } from './engine-maker.ts';
import { serve } from './serve.ts';

// What most jobs need loads while the scenario is still being read.
void import('../kernel/index.ts');
if (parentPort === null) throw new Error('worker.ts runs in a worker thread only');
serve(parentPort, engineMaker, () => performance.now());
