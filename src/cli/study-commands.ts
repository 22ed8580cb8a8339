/** The commands about experiments as files and folders. What a command needs is imported when it runs. */
import type { Command } from 'commander';
import type { ResumeOptions } from './commands/resume.ts';
import { withOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

function addResume(program: Command, terminal: Terminal): void {
  const command = program
    .command('resume')
    .description('go on with an experiment that was interrupted, to the same files')
    .argument('<folder>', 'the folder that it was given with --out');
  withOptions(command, ['workers', 'engine', 'json']).action(
    async (folder: string, options: ResumeOptions) => {
      const { resumeCommand } = await import('./commands/resume.ts');
      await resumeCommand(folder, options, terminal);
    },
  );
}

/** Adds the commands to the program. Nothing is written or run. */
export function addStudyCommands(program: Command, terminal: Terminal): void {
  for (const add of [addResume]) add(program, terminal);
}
