/** A worker thread with the fake engine. */
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { serve } from '../../../src/runner/serve.ts';
import { fakeMaker } from './fake-engine.ts';

if (parentPort === null) throw new Error('runs in a worker thread only');
serve(parentPort, fakeMaker(), () => performance.now());
