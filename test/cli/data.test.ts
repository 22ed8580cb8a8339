/** Proves what folders of data hold: of a simulation as of any experiment, in both forms, with faulted runs, on any workers. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { juncture } from '../helpers/command.ts';

const FUEL = join('test', 'fixtures', 'fuel-prices.yaml');
const own = mkdtempSync(join(tmpdir(), 'juncture-'));
const linesOf = (folder: string, table: string): readonly string[] =>
  readFileSync(join(own, folder, `${table}.csv`), 'utf8')
    .trimEnd()
    .split('\r\n');
const write = (folder: string, ...args: string[]) => juncture([...args, '--out', join(own, folder)]);

async function objectsOf(folder: string, table: string): Promise<readonly Record<string, unknown>[]> {
  const bytes = readFileSync(join(own, folder, `${table}.parquet`));
  return parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  });
}

describe('simulate --out folder', () => {
  it('gives the answer that it gives without, and data that are sound', () => {
    const args = ['simulate', FUEL, '--runs', '200', '--json'];
    const written = write('alone', ...args);
    expect(written.status).toBe(0);
    expect(written.stdout).toBe(juncture(args).stdout);
    expect(linesOf('alone', 'runs')).toHaveLength(201);
    expect(linesOf('alone', 'estimates')[0]).toBe('kind,id,value,low,high,n,method');
    const { status, stdout } = juncture(['verify', join(own, 'alone'), '--all']);
    expect(stdout).toContain('the same to the byte');
    expect(status).toBe(0);
  });

  it('is a file where the name has an ending, and says what does not go together', () => {
    const file = join(own, 'answer.json');
    expect(juncture(['simulate', FUEL, '--runs', '50', '--out', file]).status).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8')).runs).toBe(50);
    const alone = juncture(['simulate', FUEL, '--runs', '50', '--format', 'parquet']);
    expect([alone.status, alone.stderr]).toEqual([
      2,
      '--format is about the tables of a folder: name it with --out.\n',
    ]);
    expect(write('exact', 'simulate', FUEL, '--exact').stderr).toContain('--exact has no runs to write down');
  });
});

describe('both forms', () => {
  const args = ['sweep', FUEL, '--over', 'loyalty=0.2:0.8:3', '--runs', '120'];

  it('hold the same, row by row', async () => {
    write('text', ...args);
    write('columns', ...args, '--format', 'parquet', '--workers', '1');
    for (const table of ['runs', 'spells', 'points', 'estimates']) {
      const [head = '', ...rows] = linesOf('text', table);
      const objects = await objectsOf('columns', table);
      const texts = objects.map((row) =>
        head
          .split(',')
          .map((name) => String(row[name] ?? ''))
          .join(','),
      );
      expect(texts).toEqual(rows);
    }
  });

  it('have the same bytes on any number of workers', () => {
    write('more', ...args, '--format', 'parquet', '--workers', '3');
    const tables = readdirSync(join(own, 'more')).filter((name) => name.endsWith('.parquet'));
    expect(tables.length).toBeGreaterThan(3);
    for (const name of [...tables, 'datapackage.json', 'codebook.md', 'manifest.json']) {
      const of = (folder: string) => readFileSync(join(own, folder, name)).toString('base64');
      expect(of('more') === of('columns'), name).toBe(true);
    }
  });
});

const FAULTY = `juncture: 1
title: Some runs fault
time: { start: 2022-01-01, step: 1 day, horizon: 5 days }
parameters:
  p: { baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
variables: { x: { initial: 0, next: "x + 1" } }
auxiliaries: { bad: "1 / (1 * (x < 3 or p > 0.2))" }
regions: { street: { initial: calm, stages: { calm: { transitions: { ends: { to: over, after: 4 days } } }, over: { outcome: done } } } }
outcomes: { done: {} }
`;

it('a run that came to a fault has its parameters, no outcome and no spells', () => {
  const scenario = join(own, 'faulty.yaml');
  writeFileSync(scenario, FAULTY);
  write('faulty', 'compare', scenario, 'baseline', 'p=0.9', '--runs', '100');
  const runs = linesOf('faulty', 'runs')
    .slice(1)
    .map((line) => line.split(','));
  const faulted = runs.filter((fields) => fields.at(-1) === 'faulted');
  expect(faulted.length).toBeGreaterThan(5);
  for (const [, , , , , , p, outcome, day] of faulted) {
    expect(Number(p)).toBeLessThanOrEqual(0.2);
    expect([outcome, day]).toEqual(['', '3']);
  }
  const ids = new Set(
    linesOf('faulty', 'spells')
      .slice(1)
      .map((line) => line.split(',')[0]),
  );
  expect(ids.size).toBe(runs.length - faulted.length);
  for (const [id] of faulted) expect(ids.has(id!)).toBe(false);
});
