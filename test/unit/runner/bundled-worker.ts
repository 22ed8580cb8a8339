/** A worker in one piece of JavaScript: it is up in a tenth of the time that a thread of TypeScript takes. */
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { WorkerScript } from '../../../src/runner/worker-slot.ts';

/** Bundled CommonJS packages ask for Node's own modules by require. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire('/');";

/** @param source the worker's TypeScript. */
export function bundledWorker(source: URL): WorkerScript {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: { js: REQUIRE },
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  return { url: new URL(`data:text/javascript,${encodeURIComponent(code)}`), execArgv: [] };
}
