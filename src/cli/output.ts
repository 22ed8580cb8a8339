/** Where a command's answer goes: a file that was asked for, else standard output. */
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError, EXIT } from './exit.ts';
import type { Terminal } from './terminal.ts';

/** A folder that is there. */
export const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/** Told before the work, not after it. @throws CommandError (usage) where no file of that path can be written. */
export function requirePlaceFor(file: string | undefined, { workingDirectory }: Terminal): void {
  if (file === undefined) return;
  const path = resolve(workingDirectory, file);
  const refuse = (why: string): never => {
    throw new CommandError(EXIT.usage, why);
  };
  if (file.trim() === '') refuse('--out wants the name of a file, such as result.json.');
  if (isFolder(path))
    refuse(`'${file}' is a folder. Name a file in it, such as '${join(file, 'result.json')}'.`);
  if (!isFolder(dirname(path)))
    refuse(`There is no folder '${dirname(file)}' to write '${basename(file)}' into.`);
}

/** @throws CommandError (fault of the machine) where the file cannot be written. */
export async function deliver(
  answer: string | Uint8Array,
  file: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const ended = typeof answer !== 'string' || answer.endsWith('\n') ? answer : `${answer}\n`;
  if (file === undefined) {
    if (!terminal.stdout.write(ended)) await once(terminal.stdout, 'drain');
    return;
  }
  try {
    writeFileSync(resolve(terminal.workingDirectory, file), ended);
  } catch (error) {
    throw new CommandError(EXIT.fault, `'${file}' could not be written: ${(error as Error).message}`);
  }
  terminal.stderr.write(`Wrote ${file}.\n`);
}
