/** Where the worker's code is: beside this file from source, beside the bundle's chunks in a release. */
import type { WorkerScript } from './worker-slot.ts';

/** node's options for a thread of TypeScript. `--import tsx` alone would serve the main thread only. */
export function typescriptOptions(): readonly string[] {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return ['--import', `data:text/javascript,import{register}from${encodeURIComponent(tsx)};register()`];
}

/** @param here `import.meta.url` of a file beside the worker's. */
export function workerScript(here: string = import.meta.url): WorkerScript {
  return here.endsWith('.ts')
    ? { url: new URL('./worker.ts', here), execArgv: typescriptOptions() }
    : { url: new URL('./worker.js', here), execArgv: [] };
}
