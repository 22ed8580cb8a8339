/**
 * `npm test`: install and build where needed, then every check. All of them run even when one fails, so that
 * one call shows everything; the exit status is non-zero when any failed. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();

const scratch = mkdtempSync(join(tmpdir(), 'juncture-test-'));
const report = join(scratch, 'vitest.json');
const bin = (name) => join(root, 'node_modules', '.bin', name);

const checks = [
  ['format and lint', 'biome', ['ci', '.']],
  ['types', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['types of the page', 'tsc', ['--noEmit', '-p', 'src/page']],
  ['layers', 'depcruise', ['src', '--config', '.dependency-cruiser.cjs']],
  ['dead code', 'knip', []],
  [
    'tests',
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  ],
];

const failed = [];
for (const [title, name, args] of checks) {
  process.stdout.write(`\n— ${title}\n`);
  const done = spawnSync(bin(name), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) failed.push(title);
}

let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  if (!failed.includes('tests')) failed.push('tests');
}
rmSync(scratch, { recursive: true, force: true });

const checkFailures = failed.filter((title) => title !== 'tests').length;
process.stdout.write(failed.length === 0 ? '\nEvery check passed.\n' : `\nFailed: ${failed.join(', ')}.\n`);
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
process.stdout.write(
  `${counts.numPassedTests} passed, ${counts.numFailedTests + checkFailures} failed${skipped}\n`,
);
process.exit(failed.length === 0 && counts.numFailedTests === 0 ? 0 : 1);
