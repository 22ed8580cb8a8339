/** Proves `juncture report` on the built program: the same bytes again, its places, what it refuses; and that the shipped report is not stale. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageScripts } from '../../src/cli/report/page.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { COMMAND, juncture } from '../helpers/command.ts';

const CASE = resolve('test/fixtures/fuel-prices.yaml');
const RUNS = ['--runs', '500'];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'juncture-report-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface ManifestOfPage {
  readonly version: string;
  readonly scenario_hash: string;
  readonly command: string;
  readonly variant: string | null;
  readonly page: string;
}

function manifestIn(file: string): ManifestOfPage {
  const found = /<script type="application\/json" id="manifest">(.*?)<\/script>/.exec(
    readFileSync(file, 'utf8'),
  );
  return JSON.parse(found?.[1] ?? 'null') as ManifestOfPage;
}

describe('juncture report', () => {
  it('gives the same bytes again, whatever the number of threads', () => {
    const files = ['one.html', 'two.html'].map((name) => join(folder, name));
    expect(juncture(['report', CASE, ...RUNS, '--workers', '1', '--out', files[0]!]).status).toBe(0);
    expect(juncture(['report', CASE, ...RUNS, '--workers', '3', '--out', files[1]!]).status).toBe(0);
    expect(readFileSync(files[0]!, 'utf8')).toBe(readFileSync(files[1]!, 'utf8'));
  });

  it('goes to reports/ where no file is named, and its command makes it again', () => {
    const { status, stderr } = juncture(['report', CASE, ...RUNS, '--set', 'loyalty=0.3'], { cwd: folder });
    expect(status).toBe(0);
    expect(stderr).toContain('Wrote reports/fuel-prices.html.');
    const file = join(folder, 'reports', 'fuel-prices.html');
    const before = readFileSync(file, 'utf8');
    const { command } = manifestIn(file);
    expect(command).toBe(`juncture report ${CASE} --runs 500 --seed 2022 --set loyalty=0.3`);
    rmSync(file);
    juncture(command.split(' ').slice(1), { cwd: folder });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('a saved what-if is told as its variant, beside the scenario it extends', () => {
    const file = join(folder, 'what-if.yaml');
    writeFileSync(
      file,
      `juncture: 1\nextends: "${CASE}"\nvariants:\n  mine:\n    set:\n      loyalty: 0.2\n`,
    );
    const page = join(folder, 'what-if.html');
    expect(juncture(['report', file, ...RUNS, '--out', page]).status).toBe(0);
    expect(manifestIn(page).variant).toBe('mine');
    expect(readFileSync(page, 'utf8')).toContain('Against the file as it is, on the same luck');
  });

  it('refuses an ending it does not know, and an outcome that is not there', () => {
    const ending = juncture(['report', CASE, '--out', join(folder, 'report.docx')]);
    expect(ending.status).toBe(2);
    expect(ending.stderr).toContain('does not say what to write');
    const outcome = juncture([
      'report',
      CASE,
      ...RUNS,
      '--worst',
      'goverment_falls',
      '--out',
      join(folder, 'x.html'),
    ]);
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toContain("Did you mean 'government_falls'?");
    expect(existsSync(join(folder, 'x.html'))).toBe(false);
  });
});

describe('the shipped report of Kazakhstan 2022', () => {
  it('is not stale: the scenario, the program and the page are those it was made from', () => {
    const file = 'reports/kazakhstan-2022.html';
    const { scenario_hash, version, page } = manifestIn(file);
    const { scenario } = loadScenario('scenarios/kazakhstan-2022.yaml', (path) =>
      existsSync(path) ? readFileSync(path) : null,
    );
    const now = {
      scenario_hash: scenario?.hash,
      version: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
      page: pageScripts().hash,
    };
    const mend = `Make it again: node dist/bin/juncture.js report kazakhstan-2022 --out ${file}`;
    expect({ scenario_hash, version, page }, mend).toEqual(now);
  });
});

describe('juncture report of an experiment', () => {
  it('shows its figures, its tables and its methods, runs nothing, and says where files were changed', () => {
    const data = join(folder, 'compared');
    expect(juncture(['compare', CASE, ...RUNS, '--out', data]).status).toBe(0);
    const page = join(folder, 'compared.html');
    expect(juncture(['report', data, '--out', page]).status).toBe(0);
    const text = readFileSync(page, 'utf8');
    expect(text.match(/<img src="data:image\/svg\+xml;base64,/g)?.length).toBe(
      readdirSync(join(data, 'figures')).length,
    );
    for (const words of ['Fuel prices in a port city: compare', 'Newcombe', 'Compromise', 'juncture compare'])
      expect(text).toContain(words);
    expect(text).not.toContain('Changed since');
    writeFileSync(join(data, 'points.csv'), 'point\r\n0\r\n');
    expect(juncture(['report', data, '--out', page]).status).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('Changed since the experiment wrote them: points.csv');
  });

  it('says what is missing of a folder that is none', () => {
    const { status, stderr } = juncture(['report', folder]);
    expect(status).toBe(2);
    expect(stderr).toContain('has no manifest.json');
  });
});

describe('juncture report of a seminar', () => {
  it('is its handout as a page, found by what the file is', () => {
    const here = join(folder, 'seminar');
    mkdirSync(here);
    writeFileSync(join(here, 'fuel-prices.yaml'), readFileSync(CASE));
    const talk = ['present', 'fuel-prices.yaml', '--session', 'talk.json', '--plain'];
    spawnSync(process.execPath, [COMMAND, ...talk], { cwd: here, input: 'next\nquit\n', encoding: 'utf8' });
    const { status, stderr } = juncture(['report', 'talk.json'], { cwd: here });
    expect(stderr).toBe('Wrote reports/fuel-prices-seminar.html.\n');
    expect(status).toBe(0);
    const page = readFileSync(join(here, 'reports', 'fuel-prices-seminar.html'), 'utf8');
    expect(page).toContain('Fuel prices in a port city: a seminar');
    expect(page).toContain('juncture present fuel-prices.yaml --session talk.json');
    expect(juncture(['report', 'talk.json', '--format', 'odd'], { cwd: here }).status).toBe(2);
  });
});
