/** Proves that `query` answers SQL about a folder of data, reads that folder alone, and says plainly what is wrong. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { juncture } from '../helpers/command.ts';

const FUEL = join('test', 'fixtures', 'fuel-prices.yaml');
const folders = mkdtempSync(join(tmpdir(), 'juncture-'));
const folderOf = (format: string): string => join(folders, format);
const ask = (format: string, sql: string, ...options: string[]) =>
  juncture(['query', folderOf(format), sql, ...options]);
const BY_OUTCOME = 'select outcome, count(*) as runs from runs group by all order by outcome';

beforeAll(() => {
  for (const format of ['csv', 'parquet']) {
    const sides = ['baseline', 'loyal_police', '--runs', '150'];
    juncture(['compare', FUEL, ...sides, '--out', folderOf(format), '--format', format]);
  }
}, 60_000);

describe.each(['csv', 'parquet'])('of a folder of %s', (format) => {
  it('counts what the estimates say, joins the tables, and knows what their columns hold', () => {
    const { rows } = { rows: JSON.parse(ask(format, BY_OUTCOME, '--json').stdout) };
    const estimates = JSON.parse(
      ask(
        format,
        "select id, sum(value * n)::int as runs from estimates where kind = 'share' group by id",
        '--json',
      ).stdout,
    );
    for (const { outcome, runs } of rows) expect(estimates).toContainEqual({ id: outcome, runs });
    const [joined] = JSON.parse(
      ask(
        format,
        'select count(*) as spells, count(distinct id) as runs, max(stop) <= max(day) as inside, typeof(any_value(loyalty)) as type from spells join runs using (id) join points using (point)',
        '--json',
      ).stdout,
    );
    expect(joined).toMatchObject({ runs: 300, inside: true, type: 'DOUBLE' });
    expect(joined.spells).toBeGreaterThan(600);
  });

  it('takes a value that is not there for null', () => {
    const sql = 'select count(*) - count(measure_first_riot) as missing from runs';
    const [{ missing }] = JSON.parse(ask(format, sql, '--json').stdout);
    const sure = JSON.parse(
      ask(format, 'select count(*) as n from runs where measure_days_of_riot = 0', '--json').stdout,
    );
    expect(missing).toBeGreaterThan(0);
    expect(sure[0].n).toBeGreaterThanOrEqual(missing);
  });
});

it('gives the same answer from both forms, to the byte', () => {
  const sql = 'select * from runs order by id';
  expect(ask('parquet', sql, '--csv').stdout).toBe(ask('csv', sql, '--csv').stdout);
  expect(ask('csv', sql, '--csv').stdout).toBe(readFileSync(join(folderOf('csv'), 'runs.csv'), 'utf8'));
});

it('prints an aligned table, or rows as lists where they are wide', () => {
  const { stdout } = ask('csv', "select 'a' as who, 10 as n union all select 'longer', 5 order by n");
  expect(stdout).toBe('who      n\n──────  ──\nlonger   5\na       10\n\n2 rows\n');
  expect(ask('csv', 'select * from runs where id = 3').stdout).toMatch(/^row 1\n {2}id +3\n/);
  const { stdout: many } = ask('csv', 'select id from runs order by id');
  expect(many).toContain('… and 100 more rows; --csv and --json print all.');
});

it('answers every query of the guide', () => {
  const guide = readFileSync(join('docs', 'experiments.md'), 'utf8');
  const queries = [...guide.matchAll(/^juncture query data "(.*)"$/gm)].map(([, sql]) => sql!);
  expect(queries.length).toBeGreaterThan(2);
  const founding = join(folders, 'founding');
  juncture(['compare', 'kazakhstan-2022', 'baseline', 'no_troops', '--runs', '60', '--out', founding]);
  for (const sql of queries) {
    const { status, stderr, stdout } = juncture(['query', founding, sql]);
    expect(`${status} ${stderr}`, sql).toBe('0 ');
    expect(stdout).toMatch(/[1-9]\d* rows\n$/);
  }
}, 60_000);

describe('what it refuses', () => {
  it.each([
    ['selec 1', 'syntax error at or near "selec"'],
    ['select nope from runs', '"nope" not found'],
    ['select 1; select 2', 'A query only reads: one statement'],
    [`copy runs to '${join(folderOf('csv'), 'runs.csv')}'`, 'A query only reads'],
    ['install httpfs', 'A query only reads'],
    ['set enable_external_access = true', 'A query only reads'],
    ['  ', 'The query is empty'],
  ])('%s', (sql, words) => {
    const { status, stderr, stdout } = ask('csv', sql);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect([status, stdout]).toEqual([2, '']);
  });

  it('files that are not tables of the folder', () => {
    const secret = join(folders, 'secret.csv');
    writeFileSync(secret, 'a,b\n1,2\n');
    for (const sql of [
      `select * from '${secret}'`,
      `select * from read_csv('${secret}')`,
      `select * from read_text('${secret}')`,
    ]) {
      const { status, stderr, stdout } = ask('csv', sql);
      expect([status, stdout], sql).toEqual([2, '']);
      expect(stderr).not.toContain('1,2');
    }
  });

  it('a folder without data', () => {
    const { status, stderr } = juncture(['query', folders, 'select 1']);
    expect(status).toBe(2);
    expect(stderr).toContain('it has no datapackage.json');
  });
});
