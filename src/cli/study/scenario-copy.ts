/** The files of a scenario beside its data, so that a folder can be understood, and run again, by itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ScenarioSource } from '../scenario.ts';

/** The folder within the data that they stand in. */
const FOLDER = 'scenario';

/** Paths within the folder for data, `/` between their parts, in the order of the files: the scenario's own is first. */
export function copyNames(paths: readonly string[], workingDirectory: string): readonly string[] {
  const whole = paths.map((path) => resolve(workingDirectory, path));
  const common = whole.map(dirname).reduce(shared);
  return whole.map((path) => [FOLDER, ...relative(common, path).split(sep)].join('/'));
}

function shared(one: string, other: string): string {
  const [parts, others] = [one.split(sep), other.split(sep)];
  const differs = parts.findIndex((part, i) => part !== others[i]);
  const same = differs < 0 ? parts : parts.slice(0, differs);
  return same.length > 1 ? same.join(sep) : sep;
}

/** Writes them below the folder, in the places they have to each other, and gives their names. */
export function writeCopies(
  folder: string,
  { files }: Pick<ScenarioSource, 'files'>,
  workingDirectory: string,
): readonly string[] {
  const names = copyNames([...files.keys()], workingDirectory);
  [...files.values()].forEach((bytes, i) => {
    const path = join(folder, ...(names[i] as string).split('/'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  });
  return names;
}
