/** Proves `juncture branch` on the built program: text, JSON, one run, the timeline, and what it refuses. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interrupted, juncture } from '../helpers/command.ts';

const FILE = 'test/fixtures/fuel-prices.yaml';
const FEW = ['--runs', '10', '--futures', '10'];

it('tells by when and by what the ending is settled', () => {
  const { status, stdout, stderr } = juncture(['branch', FILE, ...FEW]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('Where it is decided');
  expect(stdout).toContain(`juncture branch ${FILE} --runs 10 --futures 10 --seed 2022`);
});

it('gives the same JSON for any number of workers', () => {
  const [one, two] = ['1', '2'].map((workers) =>
    juncture(['branch', FILE, ...FEW, '--json', '--workers', workers]),
  );
  expect(one!.status).toBe(0);
  expect(two!.stdout).toBe(one!.stdout);
  const result = JSON.parse(one!.stdout);
  expect(result).toMatchObject({ runs: 10, faulted: 0, interrupted: false, manifest: { futures: 10 } });
  expect(result.days.at(-1).settled).toBeCloseTo(1, 9);
  expect(result.happenings[0]).toHaveProperty('settles.low');
});

it('gives the turning points of one run, with the alternatives', () => {
  const { status, stdout } = juncture(['branch', FILE, '--run', '3', '--futures', '200', '--json']);
  expect(status).toBe(0);
  const { run, turning_points: points, outcome } = JSON.parse(stdout);
  expect(run).toBe(3);
  expect(typeof outcome).toBe('string');
  for (const one of points)
    expect(one).toMatchObject({ instead: expect.any(Array), date: expect.any(String) });
});

it("follows the timeline's way", () => {
  const { status, stdout } = juncture(['branch', FILE, '--along', 'timeline', '--futures', '50']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/It meets \d+ of the \d+ dated happenings on their days/);
});

it('sets the futures of one state side by side, and says what cannot be', () => {
  const words = [
    'happens:street.turns_violent',
    'not:street.turns_violent',
    'response=concede',
    'loyalty=0.9',
    'happens:oil_falls',
  ];
  const { status, stdout } = juncture([
    'branch',
    FILE,
    '--run',
    '3',
    '--at',
    '0',
    '--futures',
    '50',
    ...words.flatMap((one) => ['--instead', one]),
  ]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/\n A {2}As it stands\.\n B {2}/);
  expect(stdout).toContain('It happens later in');
  expect(stdout).toContain('= 0.9.');
  expect(stdout).toMatch(/Not possible: oil_falls happens at its date\s+alone\./);
});

it('gives the same futures as JSON, by names', () => {
  const words = [
    '--run',
    '3',
    '--at',
    '2022-01-02',
    '--futures',
    '40',
    '--instead',
    'response=concede',
    '--json',
  ];
  const [one, two] = ['1', '2'].map((workers) => juncture(['branch', FILE, ...words, '--workers', workers]));
  expect(two!.stdout).toBe(one!.stdout);
  const { ways, day, manifest } = JSON.parse(one!.stdout);
  expect([day, manifest.futures]).toEqual([0, 40]);
  expect(ways.map((way: { alternative: unknown }) => way.alternative)).toEqual([
    { kind: 'as_it_stands' },
    { kind: 'option', decision: 'response', option: 'concede' },
  ]);
  expect(ways[1].option.taken + ways[1].option.unavailable + ways[1].option.not_asked).toBeCloseTo(1, 9);
});

it.each([
  ['two runs at once', ['--run', '1', '--along', 'timeline'], 'not both'],
  ['many runs along one', ['--run', '1', '--runs', '5'], '--runs and --half-width are for many runs'],
  ['an unknown way', ['--along', 'history'], 'timeline'],
  ['alternatives without a day', ['--run', '1', '--instead', 'loyalty=0.5'], 'Say when'],
  ['a day past the end', ['--run', '1', '--at', '19.9'], 'Ask for an earlier day'],
  ['a day that is none', ['--at', 'tomorrow'], 'days since the start'],
  ['an unknown decision', ['--at', '1', '--instead', 'respons=concede'], 'Did you mean `response`'],
  ['an unknown option', ['--at', '1', '--instead', 'response=conced'], 'Did you mean `concede`'],
  ['an unknown happening', ['--at', '1', '--instead', 'not:street.turns_violen'], 'street.turns_violent'],
  [
    'an option as a happening',
    ['--at', '1', '--instead', 'happens:response.concede'],
    'write `response=concede`',
  ],
  ['a parameter outside its range', ['--at', '1', '--instead', 'loyalty=7'], 'loyalty'],
  ['words that are no alternative', ['--at', '1', '--instead', 'response'], 'happens:region.happening'],
  ['a half-width that is none', ['--half-width', '2'], 'a share below 0.5'],
  [
    'a fixture without dates',
    ['--along', 'timeline'],
    'tied to a happening',
    'scenarios/exact/gamblers-ruin.yaml',
  ],
])('refuses %s', (_, words, why, file = FILE) => {
  const { status, stderr, stdout } = juncture(['branch', file, ...words]);
  expect(status).toBe(2);
  expect(stderr).toContain(why);
  expect(stdout).toBe('');
});

it('keeps what is done when interrupted', async () => {
  const { status, stdout, stderr } = await interrupted(['branch', FILE, '--runs', '100000'], {
    afterMs: 4_000,
    signal: 'SIGINT',
  });
  expect(status).toBe(130);
  expect(stdout).toContain('Interrupted');
  expect(stderr).toContain('what is shown rests on those');
}, 60_000);

describe('docs/branch.md', () => {
  const commands = [...readFileSync('docs/branch.md', 'utf8').matchAll(/^ {4}juncture (.+)$/gm)].map(
    ([, words]) => words!,
  );

  it('has commands to try', () => expect(commands.length).toBeGreaterThan(5));

  it.each(commands)('juncture %s works', (words) => {
    const few = /--(run|along|at) /.test(words) ? [] : ['--runs', '4'];
    const { status, stderr } = juncture([...words.split(' '), ...few, '--futures', '8']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
