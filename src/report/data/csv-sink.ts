/** Blocks of typed columns as comma-separated values. */
import type { ColumnData, ColumnShape, TableSink } from './columns.ts';
import { csvLine, fieldText } from './csv.ts';

/** Characters that are gathered before they are written. */
const GATHERED = 1 << 20;

/** @param write gets the text in order, beginning with the names of the columns. */
export function csvSink(shape: readonly ColumnShape[], write: (text: string) => void): TableSink {
  let text = csvLine(shape.map(({ name }) => name));
  const give = (): void => {
    write(text);
    text = '';
  };
  return {
    block(columns, rows) {
      const fields = shape.map((one, i) => fieldsOf(one, columns[i] as ColumnData));
      const last = fields.length - 1;
      for (let row = 0; row < rows; row += 1) {
        for (let i = 0; i < last; i += 1) text += `${(fields[i] as Fields)(row)},`;
        text += `${(fields[last] as Fields)(row)}\r\n`;
        if (text.length > GATHERED) give();
      }
    },
    end: give,
  };
}

type Fields = (row: number) => string;

function fieldsOf(shape: ColumnShape, data: ColumnData): Fields {
  if (shape.kind === 'coded') {
    const texts = shape.values.map(fieldText);
    return (row) => texts[data[row] as number] ?? '';
  }
  // Held parameters are the same from row to row.
  let value = Number.NaN;
  let known = '';
  return (row) => {
    const next = data[row] as number;
    if (next !== value) {
      value = next;
      known = fieldText(next);
    }
    return known;
  };
}
