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

await build({
  absWorkingDir: root,
  entryPoints: { juncture: 'src/cli/main.ts', worker: 'src/runner/worker.ts' },
  outdir: join(dist, 'bin'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    __VERSION__: JSON.stringify(version),
  },
  external: ['react-devtools-core'],
  // Bundled CommonJS packages ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
  logLevel: 'warning',
  // From source the command sets NODE_ENV itself; in the bundle it is a constant.
  logOverride: { 'assign-to-define': 'silent' },
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
chmodSync(join(dist, 'bin', 'juncture.js'), 0o755);
