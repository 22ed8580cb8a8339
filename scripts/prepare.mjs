/**
 * Brings a clone into a state in which the command and the tests run, and does nothing where it already is:
 * packages from the lockfile, then the build. Stamps remember what was installed and built.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const MINIMUM_NODE = [20, 19];
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
    );
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}

const stampIs = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value;

function runOrExit(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.error) process.stderr.write(`${command} could not be started: ${done.error.message}\n`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1]);
  if (enough) return;
  process.stderr.write(
    `juncture needs Node ${MINIMUM_NODE.join('.')} or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

export function ensureInstalled() {
  requireNode();
  const stamp = join(root, 'node_modules', '.installed-lockfile');
  const wanted = hashOf([join(root, 'package-lock.json')]);
  if (stampIs(stamp, wanted)) return;
  process.stderr.write('Installing packages from the lockfile (once, about half a minute) …\n');
  runOrExit(NPM, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

export function ensureBuilt() {
  const stamp = join(root, 'dist', '.built-from');
  const inputs = ['package.json', 'package-lock.json', 'tsconfig.build.json', 'scripts/build.mjs'];
  const wanted = hashOf([...inputs.map((name) => join(root, name)), ...filesBelow(join(root, 'src'))]);
  if (stampIs(stamp, wanted)) return;
  process.stderr.write('Building (once after each change, a few seconds) …\n');
  runOrExit(process.execPath, [join(root, 'scripts', 'build.mjs')]);
  writeFileSync(stamp, wanted);
}
