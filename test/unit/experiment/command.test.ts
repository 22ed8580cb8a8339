/** Proves that the command beside a result is one that a shell reads back word by word. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import {
  commandLine,
  commandWords,
  replayCommand,
  simulateCommand,
} from '../../../src/experiment/command.ts';
import { NO_SETTINGS } from '../../../src/scenario/index.ts';

test('plain settings need no quotes', () => {
  const settings = {
    variant: 'loyal_police',
    set: { loyalty: 0.3, sponsor: 'gangs', tiny: 1e-7 },
    decide: { response: 'shoot' },
    without: ['oil_falls', 'street.concession'],
    atBaseline: true,
  };
  expect(simulateCommand({ named: 'kazakhstan-2022', seed: '2022', settings }, 10_000)).toBe(
    'juncture simulate kazakhstan-2022 --runs 10000 --seed 2022 --variant loyal_police --set loyalty=0.3 ' +
      '--set sponsor=gangs --set tiny=1e-7 --decide response=shoot --without oil_falls ' +
      '--without street.concession --at-baseline',
  );
  expect(replayCommand({ named: 'kazakhstan-2022', seed: '0', settings: NO_SETTINGS }, 417)).toBe(
    'juncture run kazakhstan-2022 --run 417 --seed 0',
  );
});

test.each([
  ['my scenarios/a b.yaml', 'it\'s a $HOME `seed` "of" \\ mine'],
  ['', '*\n~ #!'],
])('a shell reads %j and %j back', (named, seed) => {
  const command = simulateCommand({ named, seed, settings: NO_SETTINGS }, 5);
  const shell = spawnSync('sh', ['-c', `juncture() { printf '%s\\0' "$@"; }; ${command}`], {
    encoding: 'utf8',
  });
  expect(shell.stdout.split('\0').slice(0, -1)).toEqual(['simulate', named, '--runs', '5', '--seed', seed]);
});

test.each([
  [['juncture', 'sweep', 'my scenarios/a b.yaml', '--seed', "it's a $HOME"]],
  [['juncture', 'plan', 'x', '', '--set', 'a=0.3', "'", "''"]],
])('the words of a command are read back from its line: %j', (words) => {
  expect(commandWords(commandLine(words))).toEqual(words);
});
