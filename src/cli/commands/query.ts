/** `juncture query`: a question in SQL to the tables of a folder of data. */
import { resolve } from 'node:path';
import type { DuckDBResult } from '@duckdb/node-api';
import { csvLine, type Field, grouped, rowsText } from '../../report/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { deliver } from '../output.ts';
import { dataTables } from '../query/data-tables.ts';
import { ask, loadDuck, openTables, refused } from '../query/duck.ts';
import type { Terminal } from '../terminal.ts';

export interface QueryOptions {
  readonly json?: true;
  readonly csv?: true;
}

export async function queryCommand(
  folder: string,
  sql: string,
  options: QueryOptions,
  terminal: Terminal,
): Promise<void> {
  if (options.json && options.csv) throw new CommandError(EXIT.usage, 'It is --json or --csv, not both.');
  const tables = dataTables(folder, resolve(terminal.workingDirectory, folder));
  const connection = await openTables(await loadDuck(), tables);
  const stop = (): void => connection.interrupt();
  terminal.interrupt.addEventListener('abort', stop);
  try {
    const result = await ask(connection, sql);
    await print(result, options, terminal);
  } catch (error) {
    if (terminal.interrupt.aborted) throw new CommandError(EXIT.interrupted, 'Interrupted.');
    throw error;
  } finally {
    terminal.interrupt.removeEventListener('abort', stop);
    connection.closeSync();
  }
}

/** Rows that are printed for a person; programs get all. */
const MOST_SHOWN = 200;

async function print(result: DuckDBResult, { json, csv }: QueryOptions, terminal: Terminal): Promise<void> {
  const columns = result.deduplicatedColumnNames();
  if (json) return printJson(columns, rowsOf(result), terminal);
  if (csv) {
    await deliver(csvLine(columns), undefined, terminal);
    for await (const rows of rowsOf(result)) await deliver(rows.map(csvLine).join(''), undefined, terminal);
    return;
  }
  const shown: (readonly Field[])[] = [];
  let count = 0;
  for await (const rows of rowsOf(result)) {
    shown.push(...rows.slice(0, MOST_SHOWN - shown.length));
    count += rows.length;
  }
  const more = count - shown.length;
  const end =
    more > 0
      ? `… and ${grouped(more)} more rows; --csv and --json print all.`
      : `${grouped(count)} ${count === 1 ? 'row' : 'rows'}`;
  await deliver(`${rowsText({ columns, rows: shown }, terminal)}\n\n${end}`, undefined, terminal);
}

/** One object a row, in one array. */
async function printJson(
  columns: readonly string[],
  chunks: AsyncIterable<readonly (readonly Field[])[]>,
  terminal: Terminal,
): Promise<void> {
  let before = '[';
  for await (const rows of chunks) {
    const lines = rows.map((row) => {
      const text = JSON.stringify(Object.fromEntries(columns.map((name, i) => [name, row[i]])));
      const line = `${before}\n  ${text}`;
      before = ',';
      return line;
    });
    if (lines.length > 0) terminal.stdout.write(lines.join(''));
  }
  await deliver(before === '[' ? '[]' : '\n]', undefined, terminal);
}

async function* rowsOf(result: DuckDBResult): AsyncGenerator<readonly (readonly Field[])[]> {
  try {
    for await (const rows of result.yieldRowsJs()) yield rows.map((row) => row.map(fieldOf));
  } catch (error) {
    throw refused(error);
  }
}

/** Whole numbers of 64 bits and more are numbers as long as those hold them; lists and the like are JSON. */
function fieldOf(value: unknown): Field {
  switch (typeof value) {
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case 'number':
    case 'string':
    case 'boolean':
      return value;
    default:
      if (value === null || value === undefined) return null;
      return value instanceof Date ? value.toISOString() : JSON.stringify(value, (_, part) => plain(part));
  }
}

const plain = (part: unknown): unknown => (typeof part === 'bigint' ? String(part) : part);
