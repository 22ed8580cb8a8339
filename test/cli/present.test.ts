// Proves the seminar in lines of text as a process: asks and answers through a pipe, keeps its file, and refuses with the mend.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
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
  const seed = args.includes('--seed') ? [] : ['--seed', '1'];
  const done = spawnSync(process.execPath, [COMMAND, 'present', 'small.yaml', ...seed, ...args], {
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

  test('a run that cannot go on is told as a fault of the scenario, also where a script looks ahead', () => {
    writeFileSync(
      join(folder, 'small.yaml'),
      SEMINAR_YAML.replace('per_day: "5 - 5', 'per_day: "log(1.1 - day) + 5 - 5'),
    );
    script('  - { decision: response }\n');
    const { status, stderr } = present([], '--script', 'talk.yaml');
    expect(status).toBe(3);
    expect(stderr).toContain('log(1.1 - day)');
    expect(existsSync(join(folder, 'state', 'juncture', 'seminars', 'small-1-0.json.lock'))).toBe(false);
  });

  test('a file that is not there', () => {
    expect(present([], '--script', 'tlak.yaml').stderr).toContain("There is no file 'tlak.yaml'");
  });
});

describe('docs/present.md', () => {
  const commands = [
    ...readFileSync('docs/present.md', 'utf8').matchAll(
      /^ {4}(?:printf .*\| )?juncture (present kazakhstan.+)$/gm,
    ),
  ].map(([, words]) => words!);

  test('has commands, and each of them works, in their order', () => {
    expect(commands.length).toBeGreaterThan(4);
    for (const words of commands) {
      const done = spawnSync(process.execPath, [COMMAND, ...words.split(' ')], {
        cwd: folder,
        encoding: 'utf8',
        input: 'q\n',
        env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
      });
      expect([words, done.stderr, done.status]).toEqual([words, '', 0]);
    }
  }, 120_000);
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

  test('another seed, or something else held, than the session’s: each is said', () => {
    present(['decision'], '--session', 'talk.json', '--set', 'loyalty=0.4');
    const { status, stderr } = present([], '--session', 'talk.json', '--seed', '2', '--set', 'loyalty=0.9');
    expect(status).toBe(2);
    expect(stderr).toContain('with seed "1", not "2"; with --set loyalty=0.4, not --set loyalty=0.9');
    expect(stderr).toContain('--new');
  });

  test('a parameter, a decision, a path or a variant that the scenario does not have', () => {
    const refused = (...args: readonly string[]) => present([], ...args).stderr;
    expect(refused('--set', 'loyalti=1')).toContain('loyalty');
    expect(refused('--decide', 'response=shoot')).toContain('fire');
    expect(refused('--without', 'street.clams')).toContain('street.calms');
    expect(refused('--variant', 'none')).toContain('no variant `none`');
  });

  test('a day past the end is told when it is asked for, with the last one there is', () => {
    const { status, stdout } = present(['day 99', 'day 10', 'quit']);
    expect(status).toBe(0);
    expect(stdout).toContain('day wants days since the start, from 0 to 10');
  });
});

describe('what is held from the start', () => {
  const HELD = ['--set', 'loyalty=0.4', '--decide', 'response=talk', '--without', 'street.calms'] as const;

  test('holds on every way, is kept in the session, and is said by the handout', () => {
    const { status, stdout } = present(['', '', '', 'handout'], ...HELD);
    expect(status).toBe(0);
    expect(stdout).toContain('held from the start: loyalty = 0.4 · response: talk · without street.calms');
    // A held decision waits for nobody.
    expect(stdout).toContain('The president: Talk (held from the start)');
    expect(stdout).not.toContain('must choose');
    expect(stdout).toContain('--set loyalty=0.4 --decide response=talk --without street.calms');
    for (const name of ['small-handout.md', 'small-handout.html']) {
      expect(readFileSync(join(folder, name), 'utf8')).toContain('held from the start: loyalty = 0.4');
    }
    // Without them it is another seminar, in a file of its own.
    expect(present([]).stdout).not.toContain('goes on where it stood');
    expect(present([], ...HELD).stdout).toContain('goes on where it stood');
  });
});

describe('two at one seminar', () => {
  let other: ChildProcess | null = null;
  afterEach(() => {
    other?.kill('SIGKILL');
    other = null;
  });

  /** Runs on until it is killed: its input stays open. */
  const started = (...args: readonly string[]) => {
    const child = spawn(
      process.execPath,
      [COMMAND, 'present', 'small.yaml', '--session', 'talk.json', ...args],
      { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    other = child;
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += String(chunk);
    });
    const shows = async (wanted: string | RegExp): Promise<void> => {
      const deadline = performance.now() + 30_000;
      while (typeof wanted === 'string' ? !text.includes(wanted) : !wanted.test(text)) {
        if (performance.now() > deadline) throw new Error(`Never said: ${String(wanted)}\n${text}`);
        await new Promise((go) => setTimeout(go, 25));
      }
    };
    const ended = new Promise<number | null>((resolve) => {
      child.on('exit', (code) => resolve(code));
    });
    return { child, shows, ended };
  };

  test('the second is refused with the mend; what a killed one left is taken over', async () => {
    const first = started();
    await first.shows('help says what can be asked');
    const { status, stderr } = present(['decision'], '--session', 'talk.json');
    expect(status).toBe(2);
    expect(stderr).toContain(`talk.json is being presented already (process ${first.child.pid})`);
    expect(stderr).toContain('delete talk.json.lock');
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(join(folder, 'talk.json.lock'))).toBe(true);
    const after = present(['tree'], '--session', 'talk.json', '--seed', '2022');
    expect(after.status).toBe(0);
    expect(existsSync(join(folder, 'talk.json.lock'))).toBe(false);
  });

  test('a leader follows through a pipe: each step is told with its notes, and q ends it', async () => {
    writeFileSync(
      join(folder, 'talk.yaml'),
      'seminar: 1\nscenario: small\nrun: 0\nstops:\n  - { decision: response, ask: "Your hands, please.", note: "Wait for all." }\n',
    );
    present([], '--session', 'talk.json');
    const leader = started('--follow', '--script', 'talk.yaml');
    await leader.shows('Stop: before the first of 1');
    const before = readFileSync(join(folder, 'talk.json'), 'utf8');
    present(['stop'], '--session', 'talk.json', '--script', 'talk.yaml');
    await leader.shows('Note: Wait for all.');
    await leader.shows(/odds \d+ of 100/);
    expect(readFileSync(join(folder, 'talk.json'), 'utf8')).not.toBe(before);
    rmSync(join(folder, 'talk.json'));
    await leader.shows('talk.json is gone');
    leader.child.stdin.write('q\n');
    expect(await leader.ended).toBe(0);
  }, 60_000);

  test('there must be something to follow', () => {
    const { status, stderr } = present([], '--follow', 'none.json');
    expect(status).toBe(2);
    expect(stderr).toContain('There is no seminar to follow in none.json');
    expect(present([], '--follow', '--new').stderr).toContain('give one of them');
  });
});
