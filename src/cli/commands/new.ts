/** `juncture new`: a small whole scenario with comments, under the name a person chose. Never overwrites. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, EXIT } from '../exit.ts';
import { packageFile } from '../files.ts';
import type { Terminal } from '../terminal.ts';

const NAME = /^[a-z0-9][a-z0-9_-]*$/;

function titleOf(name: string): string {
  const spaced = name.replaceAll(/[-_]+/g, ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** @throws CommandError (usage) where the name is not one or the file is there already. */
export function newCommand(typed: string, terminal: Terminal): void {
  const name = typed.replace(/\.ya?ml$/, '');
  if (!NAME.test(name)) {
    throw new CommandError(
      EXIT.usage,
      `'${typed}' cannot name a scenario. Use small letters, digits, - and _, such as my-crisis.`,
    );
  }
  const file = `${name}.yaml`;
  const starter = readFileSync(packageFile('scenarios/models/starter.yaml'), 'utf8')
    .replace(/^# yaml-language-server.*\n#\n/, '')
    .replaceAll('my-crisis', name)
    .replace('title: My crisis', `title: ${JSON.stringify(titleOf(name))}`);
  try {
    writeFileSync(resolve(terminal.workingDirectory, file), starter, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === 'EEXIST' ? `${file} is there already; nothing was changed. Choose another name.` : message;
    throw new CommandError(code === 'EEXIST' ? EXIT.usage : EXIT.fault, why);
  }
  terminal.stdout.write(
    `Wrote ${file}. Open it in an editor, then try:\n  juncture check ${file}\n  juncture simulate ${file}\n`,
  );
}
