// Proves the seminar in lines of text as a process: asks and answers through a pipe, keeps its file, and refuses with the mend.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMAND, type Finished } from '../helpers/command.ts';
import { SEMINAR_YAML } from '../helpers/seminar.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juncture-seminar-'));
  writeFileSync(join(folder, 'small.yaml'), SEMINAR_YAML);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function present(lines: readonly string[], ...args: readonly string[]): Finished {
  const done = spawnSync(process.execPath, [COMMAND, 'present', 'small.yaml', '--seed', '1', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: lines.map((line) => `${line}\n`).join(''),
    env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
  });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

describe('through a pipe', () => {
  test('plays, predicts, takes another way, and writes the handout', () => {
    const { status, stdout } = present([
      'decision',
      'predict 1:9 2:14',
      '2',
      'tree',
      'back',
      'handout',
      'quit',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('The president must choose. The square is full. What now?');
    expect(stdout).toMatch(/2 against 1: \d+ fewer of 100 futures \(\d+ to \d+\)\./);
    expect(stdout).toContain('The room said: 2 (14 hands), 1 (9).');
    expect(stdout).toContain("The president: Order the police to fire (the room's choice)");
    expect(stdout).toMatch(/B: 2 Jan 12:00 · The president: Order the police to fire · here/);
    expect(stdout).toContain('juncture present small.yaml --seed "1"');
    const handout = readFileSync(join(folder, 'small-handout.md'), 'utf8');
    expect(handout).toContain('### Way B: from way A on 2 January 2022, 12:00');
    expect(handout).toContain('| Order the police to fire: room 0.31, model');
  });

  test('goes on where it stood, and --new sets it aside', () => {
    present(['decision', '2']);
    const again = present(['tree']);
    expect(again.stdout).toContain('The seminar goes on where it stood');
    expect(again.stdout).toContain('way B.');
    const anew = present([], '--new');
    expect(anew.stdout).toContain('was set aside');
    expect(readdirSync(join(folder, 'state', 'juncture', 'seminars')).sort()).toEqual([
      'small-1-0.before.json',
      'small-1-0.json',
    ]);
  });

  test('nothing of the file is lost between two steps: it is replaced whole', () => {
    present(['decision'], '--session', 'talk.json');
    expect(JSON.parse(readFileSync(join(folder, 'talk.json'), 'utf8'))).toMatchObject({ at: { step: 3 } });
    expect(existsSync(join(folder, 'talk.json.new'))).toBe(false);
  });
});

describe('a prepared seminar', () => {
  const script = (stops: string): void =>
    writeFileSync(join(folder, 'talk.yaml'), `seminar: 1\nscenario: small\nrun: 0\nstops:\n${stops}`);

  test('goes to its stops and asks', () => {
    script('  - { decision: response, ask: "Your hands, please." }\n');
    const { status, stdout } = present(['stop'], '--script', 'talk.yaml');
    expect(status).toBe(0);
    expect(stdout).toContain('Your hands, please.');
  });

  test('a stop that never comes is said before anything is played', () => {
    script('  - { at: 9.5 }\n');
    const { status, stderr } = present([], '--script', 'talk.yaml');
    expect(status).toBe(2);
    expect(stderr).toMatch(/talk\.yaml:5:5: run 0 ends on day [\d.]+, before this stop/);
  });

  test('a file that is not there', () => {
    expect(present([], '--script', 'tlak.yaml').stderr).toContain("There is no file 'tlak.yaml'");
  });
});

describe('what cannot be opened', () => {
  test('a session of another version of the scenario', () => {
    present(['decision'], '--session', 'talk.json');
    writeFileSync(join(folder, 'small.yaml'), SEMINAR_YAML.replace('weight: 2', 'weight: 3'));
    const { status, stderr } = present([], '--session', 'talk.json');
    expect(status).toBe(2);
    expect(stderr).toContain('talk.json was played on another version of A small crisis');
    expect(stderr).toContain('--new');
  });

  test('a file that is no session', () => {
    writeFileSync(join(folder, 'talk.json'), 'hello');
    const { status, stderr } = present([], '--session', 'talk.json');
    expect(status).toBe(2);
    expect(stderr).toContain('talk.json is not a seminar');
  });

  test('another run than the session’s', () => {
    present(['decision'], '--session', 'talk.json');
    const { status, stderr } = present([], '--session', 'talk.json', '--run', '4');
    expect(status).toBe(2);
    expect(stderr).toContain('is a seminar on run 0, not 4');
  });
});
