/**
 * Writes what is kept in `reports/` again, with the built command (`npm run build` first): the page of the founding case,
 * and its model description, codebook and citations. Tests fail where these are stale.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const CASE = 'kazakhstan-2022';
const PROMISES = `reports/${CASE}.promises.json`;

/** Runs a program of this checkout, and ends with its status where it fails. */
function run(program, args) {
  const done = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  process.stderr.write(done.stderr);
  if (done.status !== 0) process.exit(done.status ?? 1);
  return done.stdout;
}

const juncture = (...args) => run('dist/bin/juncture.js', args);

// Files are named as they are seen from here.
writeFileSync(`${root}/${PROMISES}`, juncture('check', CASE, '--expect', '--json').replaceAll(root, ''));
run('node_modules/@biomejs/biome/bin/biome', ['format', '--write', PROMISES]);
for (const ending of ['odd.md', 'odd.tex']) {
  juncture('report', CASE, '--promises', PROMISES, '--out', `reports/${CASE}.${ending}`);
}
for (const ending of ['codebook.md', 'cff', 'bib', 'html']) {
  juncture('report', CASE, '--out', `reports/${CASE}.${ending}`);
}
