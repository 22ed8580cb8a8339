/** Scenario files: by path, or by the name of one that ships with the program. */
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../diagnostics/index.ts';
import { CommandError, EXIT } from './exit.ts';

/** Both `src/cli/` and the bundle's `dist/bin/` lie two folders below the package. */
const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const SHIPPED = join(PACKAGE, 'scenarios');

/** Path of a file that ships with the program. */
export const packageFile = (name: string): string => join(PACKAGE, name);

export const FOUNDING_CASE = 'kazakhstan-2022';

/** More than a scenario may hold, so that the loader sees the excess without the file being read whole. */
const MOST_BYTES = 4 << 20;

/** What stands at a path; null where nothing does, or nothing that can be reached (a circle of links, a name too long). */
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** @throws CommandError (fault of the machine) where the system does not let the file be read. */
function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new CommandError(EXIT.fault, `'${path}' could not be read: ${(error as Error).message}`);
  }
}

/** The bytes of a file (no more than MOST_BYTES), or null where there is no such file. */
export function readBytes(path: string): Uint8Array | null {
  const found = statOf(path);
  if (!found?.isFile()) return null;
  const bytes = new Uint8Array(Math.min(found.size, MOST_BYTES));
  const file = open(path);
  try {
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(file, bytes, filled, bytes.length - filled, null);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}

/** Folders of what is no scenario by itself. */
const PARTS: readonly string[] = ['models', 'seminars', 'experiments'];

/** Names and paths of the scenarios that ship, in the order of their names; parts and prepared seminars left out. */
export function shippedScenarios(): readonly { readonly name: string; readonly path: string }[] {
  const below = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return PARTS.includes(entry.name) ? [] : below(path);
      return entry.name.endsWith('.yaml') ? [path] : [];
    });
  if (!existsSync(SHIPPED)) return [];
  return below(SHIPPED)
    .map((path) => ({ name: basename(path, '.yaml'), path }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The path of the scenario a person named: a file of that path first, else a shipped one of that name; else null. */
export function scenarioPath(named: string, workingDirectory: string): string | null {
  if (statOf(resolve(workingDirectory, named))?.isFile()) return named;
  return shippedScenarios().find(({ name }) => name === named)?.path ?? null;
}

/** The shipped scenario that was probably meant: by its whole name, or without the year behind it. */
function shippedLike(named: string, names: readonly string[]): string | null {
  const word = basename(named).replace(/\.ya?ml$/, '');
  const stems = new Map(names.map((name) => [name.replace(/-\d+$/, ''), name]));
  const stem = didYouMean(word.replace(/-\d+$/, ''), [...stems.keys()]);
  return didYouMean(word, names) ?? (stem === null ? null : (stems.get(stem) ?? null));
}

/** The same. @throws CommandError (usage) where there is no such scenario. */
export function findScenario(named: string, workingDirectory: string): string {
  const path = scenarioPath(named, workingDirectory);
  if (path !== null) return path;
  const found = named === '' ? null : statOf(resolve(workingDirectory, named));
  if (found?.isDirectory()) {
    throw new CommandError(EXIT.usage, `'${named}' is a folder. Name a scenario file in it.`);
  }
  if (found !== null)
    throw new CommandError(EXIT.usage, `'${named}' is not a file on disk. Save it as one first.`);
  const names = shippedScenarios().map(({ name }) => name);
  const guess = shippedLike(named, names);
  throw new CommandError(
    EXIT.usage,
    `There is no scenario file '${named}', and none of that name ships with juncture.\n` +
      (guess ? `Did you mean '${guess}'? ` : '') +
      `Shipped: ${names.join(', ')}.`,
  );
}

/** Names, paths and titles of the experiments that ship, in the order of their names. */
export function shippedExperiments(): readonly {
  readonly name: string;
  readonly path: string;
  readonly title: string;
}[] {
  const folder = join(SHIPPED, 'experiments');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const title = /^title: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
      return { name: basename(file, '.yaml'), path, title };
    });
}

/** The path of an experiment's file: one of that path, else a shipped one of that name. @throws CommandError (usage) without either. */
export function findExperiment(named: string, workingDirectory: string): string {
  if (statOf(resolve(workingDirectory, named))?.isFile()) return named;
  const shipped = shippedExperiments();
  const found = shipped.find(({ name }) => name === named);
  if (found !== undefined) return found.path;
  const names = shipped.map(({ name }) => name);
  const guess = didYouMean(basename(named).replace(/\.ya?ml$/, ''), names);
  throw new CommandError(
    EXIT.usage,
    `There is no file '${named}', and no experiment of that name ships with juncture.\n` +
      (guess ? `Did you mean '${guess}'? ` : '') +
      `Shipped: ${names.join(', ')}.`,
  );
}
