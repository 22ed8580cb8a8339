/** Rows of any table, aligned for reading. */
import { atLeft, atRight, clean, textWidth } from '../text/index.ts';

export interface PlainRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

const NONE = '–';

/** Numbers at the right; where that is wider than the screen, each row as a list of its fields. */
export function rowsText(
  { columns, rows }: PlainRows,
  { columns: width }: { readonly columns: number },
): string {
  const texts = rows.map((row) => row.map((field) => (field === null ? NONE : clean(String(field)))));
  const heads = columns.map(clean);
  const widths = heads.map((head, i) =>
    Math.max(textWidth(head), ...texts.map((row) => textWidth(row[i] as string))),
  );
  const all = widths.reduce((sum, one) => sum + one + 2, -2);
  if (all > width && rows.length > 0) return asLists(heads, texts);
  const isNumber = columns.map((_, i) =>
    rows.every((row) => typeof row[i] !== 'string' && typeof row[i] !== 'boolean'),
  );
  const line = (fields: readonly string[]): string =>
    fields
      .map((field, i) => (isNumber[i] ? atRight : atLeft)(field, widths[i] as number))
      .join('  ')
      .trimEnd();
  const rule = widths.map((one) => '─'.repeat(one)).join('  ');
  return [line(heads), rule, ...texts.map(line)].join('\n');
}

function asLists(heads: readonly string[], texts: readonly (readonly string[])[]): string {
  const width = Math.max(...heads.map(textWidth));
  return texts
    .map((row, at) =>
      [`row ${at + 1}`, ...row.map((text, i) => `  ${atLeft(heads[i] as string, width)}  ${text}`)].join(
        '\n',
      ),
    )
    .join('\n\n');
}
