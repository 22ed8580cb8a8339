/** Proves what `compare`, `sweep`, `threshold` and `sensitivity` print and write, and how they end, on the built command. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { interrupted, juncture } from '../helpers/command.ts';

const FUEL = join('test', 'fixtures', 'fuel-prices.yaml');
const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'juncture-')), 'data');
const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const json = (args: readonly string[]) => JSON.parse(juncture([...args, '--json']).stdout);

describe('compare', () => {
  it('holds sides against the first, in the shapes of simulate', () => {
    const sides = ['baseline', 'loyal_police', 'loyalty=0.2,press=admit,without:oil_falls'];
    const result = json(['compare', FUEL, ...sides, '--runs', '500']);
    expect(result.sides.map((side: { name: string }) => side.name)).toEqual(sides);
    expect(result.manifest).toMatchObject({ scenario: 'fuel-prices', runs: 500, sides });
    expect(result.sides[2].manifest).toMatchObject({
      set: { loyalty: 0.2 },
      decide: { press: 'admit' },
      without: ['oil_falls'],
    });
    const alone = json(['simulate', FUEL, '--runs', '500']);
    expect(result.sides[0].outcomes).toEqual(alone.outcomes);
    expect(result.sides[0].measures).toEqual(alone.measures);
    expect(result.contrasts).toHaveLength(2);
    expect(Object.keys(result.contrasts[0].outcomes[0])).toEqual([
      'id',
      'label',
      'change',
      'low',
      'high',
      'p',
      'p_holm',
      'luck_saved',
    ]);
  });

  it('gives the same bytes for any number of workers, and again by its own command', () => {
    const args = ['compare', FUEL, 'loyal_police', '--runs', '800', '--json'];
    const one = juncture([...args, '--workers', '1']).stdout;
    expect(juncture([...args, '--workers', '3']).stdout).toBe(one);
    const { command } = JSON.parse(one).manifest;
    expect(juncture([...command.split(' ').slice(1), '--json']).stdout).toBe(one);
  });

  it('says what it cannot compare', () => {
    const unknown = juncture(['compare', FUEL, 'loyal_polise']);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('There is no variant `loyal_polise`. Did you mean `loyal_police`?');
    const option = juncture(['compare', FUEL, 'baseline', 'response=shot']);
    expect(option.status).toBe(2);
    expect(option.stderr).toContain('`response` has no option `shot`');
    expect(juncture(['compare', FUEL, 'baseline', 'baseline']).stderr).toContain('named twice');
  });
});

describe('--precision', () => {
  it('goes on until shares are known so well, and again by its own command', () => {
    const found = json(['simulate', FUEL, '--precision', '0.02']);
    expect(found.precision.met).toBe(true);
    for (const { low, high } of found.outcomes) expect((high - low) / 2).toBeLessThanOrEqual(0.02);
    expect(found.manifest.runs).toBe(found.runs);
    expect(found.runs).toBeLessThan(10_000);
    expect(json(found.manifest.command.split(' ').slice(1))).toEqual(found);
    const fixed = json(['simulate', FUEL, '--runs', `${found.runs}`]);
    expect(fixed.outcomes).toEqual(found.outcomes);
  });

  it('has the same runs at every point, and says where the limit came first', () => {
    const sides = ['baseline', 'loyal_police'];
    const compared = json(['compare', FUEL, ...sides, '--precision', 'government_falls=0.03']);
    expect(compared.precision.wanted.map(({ id }: { id: string }) => id)).toEqual(['government_falls']);
    expect(compared.sides.map(({ runs }: { runs: number }) => runs)).toEqual([compared.runs, compared.runs]);
    const short = juncture([
      'sweep',
      FUEL,
      '--over',
      'loyalty=0.2:0.8:2',
      '--precision',
      '0.01',
      '--runs',
      '600',
    ]);
    expect(short.status).toBe(0);
    expect(short.stdout).toContain('The limit of runs came before the wanted precision');
    const wrong = juncture(['simulate', FUEL, '--precision', '2']);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('such as 0.01 for ±1 of 100 runs');
  });
});

describe('sweep', () => {
  it('prints text, writes tidy data, and never writes over any', () => {
    const folder = newFolder();
    const args = ['sweep', FUEL, '--over', 'loyalty=0.2:0.8:3', '--runs', '60', '--out', folder];
    const { status, stdout, stderr } = juncture(args);
    expect(status).toBe(0);
    expect(stdout).toContain('OUTCOMES of 100 runs');
    expect(stderr).toContain('Wrote');
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining([
        'codebook.md',
        'datapackage.json',
        'estimates.csv',
        'fingerprints.csv',
        'manifest.json',
        'methods.md',
        'points.csv',
        'runs.csv',
        'scenario',
        'spells.csv',
      ]),
    );
    const rows = read(folder, 'runs.csv').trimEnd().split('\r\n');
    expect(rows[0]).toMatch(
      /^id,scenario,variant,point,draw,luck,loyalty,patience,police_pay,sponsor,outcome,day,/,
    );
    expect(rows).toHaveLength(1 + 3 * 60);
    expect(rows[1]).toMatch(/^0,fuel-prices,baseline,0,0,0,0\.2,/);
    expect(read(folder, 'points.csv')).toBe(
      'point,name,variant,loyalty\r\n0,0.2,baseline,0.2\r\n1,0.5,baseline,0.5\r\n2,0.8,baseline,0.8\r\n',
    );
    expect(JSON.parse(read(folder, 'manifest.json'))).toMatchObject({ over: ['loyalty'], runs: 60 });
    const { resources } = JSON.parse(read(folder, 'datapackage.json'));
    for (const { path, schema } of resources) {
      const names = schema.fields.map((field: { name: string }) => field.name);
      expect(read(folder, path).split('\r\n')[0]).toBe(names.join(','));
    }
    expect(read(folder, 'methods.md').replaceAll(/\s+/g, ' ')).toContain(
      '60 runs at each of 3 points, seed `2022`.',
    );
    const again = juncture(args);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('is there already and not empty');
  });

  it('the rows of a run are those of the run alone: same draw, same end', () => {
    const folder = newFolder();
    juncture(['compare', FUEL, 'baseline', 'loyal_police', '--runs', '30', '--out', folder]);
    const [head = '', ...rows] = read(folder, 'runs.csv').trimEnd().split('\r\n');
    const columns = head.split(',');
    const row = (rows.find((one) => one.includes(',fuel-prices,loyal_police,1,17,')) ?? '').split(',');
    const run = json(['run', FUEL, '--run', '17', '--variant', 'loyal_police']);
    expect(row[columns.indexOf('outcome')]).toBe(run.outcome);
    expect(Number(row[columns.indexOf('day')])).toBe(run.steps.at(-1).day);
    expect(row[columns.indexOf('loyalty')]).toBe('0.95');
  });

  it('goes over two things at once, and over labels', () => {
    const { points } = json([
      'sweep',
      FUEL,
      '--over',
      'response',
      '--over',
      'sponsor=nobody,gangs',
      '--runs',
      '20',
    ]);
    expect(points).toHaveLength(6);
    expect(points[1].values).toEqual({ response: 'shoot', sponsor: 'gangs' });
  });

  it('says what it cannot move', () => {
    for (const [over, message] of [
      ['loyality', 'Did you mean `loyalty`?'],
      ['loyalty=0.2:', "'' is no number"],
      ['loyalty=0.5:0.2:4', 'cannot be read'],
      ['loyalty=0:7:3', 'loyalty'],
      ['sponsor=gang', 'Did you mean `gangs`?'],
    ] as const) {
      const { status, stderr } = juncture(['sweep', FUEL, '--over', over, '--runs', '10']);
      expect(status).toBe(2);
      expect(stderr).toContain(message);
    }
    expect(juncture(['sweep', FUEL]).stderr).toContain('Say what to move');
  });
});

describe('threshold', () => {
  const tip = (outcome: string, reaches: string): readonly string[] => {
    const what = ['--outcome', outcome, '--reaches', reaches, '--runs', '1000'];
    return ['threshold', FUEL, '--over', 'loyalty', ...what];
  };

  it('finds where an outcome tips, and says so in a sentence', () => {
    const { status, stdout } = juncture(tip('government_falls', '0.3'));
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /Government falls comes in more than 30 of 100 runs where Security-force loyalty is below 0\.3\d\. 95 % interval: 0\.\d+ to 0\.\d+\./,
    );
    const { threshold, looks } = json(tip('government_falls', '0.3'));
    expect(threshold).toMatchObject({ kind: 'found', rising: false });
    expect(looks.length).toBeGreaterThan(20);
  });

  it('says when it tips twice, or nowhere', () => {
    expect(json(tip('order_by_force', '0.1')).threshold.kind).toBe('several');
    expect(juncture(tip('order_by_force', '0.1')).stdout).toContain('tips\n twice');
    expect(json(tip('order_by_force', '0.6')).threshold).toEqual({ kind: 'none', side: 'below' });
  });

  it('needs a number to move', () => {
    const { status, stderr } = juncture(['threshold', FUEL, '--over', 'sponsor', '--outcome', 'compromise']);
    expect(status).toBe(2);
    expect(stderr).toContain('a threshold needs a parameter that is a number');
  });
});

describe('sensitivity', () => {
  it('takes ordinary runs where parameters are correlated, and refuses Sobol there with the way out', () => {
    const result = json(['sensitivity', FUEL, '--runs', '2000']);
    expect(result.manifest).toMatchObject({ method: 'given-data', design: 'runs', points: 1 });
    const factors = result.outputs[0].factors.map((factor: { id: string }) => factor.id);
    expect(factors).toEqual(['loyalty', 'patience', 'sponsor']);
    const sobol = juncture(['sensitivity', FUEL, '--method', 'sobol']);
    expect(sobol.status).toBe(2);
    expect(sobol.stderr).toContain('--method given-data');
  });

  it('gives Sobol indices where they are independent, the same for any number of workers', () => {
    const args = ['sensitivity', FUEL, '--set', 'patience=0.5', '--size', '16', '--runs', '8', '--json'];
    const one = juncture([...args, '--workers', '1']).stdout;
    expect(juncture([...args, '--workers', '2']).stdout).toBe(one);
    const { manifest, outputs } = JSON.parse(one);
    expect(manifest).toMatchObject({
      method: 'sobol',
      design: 'saltelli',
      points: 16 * 4,
      factors: ['loyalty', 'sponsor'],
    });
    for (const output of outputs) expect(output.factors[0]).toHaveProperty('total');
  });

  it('draws a tornado of every parameter that varies, correlated or not', () => {
    const args = [
      'sensitivity',
      FUEL,
      '--method',
      'tornado',
      '--runs',
      '300',
      '--outcome',
      'government_falls',
    ];
    const { manifest, outputs } = json(args);
    expect(manifest).toMatchObject({ method: 'tornado', design: 'one-at-a-time', points: 7 });
    const [bars] = outputs.map((output: { bars: unknown }) => output.bars);
    expect(bars[0].swing.value).toBeGreaterThanOrEqual(bars[1].swing.value);
    expect(juncture(args).stdout).toContain('GOVERNMENT FALLS');
    expect(juncture([...args, '--factors', 'loyalty']).status).toBe(2);
  });

  it('refuses a design that does not fit, naming one that does', () => {
    const { status, stderr } = juncture([
      'sensitivity',
      FUEL,
      '--set',
      'patience=0.5',
      '--method',
      'sobol',
      '--design',
      'morris',
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('they need a Saltelli design (saltelli)');
  });
});

describe('discover', () => {
  it('tells a box in a sentence, tried on fresh runs, and writes the trade-off', () => {
    const folder = newFolder();
    const args = ['discover', FUEL, '--outcome', 'government_falls', '--runs', '2000', '--out', folder];
    const { status, stdout } = juncture(args);
    expect(status).toBe(0);
    expect(stdout).toContain('Runs in which ');
    expect(stdout).toContain('quote the fresh');
    expect(read(folder, 'boxes.csv')).toMatch(/^step,chosen,cases,hits,mass,coverage,density,box\r\n0,/);
    expect(read(folder, 'runs.csv').trimEnd().split('\r\n')).toHaveLength(1 + 2 * 2000);
    const found = json(args.slice(0, -2));
    expect(found.chosen.words).toMatch(/Security-force loyalty is below 0\.\d+/);
    expect(found.tried).toBe(2000);
  });

  it('asks of something that happens as of an outcome, and of the same runs', () => {
    const of = (what: readonly string[]) => json(['discover', FUEL, ...what, '--runs', '1000']);
    const happening = of(['--happening', 'palace.breaks']);
    const simulated = json(['simulate', FUEL, '--runs', '1000']).happenings;
    const { share } = simulated.find(({ path }: { path: string }) => path === 'palace.breaks');
    expect(happening.share.value).toBe(share);
    const unknown = juncture(['discover', FUEL, '--happening', 'palace.break']);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('Did you mean `palace.breaks`?');
    const both = juncture(['discover', FUEL, '--outcome', 'compromise', '--measure', 'peak_crowd']);
    expect(both.stderr).toContain('Give one of --outcome, --measure and --happening.');
  });

  it('says what it needs', () => {
    expect(juncture(['discover', FUEL]).stderr).toContain('Say what to look for');
    expect(juncture(['discover', FUEL, '--measure', 'peak_crowd']).stderr).toContain('is a number');
    const still = juncture(['discover', FUEL, '--outcome', 'compromise', '--factors', 'police_pay']);
    expect(still.status).toBe(2);
    expect(still.stderr).toContain('--design latin-hypercube');
  });
});

describe('plan', () => {
  it('says how many runs a precision and a difference need', () => {
    const { status, stdout } = juncture(['plan', FUEL, 'baseline', 'loyal_police', '--runs', '1000']);
    expect(status).toBe(0);
    expect(stdout).toContain('TELLING BASELINE FROM LOYAL_POLICE');
    const { outcomes, differences } = json(['plan', FUEL, '--runs', '1000', '--half', '0.02']);
    const [{ share, runs }] = outcomes;
    // z²·p(1 − p)/h², rounded up.
    expect(runs).toBe(Math.ceil((1.959963984540054 / 0.02) ** 2 * share * (1 - share)));
    expect(differences).toBeNull();
    expect(juncture(['plan', FUEL, 'a', 'b', 'c']).status).toBe(2);
  });
});

it('every command of the guide is one', () => {
  const guide = readFileSync(join('docs', 'experiments.md'), 'utf8');
  const commands = guide.match(/^ {4}juncture .*$/gm) ?? [];
  expect(commands.length).toBeGreaterThan(10);
  // Those of a question; what else the page names has no dry run, and tests of its own.
  const asking = /^ {4}juncture (compare|sweep|threshold|sensitivity|discover|incidence|plan|experiment) /;
  for (const command of commands.filter((line) => asking.test(line) && !line.includes('my-crisis.yaml'))) {
    const { status, stderr } = juncture([...command.trim().split(' ').slice(1), '--dry-run', '--runs', '50']);
    expect(`${status} ${stderr}`).toBe('0 ');
  }
});

it('interrupted, it shows and writes the runs that every point has, and ends with 130', async () => {
  const folder = newFolder();
  const args = ['sweep', FUEL, '--over', 'loyalty', '--runs', '3000000', '--out', folder, '--workers', '1'];
  const { status, stdout, stderr } = await interrupted(args, { afterMs: 8000, signal: 'SIGINT' });
  expect(status).toBe(130);
  expect(stderr).toContain('Interrupted; what is shown rests on the runs that were done.');
  expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/ of 3,000,000 runs of each/);
  const manifest = JSON.parse(read(folder, 'manifest.json'));
  expect(manifest).toMatchObject({ runs: 3_000_000, interrupted: true });
  expect(manifest.runs_done).toBeGreaterThan(0);
  const rows = read(folder, 'runs.csv').trimEnd().split('\r\n').length - 1;
  expect(rows).toBe(9 * manifest.runs_done);
});

it('every experiment says what it would run and stops, with --dry-run', () => {
  for (const args of [
    ['compare', FUEL],
    ['sweep', FUEL, '--over', 'loyalty'],
    ['threshold', FUEL, '--over', 'loyalty', '--outcome', 'compromise'],
    ['sensitivity', FUEL],
    ['discover', FUEL, '--outcome', 'compromise'],
    ['plan', FUEL],
  ]) {
    const { status, stdout } = juncture([...args, '--dry-run', '--runs', '100']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Nothing is run yet/);
    expect(stdout).toMatch(/Again without --dry-run: juncture /);
  }
});
