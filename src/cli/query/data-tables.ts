/** The tables of a folder of data, as its `datapackage.json` describes them. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CommandError, EXIT } from '../exit.ts';

export interface DataTable {
  readonly name: string;
  /** Of its file. */
  readonly path: string;
  readonly format: 'csv' | 'parquet';
  readonly fields: readonly { readonly name: string; readonly type: string }[];
}

const DESCRIPTION = 'datapackage.json';

/**
 * @param folder as it was typed.
 * @param path of it.
 * @throws CommandError (usage) where it holds no data that are whole.
 */
export function dataTables(folder: string, path: string): readonly DataTable[] {
  const description = join(path, DESCRIPTION);
  if (!existsSync(description)) {
    throw new CommandError(
      EXIT.usage,
      `There are no data in '${folder}': it has no ${DESCRIPTION}. It wants a folder that an experiment wrote with --out.`,
    );
  }
  const { resources } = read(description, folder);
  return (resources ?? []).flatMap(({ name, path: file, format, schema }) => {
    // Nothing outside the folder, whatever a file from elsewhere names.
    if (file !== basename(file) || (format !== 'csv' && format !== 'parquet')) return [];
    return [{ name, path: join(path, file), format, fields: schema?.fields ?? [] }];
  });
}

interface Described {
  readonly resources?: readonly {
    readonly name: string;
    readonly path: string;
    readonly format?: string;
    readonly schema?: { readonly fields?: DataTable['fields'] };
  }[];
}

function read(description: string, folder: string): Described {
  try {
    return JSON.parse(readFileSync(description, 'utf8')) as Described;
  } catch (error) {
    throw new CommandError(
      EXIT.usage,
      `${DESCRIPTION} in '${folder}' cannot be read: ${(error as Error).message}`,
    );
  }
}
