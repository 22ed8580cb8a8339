/** Proves what `juncture simulate` prints and how it ends, on the built command. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { interrupted, juncture } from '../helpers/command.ts';

const FEW = ['--runs', '400'];
const fixture = (name: string): string => join('test', 'fixtures', 'cli', name);
const ESCAPE = '\u001b';

it('prints one JSON object of the promised shape', () => {
  const { status, stdout } = juncture(['simulate', 'kazakhstan-2022', ...FEW, '--json']);
  expect(status).toBe(0);
  const result = JSON.parse(stdout);
  expect(result.manifest).toMatchObject({
    scenario: 'kazakhstan-2022',
    seed: '2022',
    runs: 400,
    set: {},
    decide: {},
    without: [],
    variant: null,
  });
  expect(result.manifest.scenario_hash).toMatch(/^[0-9a-f]{64}$/);
  expect(result.runs).toBe(400);
  expect(result.outcomes.at(-1).id).toBe('unresolved');
  const counts = result.outcomes.map(({ count }: { count: number }) => count);
  expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(400);
  for (const outcome of result.outcomes) {
    expect(Object.keys(outcome)).toEqual(['id', 'label', 'count', 'share', 'low', 'high']);
    expect(outcome.share).toBe(outcome.count / 400);
    expect(outcome.low).toBeLessThanOrEqual(outcome.share);
    expect(outcome.high).toBeGreaterThanOrEqual(outcome.share);
  }
  for (const measure of result.measures) {
    expect(measure).toHaveProperty('missing');
    expect(Object.keys(measure.quantiles)).toEqual(['0.05', '0.25', '0.5', '0.75', '0.95']);
  }
  for (const happening of result.happenings) {
    if (happening.share === 0) expect(happening.median_day).toBeNull();
    else expect(happening.median_day).toBeGreaterThan(0);
  }
  for (const decision of result.decisions) {
    const chosen = decision.options.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    expect(chosen).toBeLessThanOrEqual(decision.asked);
  }
});

it('gives the same bytes for any number of workers, and the same numbers on both engines', () => {
  const one = juncture(['simulate', ...FEW, '--json', '--workers', '1']);
  const three = juncture(['simulate', ...FEW, '--json', '--workers', '3']);
  expect(three.stdout).toBe(one.stdout);
  const machine = juncture(['simulate', '--runs', '60', '--json', '--engine', 'machine']);
  const kernel = juncture(['simulate', '--runs', '60', '--json', '--engine', 'kernel']);
  expect(JSON.parse(kernel.stdout).engine).toBe('kernel');
  expect({ ...JSON.parse(machine.stdout), engine: 'kernel' }).toEqual(JSON.parse(kernel.stdout));
});

it('takes a seed as text: 0 and "0" are one, and another seed is other luck', () => {
  const zero = juncture(['simulate', ...FEW, '--json', '--seed', '0']).stdout;
  const other = juncture(['simulate', ...FEW, '--json', '--seed', 'zero']).stdout;
  expect(JSON.parse(zero).manifest.seed).toBe('0');
  expect(JSON.parse(zero).outcomes).not.toEqual(JSON.parse(other).outcomes);
});

it('is plain text in a pipe, without escape codes and with the command that repeats it', () => {
  const { status, stdout, stderr } = juncture(['simulate', ...FEW, '--set', 'loyalty=0.9']);
  expect(status).toBe(0);
  expect(stdout).not.toContain(ESCAPE);
  expect(stderr).toBe('');
  expect(stdout).toContain('Held alone');
  expect(stdout).toContain('juncture simulate kazakhstan-2022 --runs 400 --seed 2022 --set loyalty=0.9');
});

it('stops with status 3 at a fault of a run, and names expression, place, day, values and the replay', () => {
  const { status, stderr } = juncture(['simulate', fixture('faults-in-a-run.yaml'), ...FEW]);
  expect(status).toBe(3);
  expect(stderr).toContain('0.001 * fuel');
  expect(stderr).toContain('regions.engine.stages.running.transitions.stalls.hazard');
  expect(stderr).toContain('fuel = -1');
  expect(stderr).toContain('day 4');
  const replay = /again: juncture (run .*)$/m.exec(stderr)?.[1];
  expect(replay).toBeDefined();
  const again = juncture((replay as string).split(' '));
  expect(again.status).toBe(3);
  expect(again.stderr).toContain('fuel = -1');
});

it('is interrupted by Ctrl-C with what was done shown, status 130', async () => {
  const { status, stdout, stderr } = await interrupted(['simulate', '--runs', '500000000'], {
    afterMs: 4000,
    signal: 'SIGINT',
  });
  expect(stderr).toContain('Interrupted after');
  expect(status).toBe(130);
  expect(stdout).toContain('Held with troops');
});

it.each([
  ['an option that does not exist', ['simulate', '--rnus', '5'], /unknown option.*\n.*--runs/],
  ['a number that is none', ['simulate', '--runs', 'many'], /whole number/],
  ['a scenario that is not there', ['simulate', 'kazakstan-2022'], /Did you mean 'kazakhstan-2022'/],
  ['a file that is not there', ['simulate', './nothing.yaml'], /no scenario file/],
  ['a parameter that is not there', ['simulate', '--set', 'loyalti=1'], /loyalty/],
  ['a value outside the range', ['simulate', '--set', 'loyalty=7'], /0.*1/],
  ['a setting without a value', ['simulate', '--set', 'loyalty'], /parameter=value/],
  ['a decision that is not there', ['simulate', '--decide', 'answr=refuse'], /answer/],
  ['an option that is not there', ['simulate', '--decide', 'answer=refuze'], /refuse/],
  ['a path that is not there', ['simulate', '--without', 'crisis.hijackd'], /crisis\.hijacked/],
  ['a variant that is not there', ['simulate', '--variant', 'no_troop'], /no_troops/],
])('refuses %s with status 2 and a mend', (_, args, message) => {
  const { status, stderr, stdout } = juncture(args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/ at .*:\d+:\d+\)/);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});
