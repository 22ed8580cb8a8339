/** Proves `juncture branch` on the built program: text, JSON, one run, the timeline, and what it refuses. */
import { expect, it } from 'vitest';
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

it.each([
  ['two runs at once', ['--run', '1', '--along', 'timeline'], 'not both'],
  ['many runs along one', ['--run', '1', '--runs', '5'], '--runs and --half-width are for many runs'],
  ['an unknown way', ['--along', 'history'], 'timeline'],
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
