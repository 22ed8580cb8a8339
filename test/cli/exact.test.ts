/** Proves what `simulate --exact` prints, in text and JSON, and how it refuses, on the built command. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { juncture } from '../helpers/command.ts';

const DIE = join('scenarios', 'exact', 'die.yaml');

describe('simulate --exact', () => {
  it('shows the chances beside the estimates, and whether their intervals hold them', () => {
    const { status, stdout } = juncture(['simulate', DIE, '--exact', '--runs', '2000']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/one +0\.166666666667 +0\.\d{4} \(0\.\d{4} to 0\.\d{4}\) +(yes|no)/);
    expect(stdout).toMatch(/Flips +3\.66666666667 +/);
    expect(stdout).toContain('all chances add up to 1');
    expect(stdout).toContain('--exact');
  });

  it('prints both as JSON, the estimates in the shape of simulate', () => {
    const args = ['simulate', DIE, '--runs', '500', '--json'];
    const { exact, monte_carlo } = JSON.parse(juncture([...args, '--exact']).stdout);
    expect(monte_carlo).toEqual(JSON.parse(juncture(args).stdout));
    expect(exact.outcomes[0]).toMatchObject({ id: 'one', chance: expect.closeTo(1 / 6, 14) });
    expect(exact.mass).toBeCloseTo(1, 14);
    expect(exact.stages[0].shares).toHaveLength(101);
  });

  it('refuses with every reason and its place in the file', () => {
    const { status, stdout, stderr } = juncture([
      'simulate',
      join('test', 'fixtures', 'fuel-prices.yaml'),
      '--exact',
    ]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/fuel-prices\.yaml:\d+: the variable `crowd` has noise/);
    expect(stderr).toMatch(
      /fuel-prices\.yaml:\d+: the parameter `loyalty` is drawn from a beta distribution; hold it/,
    );
  });
});
