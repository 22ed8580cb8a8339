// Proves that one process keeps a seminar at a time, and that what a dead one left is taken over.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockSession } from '../../../src/cli/present/lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juncture-lock-'));
  path = join(folder, 'deep', 'talk.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const alive = (...pids: readonly number[]) => ({ isAlive: (pid: number) => pids.includes(pid) });

test('the first has it, the second is told who, and after its release the second has it', () => {
  const first = lockSession(path, { pid: 11, ...alive(11, 12) });
  if (!('release' in first)) throw new Error('not locked');
  expect(lockSession(path, { pid: 12, ...alive(11, 12) })).toEqual({
    holder: 'process 11',
    file: `${path}.lock`,
  });
  first.release();
  expect(existsSync(`${path}.lock`)).toBe(false);
  expect(lockSession(path, { pid: 12, ...alive(11, 12) })).toHaveProperty('release');
});

test('what a process left that is gone is taken over, and only its own is released', () => {
  const killed = lockSession(path, { pid: 11, ...alive(11) });
  const next = lockSession(path, { pid: 12, ...alive(12) });
  expect(next).toHaveProperty('release');
  if ('release' in killed) killed.release();
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(`12 ${hostname()}\n`);
  if ('release' in next) next.release();
  expect(existsSync(`${path}.lock`)).toBe(false);
});

test('of another machine nothing is known: its lock stands', () => {
  lockSession(path, { pid: 11, ...alive(11) });
  writeFileSync(`${path}.lock`, '99 elsewhere\n');
  expect(lockSession(path, { pid: 12, ...alive(12) })).toMatchObject({ holder: 'process 99 on elsewhere' });
});

test('a file that says nothing is no lock', () => {
  lockSession(path, { pid: 11, ...alive(11) });
  writeFileSync(`${path}.lock`, '');
  expect(lockSession(path, { pid: 12, ...alive(11, 12) })).toHaveProperty('release');
});
