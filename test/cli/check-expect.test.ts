/** Proves what `check --expect` prints and how it ends, on the built program. */
import { describe, expect, it } from 'vitest';
import { interrupted, juncture } from '../helpers/command.ts';

const EDGE = 'test/fixtures/cli/edge-promise.yaml';

describe('as text', () => {
  it('says of every claim what was found and what was wanted, once', () => {
    const { status, stdout } = juncture(['check', 'timeline', '--expect']);
    expect(status).toBe(0);
    const words = stdout.replaceAll(/\s+/g, ' ');
    expect(words).toMatch(
      /✓ first crack, 2000-01-02: 80 % of [\d,]+ runs lie from 2000-01-02 to 2000-01-24; [\d.]+ % \([^)]*\) by then, 100 % \([^)]*\) not before ✓ fall, /,
    );
    expect(words).toContain('wanted of each: at least 10 % on either side');
    expect(words).toContain('2 promises: 2 hold.');
  });

  it('says what a promise wants once, too, where runs do not suffice', () => {
    const { status, stdout } = juncture(['check', EDGE, '--expect', '--most-runs', '3000']);
    expect(status).toBe(4);
    expect(stdout).toMatch(/edge\s+not enough runs {2}3,000 runs/);
    expect(stdout.match(/wanted/gi)).toHaveLength(2);
  });
});

describe('faults of runs', () => {
  it('are counted, and the first told with the commands that replay them; the status is 3', () => {
    const { status, stdout } = juncture(['check', 'test/fixtures/cli/faulty-promise.yaml', '--expect']);
    expect(status).toBe(3);
    expect(stdout).toMatch(/Faults ended \d,\d{3} runs; they count nowhere\. The first:/);
    expect(stdout).toMatch(/again: juncture run \S+ --run \d+ --seed 2022\n/);
    expect(stdout).toMatch(/again: juncture run \S+ --run \d+ --seed 2022 --variant brief/);
    expect(stdout).not.toMatch(/\n\n\n/);
  });
});

describe('as JSON', () => {
  it('tells everything that the text does, and how to get it again', () => {
    const { status, stdout } = juncture([
      'check',
      EDGE,
      '--expect',
      '--json',
      '--most-runs',
      '3000',
      '--seed',
      '7',
    ]);
    expect(status).toBe(4);
    const { promises, scenario_hash, manifest, ...report } = JSON.parse(stdout);
    expect(scenario_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(report).toEqual({
      scenario: 'edge-promise',
      sound: true,
      diagnostics: [],
      engine: 'kernel',
      interrupted: false,
      broken: null,
      holds: 1,
      fails: 0,
      not_enough_runs: 1,
      faulted: 0,
      faults: [],
    });
    expect(manifest).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      scenario: 'edge-promise',
      scenario_hash,
      compared: [],
      seed: '7',
      most_runs: 3000,
      command: `juncture check ${EDGE} --expect --seed 7 --most-runs 3000`,
    });
    expect(promises).toMatchObject([
      { name: 'sure', verdict: 'holds', runs: 2000, selected: 2000, because: 'it is a fair coin', line: 13 },
      { name: 'edge', verdict: 'not-enough-runs', runs: 3000, selected: 3000, warnings: [], file: EDGE },
    ]);
    for (const { estimate, claims, text, wanted } of promises) {
      expect(Object.keys(estimate)).toEqual(['value', 'low', 'high', 'level', 'n', 'method']);
      expect(claims).toEqual([{ verdict: expect.any(String), estimate, text, wanted }]);
    }
  });

  it('has no promises where the scenario is not sound', () => {
    const { status, stdout } = juncture([
      'check',
      'test/errors/check-bad-promise.yaml',
      '--expect',
      '--json',
    ]);
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ sound: false, promises: null, holds: 0, faults: [] });
  });

  it('writes an end that nothing bounds as null', () => {
    const { stdout } = juncture(['check', 'effects', '--expect', '--json', '--most-runs', '10']);
    const { promises, manifest } = JSON.parse(stdout);
    expect(manifest.compared).toMatchObject([{ scenario: 'effects-elsewhere' }]);
    const ratio = promises.find(({ name }: { readonly name: string }) => name === 'strong_over_weak');
    expect(ratio).toMatchObject({ verdict: 'not-enough-runs', estimate: { high: null } });
  });
});

describe('the status', () => {
  it.each([
    ['0: every promise holds', ['odds'], 0],
    ['4: one is broken', ['test/fixtures/cli/broken-promise.yaml'], 4],
    ['3: the scenario is not sound', ['test/errors/check-bad-promise.yaml'], 3],
    ['3: a file that it is compared with is not', ['test/errors/check-file-compared.yaml'], 3],
    ['2: there is no such scenario', ['nothing-of-that-name'], 2],
  ])('%s', (_, args, status) => {
    expect(juncture(['check', ...args, '--expect']).status).toBe(status);
  });

  it('130: interrupted, with what was settled shown', async () => {
    const args = ['check', EDGE, '--expect', '--most-runs', '100000000'];
    const { status, stdout, stderr } = await interrupted(args, { afterMs: 2_500, signal: 'SIGINT' });
    expect(status).toBe(130);
    expect(stdout).toMatch(/✓ sure\s+holds {2}2,000 runs/);
    expect(stdout).toMatch(/\? edge\s+not enough runs/);
    expect(stderr).toContain('Interrupted; what was settled is shown.');
  });
});
