/** What stands in the columns of a table, told from what stands in them. */
import type { Field, Table } from './csv.ts';

/** Types of fields that Frictionless names. */
export type FieldType = 'string' | 'number' | 'integer' | 'boolean';

/** Counts and numbers of things; other columns may hold whole numbers by chance. */
const WHOLE = new Set(['id', 'point', 'draw', 'luck', 'step', 'cases', 'hits', 'n', 'runs']);
/** What is a number even where no row has one. */
const NUMBERS = new Set(['value', 'low', 'high', 'p', 'p_holm', 'luck_saved', 'mass', 'coverage', 'density']);

export const fieldTypes = ({ columns, rows }: Table): readonly FieldType[] =>
  columns.map((name, column) =>
    typeOf(
      name,
      rows.flatMap((row) => (isThere(row[column]) ? [row[column]] : [])),
    ),
  );

const isThere = (field: Field | undefined): field is string | number | boolean =>
  field !== undefined && field !== null && !Number.isNaN(field);

function typeOf(name: string, fields: readonly (string | number | boolean)[]): FieldType {
  if (fields.length === 0) return WHOLE.has(name) ? 'integer' : NUMBERS.has(name) ? 'number' : 'string';
  if (fields.every((field) => typeof field === 'boolean')) return 'boolean';
  if (!fields.every((field) => typeof field === 'number')) return 'string';
  return WHOLE.has(name) && fields.every(Number.isInteger) ? 'integer' : 'number';
}
