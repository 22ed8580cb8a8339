/** The commands about experiments as files and folders. What a command needs is imported when it runs. */
import type { Command } from 'commander';
import type { QueryOptions } from './commands/query.ts';
import type { ResumeOptions } from './commands/resume.ts';
import type { VerifyOptions } from './commands/verify.ts';
import { withOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

function addExperiment(program: Command, terminal: Terminal): void {
  program
    .command('experiment')
    .description('what a file asks: a question, a scenario, and what holds throughout')
    .argument(
      '[file]',
      'an experiment file, or the name of a shipped one; without it, the shipped ones are listed',
    )
    .argument('[options...]', 'options of the question it asks: they come before what the file says')
    .usage('[file] [options of the question]')
    .allowUnknownOption()
    .addHelpText(
      'after',
      '\nThe options are those of the question (juncture sweep --help): --out, --dry-run, --json, --runs, --seed and so on.',
    )
    .action(async (file: string | undefined, typed: readonly string[]) => {
      const { experimentCommand } = await import('./commands/experiment.ts');
      await experimentCommand(file ?? null, typed, terminal);
    });
}

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

function addVerify(program: Command, terminal: Terminal): void {
  const command = program
    .command('verify')
    .description('are the data of a folder what its manifest says, and do its runs come again?')
    .argument('<folder>', 'a folder that an experiment wrote with --out')
    .option('--all', 'run everything again, not a part by lot, and compare every file');
  withOptions(command, ['json']).action(async (folder: string, options: VerifyOptions) => {
    const { verifyCommand } = await import('./commands/verify.ts');
    await verifyCommand(folder, options, terminal);
  });
}

function addQuery(program: Command, terminal: Terminal): void {
  program
    .command('query')
    .description('a question in SQL to the tables of a folder of data (needs DuckDB)')
    .argument('<folder>', 'a folder that an experiment wrote with --out')
    .argument('<sql>', 'such as "select outcome, count(*) from runs group by all"; "show tables" lists them')
    .option('--json', 'print JSON for programs')
    .option('--csv', 'print comma-separated values')
    .action(async (folder: string, sql: string, options: QueryOptions) => {
      const { queryCommand } = await import('./commands/query.ts');
      await queryCommand(folder, sql, options, terminal);
    });
}

/** Adds the commands to the program. Nothing is written or run. */
export function addStudyCommands(program: Command, terminal: Terminal): void {
  for (const add of [addExperiment, addResume, addVerify, addQuery]) add(program, terminal);
}
