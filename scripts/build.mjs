/**
 * Builds `dist/`: the command as a few bundled files (a cold start reads 1 MB instead of 3,000 files), and the
 * library as plain modules with types.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './prepare.mjs';

const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(dist, { recursive: true, force: true });

const shared = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  // Bundled CommonJS packages ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
  logLevel: 'warning',
};

await build({
  ...shared,
  entryPoints: { juncture: 'src/cli/main.ts' },
  outdir: join(dist, 'bin'),
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    __VERSION__: JSON.stringify(version),
  },
  external: ['react-devtools-core', '@resvg/resvg-js', '@duckdb/node-api'],
  // From source the command sets NODE_ENV itself; in the bundle it is a constant.
  logOverride: { 'assign-to-define': 'silent' },
});

/**
 * A bundle of its own: chunks shared with the command would carry the readers of YAML and of expressions into every
 * thread. It takes the place of the library's plain module, which would load the whole library.
 */
const buildWorker = (folder) =>
  build({ ...shared, entryPoints: { worker: 'src/runner/worker.ts' }, outdir: join(dist, folder) });

/** What runs in a report's page: `juncture report` writes both into the file. */
await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/page/main.ts', worker: 'src/page/worker.ts' },
  outdir: join(dist, 'page'),
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  // Named by modules of which the page takes other parts; nothing of them is left.
  external: ['node:*', '@resvg/resvg-js'],
  logOverride: { 'empty-import-meta': 'silent' },
  logLevel: 'warning',
});

const types = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: root,
    stdio: ['ignore', 2, 2],
  },
);
if (types.status !== 0) process.exit(types.status ?? 1);
await Promise.all(['bin', 'lib/runner'].map(buildWorker));
chmodSync(join(dist, 'bin', 'juncture.js'), 0o755);
