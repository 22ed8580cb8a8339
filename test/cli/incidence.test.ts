/** Proves what `incidence` prints and writes, on the built command. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { juncture } from '../helpers/command.ts';

const FUEL = join('test', 'fixtures', 'fuel-prices.yaml');

describe('incidence', () => {
  it('ends every curve at the shares of simulate, for the same runs', () => {
    const { sides, days } = JSON.parse(juncture(['incidence', FUEL, '--runs', '400', '--json']).stdout);
    const { outcomes } = JSON.parse(juncture(['simulate', FUEL, '--runs', '400', '--json']).stdout);
    expect(days).toHaveLength(31);
    for (const { id, share, low, high } of outcomes) {
      const curve = sides[0].curves.find((one: { id: string }) => one.id === id);
      expect(curve.by_day.at(-1)).toEqual({ share, low, high });
    }
  });

  it('holds sides against the first, and again gives the same bytes', () => {
    const args = ['incidence', FUEL, 'baseline', 'loyal_police', '--of', 'street.riot', '--runs', '300'];
    const { status, stdout } = juncture(args);
    expect(status).toBe(0);
    expect(stdout).toContain('GOVERNMENT FALLS');
    expect(stdout).toMatch(/loyal_police .*−\d+ \(−\d+ to −\d+\), day \d+/);
    expect(juncture([...args, '--workers', '1']).stdout).toBe(stdout);
    expect(juncture([...args, '--of', 'street.rio']).stderr).toContain('Did you mean `street.riot`?');
  });

  it('writes curves, medians, days in stages and differences as tidy tables', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'juncture-')), 'data');
    const args = ['incidence', FUEL, 'baseline', 'loyal_police', '--runs', '60', '--out', folder];
    expect(juncture(args).status).toBe(0);
    const rows = (file: string): readonly string[] =>
      readFileSync(join(folder, file), 'utf8').trimEnd().split('\r\n');
    expect(rows('incidence.csv')[0]).toBe('point,kind,id,day,value,low,high,n,method');
    expect(rows('medians.csv')[0]).toBe('point,kind,id,of,value,low,high,n,method');
    expect(rows('occupation.csv')).toHaveLength(1 + 2 * 31 * 8);
    expect(rows('differences.csv')[0]).toBe('point,against,kind,id,day,value,low,high,n,method');
    expect(rows('runs.csv')).toHaveLength(1 + 2 * 60);
  });
});
