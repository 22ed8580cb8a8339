/** Proves where the worker is looked for, and that the one beside the source runs as TypeScript. */
import { expect, test } from 'vitest';
import { simulate } from '../../../src/experiment/index.ts';
import { startPool } from '../../../src/runner/index.ts';
import { workerScript } from '../../../src/runner/worker-script.ts';
import { fromFile, now, requestOf } from '../experiment/world.ts';

test('in a release it lies beside the chunk that starts it', () => {
  const { url, execArgv } = workerScript('file:///usr/lib/node_modules/juncture/dist/bin/chunk-ABC.js');
  expect(url.href).toBe('file:///usr/lib/node_modules/juncture/dist/bin/worker.js');
  expect(execArgv).toEqual([]);
});

test('from source it is TypeScript', async () => {
  const pool = startPool({ workers: 1, now });
  const scenario = fromFile('scenarios/exact/odds.yaml');
  const result = await simulate(requestOf(scenario, { runs: 600 }), pool);
  await pool.close();
  expect(result.runs).toBe(600);
  expect(result.engine).toBe('kernel');
});
