/** `juncture resume`: goes on with an experiment that was interrupted, to the files it would have come to. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandWords } from '../../experiment/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { hasJournal, readHeader } from '../study/journal-file.ts';
import { MANIFEST } from '../study/manifest-file.ts';
import { runWords } from '../study/run-words.ts';
import type { Terminal } from '../terminal.ts';

export interface ResumeOptions {
  readonly workers?: number;
  readonly engine?: string;
  readonly json?: true;
}

export async function resumeCommand(
  folder: string,
  { workers, engine, json }: ResumeOptions,
  terminal: Terminal,
): Promise<void> {
  const path = resolve(terminal.workingDirectory, folder);
  if (!hasJournal(path)) {
    const isWhole = existsSync(join(path, MANIFEST));
    throw new CommandError(
      isWhole ? EXIT.done : EXIT.usage,
      isWhole
        ? `'${folder}' is whole already: there is nothing to go on with.`
        : `There is no unfinished work in '${folder}'. It is the folder that an experiment was given with --out.`,
    );
  }
  const { command } = readHeader(path);
  const more = [
    '--out',
    folder,
    '--resume',
    ...(workers === undefined ? [] : ['--workers', `${workers}`]),
    ...(engine === undefined ? [] : ['--engine', engine]),
    ...(json ? ['--json'] : []),
  ];
  await runWords([...commandWords(command).slice(1), ...more], terminal);
}
