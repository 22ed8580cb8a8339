/** The two files of `juncture diff`, as a person names them and as git hands them over. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { ReadFile } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';
import { findScenario, readBytes } from './files.ts';

/** One version: where it counts as standing (which is where what it extends is looked for), and how it is read. */
export interface VersionFile {
  /** How the answer calls it. */
  readonly named: string;
  readonly path: string;
  readonly read: ReadFile;
}

export interface DiffFiles {
  /** Null where git says that there is no such version. */
  readonly before: VersionFile | null;
  readonly after: VersionFile | null;
  /** Git ends what it does when its helper fails: faults are told as an answer. */
  readonly fromGit: boolean;
}

const USAGE =
  'juncture diff wants two scenarios: juncture diff old.yaml new.yaml\n' +
  '(or one and --textconv; git calls it with seven words of its own, see docs/diff.md).';

/** What git gives an external diff: path, then file, hash and mode of each side; after a rename the new path. */
const GIT_WORDS = [7, 9];
const NO_FILE = '/dev/null';

/** @throws CommandError (usage) where the words name no two files. */
export function diffFiles(words: readonly string[], workingDirectory: string): DiffFiles {
  if (GIT_WORDS.includes(words.length)) {
    const [path = '', oldFile = '', , , newFile = '', , , newPath = path] = words;
    return {
      before: fromGit(`${path} before`, path, oldFile),
      after: fromGit(`${newPath} now`, newPath, newFile),
      fromGit: true,
    };
  }
  const [before, after] = words;
  if (before === undefined || after === undefined || words.length > 2) {
    throw new CommandError(EXIT.usage, USAGE);
  }
  const version = (named: string): VersionFile => ({
    named,
    path: findScenario(named, workingDirectory),
    read: readBytes,
  });
  return { before: version(before), after: version(after), fromGit: false };
}

/** Git puts an older version into a file elsewhere; what that extends still stands beside where it belongs. */
const fromGit = (named: string, path: string, file: string): VersionFile | null =>
  file === NO_FILE ? null : { named, path, read: (asked) => readBytes(asked === path ? file : asked) };

/** The file of `--textconv`. @throws CommandError (usage) where there is not one. */
export function textconvFile(words: readonly string[], workingDirectory: string): VersionFile {
  const [named] = words;
  if (named === undefined || words.length > 1) {
    throw new CommandError(EXIT.usage, 'With --textconv, name one scenario: juncture diff --textconv FILE');
  }
  const path = findScenario(named, workingDirectory);
  return { named, path, read: readerBeside(path, workingDirectory) };
}

/** How deep below the working directory a file of the same name is looked for. */
const DEEPEST = 5;

/**
 * A reader for a file that git put elsewhere: what is not beside it is looked for beside a file of the same name below
 * the working directory.
 */
function readerBeside(path: string, workingDirectory: string): ReadFile {
  const here = dirname(resolve(workingDirectory, path));
  let folders: readonly string[] | null = null;
  return (asked) => {
    const bytes = readBytes(asked);
    if (bytes !== null) return bytes;
    folders ??= foldersWith(basename(path), workingDirectory, DEEPEST);
    const way = relative(here, resolve(workingDirectory, asked));
    const found = folders.map((folder) => join(folder, way)).find((file) => existsSync(file));
    return found === undefined ? null : readBytes(found);
  };
}

function foldersWith(name: string, folder: string, deepest: number): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const own = entries.some((entry) => entry.name === name) ? [folder] : [];
  if (deepest === 0) return own;
  const below = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name)
    .sort();
  return [...own, ...below.flatMap((each) => foldersWith(name, join(folder, each), deepest - 1))];
}
