/**
 * Proves of the built command that an experiment's folder survives: kills at any moment, Ctrl-C, a disk without room; that
 * what differs is refused in words; that `verify` finds what was changed; and that a file asks what the command asks.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMAND, interrupted, juncture } from '../helpers/command.ts';

const FUEL = join('test', 'fixtures', 'fuel-prices.yaml');
const work = mkdtempSync(join(tmpdir(), 'juncture-study-'));
let folders = 0;
const newFolder = (): string => {
  folders += 1;
  return join(work, `data${folders}`);
};
afterAll(() => {
  spawnSync('rm', ['-rf', work]);
});

/** Every file below a folder, by name, as text. */
function contents(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.sort().map((name) => [name.slice(folder.length), readFileSync(name, 'latin1')]),
  );
}

const SWEEP = ['sweep', FUEL, '--over', 'loyalty=0.2:0.8:3', '--runs', '700', '--seed', '7'] as const;

/** Park and Miller's minimal standard generator (1988): where a test kills need not be more random. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** The exit status, or null where it was killed first. */
function killedAfter(args: readonly string[], ms: number): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), ms);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve(status);
    });
  });
}

/** A question that draws no figures: starting a process is what 50 kills cost. */
const PILOT = ['--runs', '4000', '--seed', '7', '--workers', '1'] as const;
const PLAN = ['plan', FUEL, 'baseline', 'loyal_police', ...PILOT] as const;

describe('killed', () => {
  it('50 times at any moment, it comes to the same files', async () => {
    const whole = newFolder();
    const started = performance.now();
    const { stdout } = juncture([...PLAN, '--out', whole, '--json']);
    const lasts = performance.now() - started;
    const wanted = contents(whole);
    const roll = dice(2022);
    let folder = newFolder();
    let kills = 0;
    let ends = 0;
    for (let attempt = 0; kills < 50 && attempt < 120; attempt += 1) {
      const status = await killedAfter([...PLAN, '--out', folder, '--resume'], roll() * lasts * 1.1);
      if (status === null) {
        kills += 1;
        continue;
      }
      expect(status).toBe(0);
      expect(contents(folder)).toEqual(wanted);
      ends += 1;
      folder = newFolder();
    }
    expect(kills).toBe(50);
    const last = juncture([...PLAN, '--out', folder, '--resume', '--json']);
    expect({ status: last.status, ends: ends >= 0 }).toEqual({ status: 0, ends: true });
    if (last.stdout !== '') expect(last.stdout).toBe(stdout);
    expect(contents(folder)).toEqual(wanted);
  }, 300_000);
});

/** A folder whose work was interrupted by a journal cut at `part` of its length, as a kill leaves it. */
function unfinished(args: readonly string[], part: number): string {
  const folder = newFolder();
  // A file size limit stands in for a full disk: the journal is what is written first.
  mkdirSync(folder);
  const journal = join(folder, 'unfinished.journal');
  const limited = spawnSync(
    'sh',
    ['-c', 'ulimit -f 100; exec "$@"', 'sh', process.execPath, COMMAND, ...args, '--out', folder],
    { encoding: 'utf8' },
  );
  expect(limited.status).toBe(1);
  expect(limited.stderr).toContain('There is no room left to write');
  expect(limited.stderr).toContain(`juncture resume ${folder}`);
  const size = readFileSync(journal).length;
  truncateSync(journal, Math.floor(size * part));
  return folder;
}

describe('a disk without room', () => {
  it('is told plainly, and what was done is gone on with', () => {
    const args = ['discover', FUEL, '--outcome', 'government_falls', '--runs', '3000', '--seed', '7'];
    const whole = newFolder();
    expect(juncture([...args, '--out', whole]).status).toBe(0);
    for (const part of [1, 0.6]) {
      const folder = unfinished(args, part);
      // Not knowing the command is enough.
      const { status, stderr } = juncture(['resume', folder, '--workers', '1']);
      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect(stderr).toContain('Going on with');
      expect(contents(folder)).toEqual(contents(whole));
    }
  });
});

describe('Ctrl-C', () => {
  it('shows what is done, and says how to go on', async () => {
    const folder = newFolder();
    const args = ['threshold', FUEL, '--over', 'loyalty', '--outcome', 'government_falls'];
    const how = ['--reaches', '0.3', '--runs', '20000', '--workers', '1', '--out', folder];
    const { status, stderr } = await interrupted([...args, ...how], { afterMs: 2500, signal: 'SIGINT' });
    if (status === 0) return;
    expect(status).toBe(130);
    expect(stderr).toContain(`Go on with: juncture resume ${folder}`);
    expect(existsSync(join(folder, 'unfinished.journal'))).toBe(true);
  });
});

describe('what differs is refused, in words', () => {
  const scenario = join(work, 'crisis.yaml');
  cpSync(FUEL, scenario);
  const args = ['compare', scenario, 'baseline', 'loyal_police', '--runs', '3000', '--seed', '7'];

  it('other runs, another seed, a changed scenario; a scenario that is gone is taken from the folder', () => {
    const folder = unfinished(args, 1);
    const wanted = newFolder();
    juncture([...args, '--out', wanted]);
    const again = juncture([...args, '--out', folder]);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain(`Go on with: juncture resume ${folder}`);
    const other = juncture([
      ...args.slice(0, 4),
      '--runs',
      '900',
      '--seed',
      '8',
      '--out',
      folder,
      '--resume',
    ]);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('--runs was 3000, is 900');
    expect(other.stderr).toContain('--seed was 7, is 8');
    const text = readFileSync(scenario, 'utf8');
    writeFileSync(scenario, text.replace('step: 1 day', 'step: 6 hours'));
    const changed = juncture(['resume', folder]);
    expect(changed.status).toBe(2);
    expect(changed.stderr).toMatch(/the scenario has changed:\n.*time\.step was 1 day, is 6 hours/);
    spawnSync('rm', [scenario]);
    expect(juncture(['resume', folder]).status).toBe(0);
    expect(contents(folder)).toEqual(contents(wanted));
    expect(juncture(['resume', folder])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('whole already'),
    });
    expect(juncture(['resume', work]).status).toBe(2);
    writeFileSync(scenario, text);
  });
});

describe('two at once', () => {
  it('the second is told who has the folder, and disturbs nothing; a lock of nobody is taken over', () => {
    const folder = unfinished(SWEEP.with(5, '3000'), 1);
    const lock = join(folder, 'unfinished.journal.lock');
    const before = readFileSync(join(folder, 'unfinished.journal'));
    writeFileSync(lock, `${process.pid} ${hostname()}\n`);
    const { status, stderr } = juncture(['resume', folder]);
    expect(status).toBe(2);
    expect(stderr).toContain(`is being worked on by process ${process.pid}`);
    expect(readFileSync(join(folder, 'unfinished.journal'))).toEqual(before);
    // No process has this number on any system: pid_max is at most 2 ** 22.
    writeFileSync(lock, `9999999 ${hostname()}\n`);
    expect(juncture(['resume', folder]).status).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });
});

describe('verify', () => {
  const folder = newFolder();
  const made = juncture([...SWEEP, '--out', folder]);

  it('runs a part again, or all of it, and says what it looked at', () => {
    expect(made.status).toBe(0);
    const some = juncture(['verify', folder]);
    expect(some.status).toBe(0);
    expect(some.stdout.replaceAll(/\s+/g, ' ')).toMatch(/runs 2,\d\d\d of 2,100 runs were run again/);
    const all = juncture(['verify', folder, '--all', '--json']);
    expect(all.status).toBe(0);
    const { ok, checks } = JSON.parse(all.stdout);
    expect(ok).toBe(true);
    expect(checks.at(-1).words).toContain('the same to the byte');
  });

  it.each([
    [
      'a number in a table',
      'runs.csv',
      (text: string) => text.replace(/(\r\n[^\r]*?),0\./, '$1,0.1'),
      /changed since.*runs\.csv/,
    ],
    [
      'a fingerprint',
      'fingerprints.csv',
      (text: string) => text.replace(/[0-9a-f]{8}\r\n/, 'deadbeef\r\n'),
      /does not give the result hash/,
    ],
    [
      'the scenario',
      join('scenario', 'fuel-prices.yaml'),
      (text: string) => text.replace('step: 1 day', 'step: 6 hours'),
      /the manifest says/,
    ],
  ])('finds that %s was changed', (_, name, change, words) => {
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    const path = join(copy, name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, change(text));
    expect(readFileSync(path, 'utf8')).not.toBe(text);
    const { status, stdout } = juncture(['verify', copy]);
    expect(status).toBe(1);
    expect(stdout).toContain('FAULTY');
    expect(stdout).toMatch(words);
  });

  it('finds results that were forged with all their hashes', () => {
    const copy = newFolder();
    const other = newFolder();
    cpSync(folder, copy, { recursive: true });
    juncture([...SWEEP.slice(0, -1), '8', '--out', other]);
    // The runs of another seed, under the manifest of the first: every hash fits, but the runs do not come again.
    const manifest = (of: string) => JSON.parse(readFileSync(join(of, 'manifest.json'), 'utf8'));
    const forged = { ...manifest(other), command: manifest(copy).command, seed: '7' };
    cpSync(other, copy, { recursive: true });
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(forged));
    const { status, stdout } = juncture(['verify', copy]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/FAULTY {2}runs .*give something else/);
  });

  it('wants a folder that is one', () => {
    expect(juncture(['verify', work])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('has no manifest.json'),
    });
  });
});

describe('an experiment as a file', () => {
  const file = join(work, 'asked.yaml');
  cpSync(FUEL, join(work, 'fuel.yaml'));
  writeFileSync(
    file,
    'experiment: 1\nscenario: fuel.yaml\nsweep: { over: { loyalty: [0.2, 0.4] } }\nruns: 50\nset: { patience: 0.5 }\n',
  );

  it('answers what its command answers, to the byte', () => {
    const own = juncture(['experiment', file, '--json']);
    const words = ['sweep', join(work, 'fuel.yaml'), '--over', 'loyalty=0.2,0.4', '--runs', '50'];
    const same = juncture([...words, '--set', 'patience=0.5', '--json']);
    expect(own).toEqual(same);
    expect(own.status).toBe(0);
  });

  it('options beside it come first, and the manifest says so', () => {
    const folder = newFolder();
    const beside = ['--runs', '20', '--over', 'press', '--set', 'patience=0.6', '--out', folder];
    expect(juncture(['experiment', file, ...beside]).status).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({
      runs: 20,
      over: ['press'],
      set: { patience: 0.6 },
      experiment: { file, overridden: ['over', 'runs', 'set'] },
    });
    expect(juncture(['verify', folder]).status).toBe(0);
  });

  it('a mistake is told at its place, and ends with 3', () => {
    const { status, stderr } = juncture(['experiment', file, '--over', 'loyality']);
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean `loyalty`?');
    writeFileSync(file, readFileSync(file, 'utf8').replace('loyalty', 'loyality'));
    const wrong = juncture(['experiment', file]);
    expect(wrong.status).toBe(3);
    expect(wrong.stderr).toContain(`${file}:3:18: error[unknown-name]`);
  });
});

describe('the experiments that ship', () => {
  const names = readdirSync(join('scenarios', 'experiments'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''));

  it('are listed, and each says what it would run', () => {
    expect(names.length).toBeGreaterThanOrEqual(4);
    const { stdout } = juncture(['experiment']);
    for (const name of names) {
      expect(stdout).toContain(name);
      const dry = juncture(['experiment', name, '--dry-run', '--runs', '20']);
      expect(`${dry.status} ${dry.stderr}`).toBe('0 ');
      expect(dry.stdout).toContain('Again without --dry-run: juncture ');
    }
  });

  it('one of them runs, with few runs', () => {
    const { status, stdout } = juncture(['experiment', 'kazakhstan-troops', '--runs', '40', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      runs: 40,
      manifest: { sides: ['baseline', 'no_troops', 'alliance_refuses', 'no_split'] },
    });
  });

  it('a mistyped name gets a guess', () => {
    const { status, stderr } = juncture(['experiment', 'kazakhstan-troop']);
    expect(status).toBe(2);
    expect(stderr).toContain("Did you mean 'kazakhstan-troops'?");
  });
});
