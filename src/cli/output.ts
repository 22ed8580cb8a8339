/** Where a command's answer goes: a file that was asked for, else standard output. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, EXIT } from './exit.ts';
import type { Terminal } from './terminal.ts';

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
