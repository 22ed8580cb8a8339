/** Proves that the packed package installs and works: what a user gets from the tarball, not what lies in the clone. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

function shell(command: string, args: readonly string[], cwd: string): string {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}

it('npm pack gives a package that works after npm install -g', () => {
  const folder = mkdtempSync(join(tmpdir(), 'juncture-pack-'));
  try {
    shell('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, '--silent'], process.cwd());
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    expect(tarball).toBeDefined();
    const prefix = join(folder, 'prefix');
    shell(
      'npm',
      [
        'install',
        '-g',
        '--prefix',
        prefix,
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        join(folder, tarball as string),
      ],
      folder,
    );
    const command = join(prefix, 'bin', 'juncture');
    expect(shell(command, ['--version'], folder)).toMatch(/^\d+\.\d+\.\d+\n$/);
    const result = JSON.parse(shell(command, ['simulate', '--runs', '200', '--json'], folder));
    expect(result.engine).toBe('kernel');
    expect(result.runs).toBe(200);
    shell(command, ['new', 'packed'], folder);
    expect(shell(command, ['check', 'packed.yaml'], folder)).toContain('is sound');
    const library = "import('juncture').then((m) => process.stdout.write(typeof m.loadScenario))";
    const modules = join(prefix, 'lib');
    expect(shell(process.execPath, ['-e', library], modules)).toBe('function');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The built file's text and that of every chunk it loads at once. */
function loaded(file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = readFileSync(join('dist/bin', file), 'utf8');
  const chunks = [...text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map((found) => found[1] as string);
  return text + chunks.map((chunk) => loaded(chunk, seen)).join('');
}

it('a worker thread loads what runs a compiled scenario, not what reads and compiles one', () => {
  const worker = loaded('worker.js');
  expect(worker.length).toBeLessThan(60_000);
  expect(worker).not.toMatch(/mathjs|xstate/i);
  expect(loaded('juncture.js').length).toBeGreaterThan(worker.length);
});
