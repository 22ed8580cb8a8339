/** A Frictionless data package (specs.frictionlessdata.io, version 1): the tables described for programs. */
import type { Scenario } from '../../scenario/index.ts';
import { runColumns } from './run-rows.ts';

/** What stands in the columns of a table whose types are not known otherwise. */
const NUMBERS = new Set([
  'value',
  'low',
  'high',
  'n',
  'p',
  'p_holm',
  'luck_saved',
  'mass',
  'coverage',
  'density',
  'day',
]);
const WHOLE = new Set(['point', 'draw', 'luck', 'step', 'cases', 'hits']);

interface FieldDescription {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly title?: string;
}

function typeOf(name: string, scenario: Scenario): FieldDescription['type'] {
  if (WHOLE.has(name)) return 'integer';
  if (NUMBERS.has(name) || name.startsWith('measure_')) return 'number';
  const parameter = scenario.parameters.find((each) => each.name === name);
  if (parameter !== undefined) return parameter.choices === null ? 'number' : 'string';
  return name.startsWith('without_') || name === 'chosen' ? 'boolean' : 'string';
}

function titleOf(name: string, { parameters, measures }: Scenario): string | null {
  const found =
    parameters.find((each) => each.name === name) ??
    measures.find((measure) => `measure_${measure.name}` === name);
  if (found === undefined) return null;
  return found.unit === null ? found.label : `${found.label} (${found.unit})`;
}

/** @param tables by file, its columns. `runs.csv` is described besides. */
export function dataPackage(
  scenario: Scenario,
  tables: Readonly<Record<string, readonly string[]>>,
  version: string,
) {
  const resources = Object.entries({ 'runs.csv': runColumns(scenario), ...tables });
  return {
    profile: 'tabular-data-package',
    name: scenario.id.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '-'),
    title: scenario.title,
    created_by: `juncture ${version}`,
    resources: resources.map(([path, columns]) => ({
      profile: 'tabular-data-resource',
      name: path.replace('.csv', ''),
      path,
      encoding: 'utf-8',
      dialect: { lineTerminator: '\r\n', header: true },
      schema: {
        missingValues: [''],
        fields: columns.map((name): FieldDescription => {
          const title = titleOf(name, scenario);
          return { name, type: typeOf(name, scenario), ...(title === null ? {} : { title }) };
        }),
      },
    })),
  };
}
