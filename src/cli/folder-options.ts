/** Options about a folder for data, and which names are folders. */
import { extname } from 'node:path';
import { type Command, Option } from 'commander';

/** Adds what goes with an `--out` that is a folder. */
export const withFolderOptions = (command: Command): Command =>
  command
    .addOption(
      new Option(
        '--format <name>',
        'of the tables in --out: parquet is smaller and quicker (default: csv)',
      ).choices(['csv', 'parquet']),
    )
    .option('--resume', 'go on with the unfinished work in the folder of --out');

/** Where `--out` may be either: a name with an ending, such as `result.json`, is a file. */
export const isFolderName = (out: string | undefined): out is string =>
  out !== undefined && out.trim() !== '' && extname(out) === '';
