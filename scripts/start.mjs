/** `npm start`: install and build where needed, then open the command with whatever arguments were given. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
const command = spawn(
  process.execPath,
  [join(root, 'dist', 'bin', 'juncture.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
// The command handles Ctrl-C itself; the launcher only waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
command.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
