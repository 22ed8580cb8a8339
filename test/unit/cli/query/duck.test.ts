/** Proves that who has no DuckDB is told how to get it, and that other faults are not taken for that. */
import { expect, it } from 'vitest';
import { loadDuck } from '../../../../src/cli/query/duck.ts';

const failing = (code: string, message: string) => async () => {
  throw Object.assign(new Error(message), { code });
};

it('names the command that installs it', async () => {
  const missing = failing('ERR_MODULE_NOT_FOUND', "Cannot find package '@duckdb/node-api' imported from x");
  await expect(loadDuck(missing)).rejects.toThrow('npm install @duckdb/node-api@1.5.5-r.5');
});

it('lets another fault be one', async () => {
  await expect(loadDuck(failing('ERR_DLOPEN_FAILED', 'no such library'))).rejects.toThrow('no such library');
});
