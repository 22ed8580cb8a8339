/**
 * A folder's tables as views of DuckDB, which may read these files and nothing else: no other file, no network, no
 * extension, and nothing is written.
 */
import type { DuckDBConnection, DuckDBInstance, DuckDBResult } from '@duckdb/node-api';
import { CommandError, EXIT } from '../exit.ts';
import type { DataTable } from './data-tables.ts';

/** What is used of the package. */
export interface Duck {
  readonly DuckDBInstance: Pick<typeof DuckDBInstance, 'create'>;
}

const PACKAGE = '@duckdb/node-api';
const VERSION = '1.5.5-r.5';

/** @throws CommandError (usage) where the package is not installed: it is large, and this command alone needs it. */
export async function loadDuck(load: () => Promise<Duck> = () => import('@duckdb/node-api')): Promise<Duck> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    if (!message.includes('@duckdb/')) throw error;
    throw new CommandError(
      EXIT.usage,
      `query needs DuckDB, which does not come with juncture. To install it:\n  npm install ${PACKAGE}@${VERSION}\n(with --global where juncture was). The tables can also be opened with R, Python and any other DuckDB.`,
    );
  }
}

/** @returns a connection that is closed by the caller. */
export async function openTables(
  { DuckDBInstance: { create } }: Duck,
  tables: readonly DataTable[],
): Promise<DuckDBConnection> {
  const instance = await create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  for (const table of tables) {
    await connection.run(`create view ${named(table.name)} as select * from ${sourceOf(table)}`);
  }
  await connection.run(`set allowed_paths = [${tables.map(({ path }) => quoted(path)).join(', ')}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  return connection;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const TYPES: Readonly<Record<string, string>> = {
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

function sourceOf({ path, format, fields }: DataTable): string {
  if (format === 'parquet') return `read_parquet(${quoted(path)})`;
  const columns = fields.map(({ name, type }) => `${quoted(name)}: '${TYPES[type] ?? 'VARCHAR'}'`);
  // What a column holds is said, not guessed from its first rows.
  return `read_csv(${quoted(path)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${columns.join(', ')}})`;
}

/** `StatementType.SELECT` of the package, which is not loaded for a number. */
const SELECT = 1;

/**
 * Begins a query; its rows come as they are read.
 * @throws CommandError (usage) where it is not one query that only reads, or DuckDB does not take it.
 */
export async function ask(connection: DuckDBConnection, sql: string): Promise<DuckDBResult> {
  if (sql.trim() === '') throw new CommandError(EXIT.usage, 'The query is empty. Try: "show tables".');
  try {
    const statements = await connection.extractStatements(sql);
    const statement = await statements.prepare(0);
    if (statements.count !== 1 || statement.statementType !== SELECT) {
      throw new CommandError(
        EXIT.usage,
        'A query only reads: one statement that begins with select (or from, with, describe, summarize, show).',
      );
    }
    return await statement.stream();
  } catch (error) {
    throw error instanceof CommandError ? error : refused(error);
  }
}

/** DuckDB's own words, which name the place and what is near; without the name of its binding's function. */
export function refused(error: unknown): CommandError {
  const message = (error as Error).message.replace(/^Failed to [a-z ]+: /, '').trimEnd();
  return new CommandError(EXIT.usage, message);
}
