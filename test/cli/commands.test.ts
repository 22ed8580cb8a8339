/** Proves the other commands on the built program: help, check, run, diagram, new, and every command of the README. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND, juncture } from '../helpers/command.ts';

const ESCAPE = '\u001b';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'juncture-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('juncture --help and --version', () => {
  it('names every command, and each has help of its own', () => {
    const { status, stdout } = juncture(['--help']);
    expect(status).toBe(0);
    for (const command of ['simulate', 'run', 'check', 'diagram', 'diff', 'new']) {
      expect(stdout).toContain(`  ${command} `);
      expect(juncture([command, '--help']).status).toBe(0);
    }
  });

  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(juncture(['--version']).stdout).toBe(`${version}\n`);
  });
});

describe('juncture check', () => {
  it('lists what ships', () => {
    const { status, stdout } = juncture(['check']);
    expect(status).toBe(0);
    expect(stdout).toContain('kazakhstan-2022');
    expect(stdout).not.toContain('(faulty)');
  });

  it('finds a shipped scenario sound', () => {
    const { status, stdout } = juncture(['check', 'kazakhstan-2022']);
    expect(status).toBe(0);
    expect(stdout).toContain('is sound');
  });

  it('reports every fault with its place and status 3, as text and as JSON', () => {
    const file = join(folder, 'two-faults.yaml');
    const text = readFileSync('scenarios/models/starter.yaml', 'utf8')
      .replace('(1 - loyalty)"', '(1 - loyaltee)"')
      .replace('to: calm', 'to: calmness');
    writeFileSync(file, text);
    const plain = juncture(['check', file]);
    expect(plain.status).toBe(3);
    expect(plain.stdout).toContain('Did you mean `loyalty`');
    expect(plain.stdout).toContain('calmness');
    expect(plain.stdout).toContain('2 errors');
    expect(plain.stdout).not.toContain(ESCAPE);
    const json = juncture(['check', file, '--json']);
    expect(json.status).toBe(3);
    const report = JSON.parse(json.stdout);
    expect(report.sound).toBe(false);
    const errors = report.diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors).toHaveLength(2);
    for (const { file: name, line, column } of errors) {
      expect(name).toBe(file);
      expect(line).toBeGreaterThan(1);
      expect(column).toBeGreaterThan(1);
    }
  });

  it('tells a kept promise from a broken one by its status', () => {
    expect(juncture(['check', 'odds', '--expect']).status).toBe(0);
    const broken = juncture(['check', 'test/fixtures/cli/broken-promise.yaml', '--expect']);
    expect(broken.status).toBe(4);
    expect(broken.stdout).toMatch(/loaded\s+FAILS/);
  });
});

describe('juncture run', () => {
  it('prints every state as JSON: step 0 is the start, happenings belong to the step that led to the row', () => {
    const { status, stdout } = juncture(['run', 'delays', '--json']);
    expect(status).toBe(0);
    const { manifest, outcome, steps } = JSON.parse(stdout);
    expect(manifest).toMatchObject({ scenario: 'delays', runs: 1, run: 0 });
    expect(outcome).toBe('arrived');
    expect(steps[0]).toMatchObject({ step: 0, day: 0, stages: { line: 'line.first' }, happenings: [] });
    expect(Object.keys(steps[0]).slice(0, 8)).toEqual([
      'step',
      'day',
      'date',
      'stages',
      'variables',
      'auxiliaries',
      'happenings',
      'decisions',
    ]);
    expect(steps[4]).toMatchObject({ day: 2, stages: { line: 'line.second' }, happenings: ['line.leaves'] });
  });

  it('tells the run as a story', () => {
    const { status, stdout } = juncture(['run', 'kazakhstan-2022', '--run', '17']);
    expect(status).toBe(0);
    expect(stdout).toContain('run 17');
    expect(stdout).toContain('The president');
    expect(stdout).not.toContain(ESCAPE);
  });
});

describe('juncture diagram', () => {
  it.each([
    ['text', 'hijack'],
    ['mermaid', 'stateDiagram-v2'],
    ['dot', 'digraph'],
  ])('draws the chart as %s', (format, part) => {
    const { status, stdout } = juncture(['diagram', 'kazakhstan-2022', '--format', format]);
    expect(status).toBe(0);
    expect(stdout).toContain(part);
  });
});

describe('juncture new', () => {
  it('writes a sound scenario, keeps its promises, and never overwrites', () => {
    expect(juncture(['new', 'my-crisis'], { cwd: folder }).status).toBe(0);
    const checked = juncture(['check', 'my-crisis.yaml', '--expect'], { cwd: folder });
    expect(checked.stdout).not.toContain('warning');
    expect(checked.status).toBe(0);
    const before = readFileSync(join(folder, 'my-crisis.yaml'), 'utf8');
    const again = juncture(['new', 'my-crisis'], { cwd: folder });
    expect(again.status).toBe(2);
    expect(readFileSync(join(folder, 'my-crisis.yaml'), 'utf8')).toBe(before);
  });

  it('refuses a name that leads elsewhere', () => {
    expect(juncture(['new', '../elsewhere'], { cwd: folder }).status).toBe(2);
  });
});

it('ends quietly when the reader goes away', () => {
  const line = `'${process.execPath}' '${COMMAND}' diagram kazakhstan-2022 --format dot | head -1`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.split('\n')).toHaveLength(2);
  expect(status).toBe(0);
});

describe('the README', () => {
  const page = readFileSync('README.md', 'utf8');
  const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block]) => (block as string).split('\n'))
    .filter((line) => line.startsWith('juncture '))
    .map((line) =>
      line
        .replace(/\s+#.*$/, '')
        .split(' ')
        .slice(1),
    );

  it('has commands to try', () => expect(commands.length).toBeGreaterThan(8));

  it.each(commands.map((args) => [args.join(' '), args] as const))('juncture %s works', (_, args) => {
    const few = args[0] === 'simulate' ? ['--runs', '200'] : [];
    const name =
      args[0] === 'new' ? args.map((arg) => (arg === 'my-crisis' ? 'my-first-crisis' : arg)) : args;
    const { status, stderr } = juncture([...name, ...few], { cwd: folder });
    expect(stderr.replace(/^Wrote \S+\.\n$/, '')).toBe('');
    expect(status).toBe(0);
  });
});
