/** Proves what the built program says to what it cannot use: commands that are not there, numbers that are none, no room. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMAND, juncture } from '../helpers/command.ts';

describe('what cannot be used', () => {
  it.each([
    [['simulat', 'die'], "There is no command 'simulat'. Did you mean 'simulate'?"],
    [['simulat'], "There is no command 'simulat', and no scenario of that name. Did you mean 'simulate'?"],
    [['chekc'], "Did you mean 'check'?"],
    [['simulate', 'chekc'], "There is no scenario file 'chekc'"],
    [['check.yaml'], "There is no scenario file 'check.yaml'"],
    [['kazakstan'], "Did you mean 'kazakhstan-2022'?"],
    [['simulate', 'kazakhstan.yaml'], "Did you mean 'kazakhstan-2022'?"],
    [['kazakhstan-2002'], "Did you mean 'kazakhstan-2022'?"],
    [['simulate', 'die', 'odds'], 'simulate takes one scenario, and there are 2: die, odds.'],
    [['run', 'die', '--run', ''], 'It wants a whole number'],
    [['simulate', 'die', '--runs', '1.5'], 'It wants a whole number'],
    [['simulate', 'die', '--set', 'constructor=1'], 'There is no parameter `constructor`'],
    [['run', 'die', '--decide', '__proto__=a'], 'There is no decision `__proto__`'],
    [['run', 'nowhere.yaml'], "There is no scenario file 'nowhere.yaml'"],
    [['check', 'docs'], "'docs' is a folder. Name a scenario file in it."],
    [['check', '/dev/null'], "'/dev/null' is not a file on disk."],
    [['check', 'a'.repeat(5000)], 'There is no scenario file'],
    [['simulate', 'die', '--out', ''], '--out wants the name of a file'],
    [['run', 'die', '--out', 'docs'], "'docs' is a folder. Name a file in it"],
    [['simulate', 'die', '--out', 'docs'], "'docs' is there already and not empty. Name a new folder"],
    [['run', 'die', '--out', 'nowhere/run.txt'], "There is no folder 'nowhere' to write 'run.txt' into."],
  ])('%j', (args, said) => {
    const { status, stdout, stderr } = juncture(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk: said in a sentence, without a stack trace', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'check'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The output could not be written: ENOSPC[^\n]*\n$/);
  });
});
