/** The command of the seminar: its arguments and their help. What it needs is imported when it runs. */
import { type Command, Option } from 'commander';
import type { PresentOptions } from './commands/present.ts';
import { DEFAULT_SEED, scenarioArgument, wholeNumber, withOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

export function addPresent(program: Command, terminal: Terminal): void {
  const command = program
    .command('present')
    .description('the seminar: a room plays one run day by day, and takes other ways')
    .addArgument(scenarioArgument())
    .addOption(
      new Option('--run <number>', 'which run, from 0 (default: 0)').argParser(wholeNumber(0, 2 ** 32 - 1)),
    )
    // Without a default of its own: a seminar that is there has one already.
    .option('--seed <text>', `the luck of the run; any text (default: "${DEFAULT_SEED}")`)
    .option('--session <file>', 'where the seminar is kept after each step; one that is there goes on')
    .option('--script <file>', 'a prepared seminar: a YAML file, or the name of a shipped one')
    .option(
      '--follow [file]',
      "the leader's second terminal: shows the script's notes for where that seminar stands, live, and changes nothing",
    )
    .option('--new', 'begin anew; a seminar that is there is set aside')
    .option('--plain', 'ask and answer in lines of text, as a screen reader reads them');
  withOptions(command, ['set', 'decide', 'without', 'variant', 'workers']).action(
    async (scenario: string, options: PresentOptions) => {
      const { presentCommand } = await import('./commands/present.ts');
      await presentCommand(scenario, options, terminal);
    },
  );
}
