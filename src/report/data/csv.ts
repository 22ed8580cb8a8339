/** Comma-separated values (RFC 4180), which R, Python and spreadsheets read alike. */

/** A field of a table; null and NaN are empty fields. */
export type Field = string | number | boolean | null;

const SPECIAL = /[",\r\n]/;

export function fieldText(field: Field): string {
  if (field === null || (typeof field === 'number' && Number.isNaN(field))) return '';
  // R and pandas both read Inf.
  if (field === Infinity) return 'Inf';
  if (field === -Infinity) return '-Inf';
  const text = String(field);
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record, ended by CR LF. */
export const csvLine = (fields: readonly Field[]): string => `${fields.map(fieldText).join(',')}\r\n`;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Field[])[];
}

export const csvText = ({ columns, rows }: Table): string => [columns, ...rows].map(csvLine).join('');
