/** `npm run bench`: what is fast and how fast, as ratios where a machine's mood must not show. Apart from the tests. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
const done = spawnSync(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', join(root, 'test', 'bench', 'main.ts'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(done.status ?? 1);
