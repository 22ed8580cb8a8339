/**
 * Proves that `datapackage.json` is a data package by the rules of Frictionless, version 1 (the profiles data-package and
 * tabular-data-package of specs.frictionlessdata.io, read in November 2026 and held against the same files with Python's
 * jsonschema), and that it describes the tables that are written.
 */
import { describe, expect, it } from 'vitest';
import { dataPackage } from '../../../../src/report/data/data-package.ts';
import { runColumns } from '../../../../src/report/data/run-table.ts';
import { spellColumns } from '../../../../src/report/data/spell-table.ts';
import { scenarioFromFile } from '../../../helpers/build-scenario.ts';

const scenario = scenarioFromFile('test/fixtures/fuel-prices.yaml');
const tables = {
  points: { table: { columns: ['point', 'name', 'without_oil_falls'], rows: [[0, 'baseline', false]] } },
  estimates: { table: { columns: ['kind', 'value', 'n'], rows: [['share', 0.5, 10]] } },
};
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly profile: string;
  readonly mediatype: string;
  readonly dialect?: object;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
}

const TYPES = ['string', 'number', 'integer', 'boolean'];

describe.each(['csv', 'parquet'] as const)('a package of %s', (format) => {
  const found = dataPackage(scenario, tables, { version: '1.2.3', format });
  const { resources } = JSON.parse(JSON.stringify(found)) as { readonly resources: readonly Resource[] };

  it('has what the profile requires, in the patterns it requires', () => {
    expect(found.profile).toBe(format === 'csv' ? 'tabular-data-package' : 'data-package');
    expect(found.name).toMatch(/^[-a-z0-9._/]+$/);
    expect(resources.length).toBeGreaterThan(0);
    for (const { name, path, profile, mediatype, schema, dialect } of resources) {
      expect(name).toMatch(/^[-a-z0-9._/]+$/);
      // No way out of the folder.
      expect(path).toMatch(/^(?=^[^./~])(^((?!\.{2}).)*$).*$/);
      expect(mediatype).toMatch(/^(.+)\/(.+)$/);
      expect(schema.fields.length).toBeGreaterThan(0);
      if (format === 'csv') {
        expect(profile).toBe('tabular-data-resource');
        expect(dialect).toMatchObject({ delimiter: ',', doubleQuote: true });
      } else expect(profile).toBe('data-resource');
    }
  });

  it('describes runs, spells, and every other table, column by column', () => {
    expect(resources.map(({ path }) => path)).toEqual(
      ['runs', 'spells', 'points', 'estimates'].map((name) => `${name}.${format}`),
    );
    const names = resources.map(({ schema }) =>
      schema.fields.map(({ name, type }) => {
        expect(TYPES).toContain(type);
        return name;
      }),
    );
    expect(names.slice(0, 2)).toEqual(
      [runColumns(scenario), spellColumns(scenario)].map((shape) => shape.map(({ name }) => name)),
    );
    expect(names.slice(2)).toEqual([tables.points.table.columns, tables.estimates.table.columns]);
  });

  it('says how tables go together, and what a column may hold', () => {
    const [runs, spells] = resources.map(({ schema }) => schema);
    expect(runs).toMatchObject({
      primaryKey: 'id',
      foreignKeys: [{ fields: 'point', reference: { resource: 'points', fields: 'point' } }],
    });
    expect(spells).toMatchObject({
      foreignKeys: [{ fields: 'id', reference: { resource: 'runs', fields: 'id' } }],
    });
    expect(runs?.fields).toContainEqual({
      name: 'loyalty',
      type: 'number',
      title: 'Security-force loyalty (share of units that obey)',
      constraints: { required: true },
    });
    expect(runs?.fields).toContainEqual({
      name: 'sponsor',
      type: 'string',
      title: 'Who pays the rioters',
      constraints: { required: true, enum: ['nobody', 'gangs', 'faction'] },
    });
    expect(runs?.fields).toContainEqual({
      name: 'status',
      type: 'string',
      constraints: { required: true, enum: ['completed', 'faulted'] },
    });
  });
});
