/** Proves `juncture diff` on the built program: words, effects, JSON, and as a helper of git. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND, juncture } from '../helpers/command.ts';

const OLD = readFileSync('test/fixtures/fuel-prices.yaml', 'utf8');
const NEW = OLD.replace('chance_per_day: 0.1,', 'chance_per_day: 0.3,');
let folder: string;
let old: string;
let edited: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'juncture-diff-'));
  old = join(folder, 'old.yaml');
  edited = join(folder, 'new.yaml');
  writeFileSync(old, OLD);
  writeFileSync(edited, NEW);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('juncture diff', () => {
  it('says what changed and what that does, with the command that says it again', () => {
    const { status, stdout } = juncture(['diff', old, edited, '--runs', '2000']);
    expect(status).toBe(0);
    expect(stdout).toContain('transition street.concession');
    expect(stdout).toContain('chance_per_day: 0.1 → 0.3');
    expect(stdout).toMatch(/Compromise +\d+ +\d+ +\+\d/);
    expect(stdout).toContain(`juncture diff ${old} ${edited} --runs 2000 --seed 2022`);
    expect(juncture(['diff', old, edited, '--runs', '2000', '--workers', '2']).stdout).toBe(stdout);
  });

  it('as JSON: changes by name, effects with intervals', () => {
    const { status, stdout } = juncture(['diff', old, edited, '--runs', '2000', '--json']);
    expect(status).toBe(0);
    const { manifest, changes, effects } = JSON.parse(stdout);
    expect(manifest).toMatchObject({ runs: 2000, seed: '2022', before: { scenario: 'old', file: old } });
    expect(changes).toEqual([
      {
        change: 'changed',
        kind: 'transition',
        path: 'street.concession',
        label: null,
        fields: [{ name: 'chance_per_day', before: '0.1', after: '0.3' }],
      },
    ]);
    const compromise = effects.outcomes.find(({ id }: { id: string }) => id === 'compromise');
    expect(compromise.tells).toBe(true);
    expect(compromise.change.value).toBeCloseTo(compromise.after.value - compromise.before.value, 10);
    expect(effects.outcomes.at(-1).id).toBe('unresolved');
  });

  it('runs nothing with --no-runs', () => {
    const { status, stdout } = juncture(['diff', old, edited, '--no-runs', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ manifest: { runs: 0, command: null }, effects: null });
  });

  it('takes the settings of the other commands', () => {
    const { status, stdout } = juncture([
      'diff',
      old,
      edited,
      '--runs',
      '500',
      '--set',
      'loyalty=0.2',
      '--json',
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).manifest).toMatchObject({ set: { loyalty: 0.2 } });
    expect(juncture(['diff', old, edited, '--set', 'loyaltee=0.2']).status).toBe(2);
  });

  it('wants two scenarios without faults', () => {
    expect(juncture(['diff', old]).status).toBe(2);
    expect(juncture(['diff', old, edited, old]).status).toBe(2);
    expect(juncture(['diff', old, join(folder, 'none.yaml')]).status).toBe(2);
    const faulty = join(folder, 'faulty.yaml');
    writeFileSync(faulty, OLD.replace('to: talks', 'to: talkz'));
    const { status, stderr } = juncture(['diff', old, faulty]);
    expect(status).toBe(3);
    expect(stderr).toContain('talkz');
  });
});

describe('as a helper of git', () => {
  let repository: string;
  const git = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string => {
    const { HOME: _, ...inherited } = process.env;
    const done = spawnSync('git', args, {
      cwd: repository,
      encoding: 'utf8',
      env: { ...inherited, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...env },
    });
    expect(done.status, done.stderr).toBe(0);
    return done.stdout;
  };
  const command = `"${process.execPath}" "${COMMAND}" diff`;

  beforeAll(() => {
    repository = join(folder, 'repository');
    mkdirSync(join(repository, 'cases', 'models'), { recursive: true });
    writeFileSync(join(repository, 'cases', 'models', 'base.yaml'), OLD);
    writeFileSync(
      join(repository, 'cases', 'port.yaml'),
      'juncture: 1\nextends: ./models/base.yaml\ntitle: The port\n',
    );
    git(['init', '-q']);
    git(['config', 'user.email', 'someone@example.org']);
    git(['config', 'user.name', 'Someone']);
    git(['config', 'diff.juncture.textconv', `${command} --textconv`]);
    writeFileSync(join(repository, '.gitattributes'), '*.yaml diff=juncture\n');
    git(['add', '.']);
    git(['commit', '-q', '-m', 'One']);
    writeFileSync(
      join(repository, 'cases', 'port.yaml'),
      '# A comment is no change.\njuncture: 1\nextends: ./models/base.yaml\ntitle: The port\nparameters: { loyalty: { baseline: 0.65 } }\n',
    );
  });

  it('textconv: one line of the canonical text changes, though the file extends another', () => {
    const lines = git(['diff', '--no-color'])
      .split('\n')
      .filter((line) => /^[+-](?![+-])/.test(line));
    expect(lines).toEqual(['-  baseline: 0.6', '+  baseline: 0.65']);
  });

  it('an external diff gets seven words', () => {
    const text = git(['diff', '--ext-diff'], { GIT_EXTERNAL_DIFF: `${command} --runs 200` });
    expect(text).toContain('cases/port.yaml before → cases/port.yaml now');
    expect(text).toContain('baseline: 0.6 → 0.65');
    expect(text).toContain('in 200 runs of each');
  });

  it('a file that is faulty, new or gone does not end what git does', () => {
    const external = { GIT_EXTERNAL_DIFF: `${command} --no-runs` };
    const port = join(repository, 'cases', 'port.yaml');
    const kept = readFileSync(port, 'utf8');
    writeFileSync(port, 'juncture: 1\nextends: ./models/base.yaml\ntitel: The port\n');
    expect(git(['diff', '--ext-diff'], external)).toContain('titel');
    expect(git(['diff', '--no-color'])).toContain('+titel: The port');
    rmSync(port);
    expect(git(['diff', '--ext-diff'], external)).toContain('REMOVED');
    writeFileSync(port, kept);
    writeFileSync(join(repository, 'cases', 'new.yaml'), OLD);
    git(['add', '-N', '.']);
    expect(git(['diff', '--ext-diff', '--', 'cases/new.yaml'], external)).toContain('ADDED');
  });

  it('textconv gives the same text for other layouts, and a text that is no scenario as it is', () => {
    const one = juncture(['diff', '--textconv', old]).stdout;
    const again = join(folder, 'again.yaml');
    writeFileSync(again, `# Again\n${OLD.replace('baseline: 0.6,', 'baseline: 0.60,')}`);
    expect(juncture(['diff', '--textconv', again]).stdout).toBe(one);
    const notes = join(folder, 'notes.yaml');
    writeFileSync(notes, 'shopping: [bread, milk]\n');
    expect(juncture(['diff', '--textconv', notes]).stdout).toBe('shopping: [bread, milk]\n');
  });
});
