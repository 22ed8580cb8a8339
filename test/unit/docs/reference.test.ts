/** Proves that what is generated of the documentation is what the code says now. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the schema, the tables of docs/language.md and docs/diagnostics.md are fresh (npm run reference)', () => {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/reference.ts', '--check'], {
    encoding: 'utf8',
  });
  expect(done.stderr).toBe('');
  expect(done.status).toBe(0);
});
