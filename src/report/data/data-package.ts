/** A Frictionless data package (specs.frictionlessdata.io, version 1): the tables described for programs. */
import type { Scenario } from '../../scenario/index.ts';
import type { ColumnShape } from './columns.ts';
import type { Table } from './csv.ts';
import { type FieldType, fieldTypes } from './field-types.ts';
import type { DataFormat } from './forms.ts';
import { runColumns } from './run-table.ts';
import { spellColumns } from './spell-table.ts';

interface FieldDescription {
  readonly name: string;
  readonly type: FieldType;
  readonly title?: string;
  readonly constraints?: { readonly enum?: readonly string[]; readonly required?: true };
}

const FORMS = {
  csv: {
    profile: 'tabular-data-resource',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', doubleQuote: true, quoteChar: '"', lineTerminator: '\r\n', header: true },
  },
  // A tabular resource is comma-separated by definition; the schema is that of one all the same.
  parquet: { profile: 'data-resource', mediatype: 'application/vnd.apache.parquet' },
} as const satisfies Record<DataFormat, object>;

/** @param tables by name: those of few rows. `runs` and `spells` are described besides. */
export function dataPackage(
  scenario: Scenario,
  tables: Readonly<Record<string, { readonly table: Table }>>,
  { version, format }: { readonly version: string; readonly format: DataFormat },
) {
  const resource = (name: string, schema: object) => ({
    name,
    path: `${name}.${format}`,
    format,
    ...FORMS[format],
    schema: { ...(format === 'csv' ? { missingValues: [''] } : {}), ...schema },
  });
  const pointed = 'points' in tables ? [reference('point', 'points', 'point')] : [];
  return {
    profile: format === 'csv' ? 'tabular-data-package' : 'data-package',
    name: scenario.id.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '-'),
    title: scenario.title,
    created_by: `juncture ${version}`,
    resources: [
      resource('runs', {
        fields: runColumns(scenario).map((shape) => described(shape, scenario)),
        primaryKey: 'id',
        ...(pointed.length === 0 ? {} : { foreignKeys: pointed }),
      }),
      resource('spells', {
        fields: spellColumns(scenario).map((shape) => described(shape, scenario)),
        foreignKeys: [reference('id', 'runs', 'id')],
      }),
      ...Object.entries(tables).map(([name, { table }]) =>
        resource(name, { fields: fieldsOf(table, scenario) }),
      ),
    ],
  };
}

const reference = (fields: string, resource: string, of: string) => ({
  fields,
  reference: { resource, fields: of },
});

function described(shape: ColumnShape, scenario: Scenario): FieldDescription {
  const texts = shape.kind === 'coded' && typeof shape.values[0] === 'string' ? shape.values : null;
  return {
    name: shape.name,
    type: texts !== null ? 'string' : shape.kind === 'whole' ? 'integer' : 'number',
    ...titled(shape.name, scenario),
    constraints: {
      ...(shape.nullable ? {} : { required: true }),
      ...(texts === null ? {} : { enum: texts as readonly string[] }),
    },
  };
}

function fieldsOf(table: Table, scenario: Scenario): readonly FieldDescription[] {
  const types = fieldTypes(table);
  return table.columns.map((name, i) => ({
    name,
    type: types[i] as FieldType,
    ...titled(name, scenario),
  }));
}

/** The label of a parameter or a measure, with its unit. */
function titled(name: string, { parameters, measures }: Scenario): { readonly title?: string } {
  const found =
    parameters.find((each) => each.name === name) ??
    measures.find((measure) => `measure_${measure.name}` === name);
  if (found === undefined) return {};
  return { title: found.unit === null ? found.label : `${found.label} (${found.unit})` };
}
