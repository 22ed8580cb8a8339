/** The commands of experiments: many points, one question. What a command needs is imported when it runs. */
import { Argument, type Command } from 'commander';
import type { CompareOptions } from './commands/compare.ts';
import { FOUNDING_CASE } from './files.ts';
import { type OptionName, withOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

const RUNNING: readonly OptionName[] = ['workers', 'engine', 'json'];
const HELD: readonly OptionName[] = ['seed', 'set', 'decide', 'without', 'atBaseline'];

function scenarioArgument(): Argument {
  return new Argument('[scenario]', 'a scenario file, or the name of a shipped one').default(FOUNDING_CASE);
}

/** Options that every experiment has after its own. */
function withExperimentOptions(command: Command): Command {
  return withOptions(command, RUNNING)
    .option('--out <folder>', 'write the data (CSV, codebook, manifest) into a new folder')
    .option('--dry-run', 'say what it would run, how long it would take, and stop');
}

function addCompare(program: Command, terminal: Terminal): void {
  const command = program
    .command('compare')
    .description('two or more variants or settings, with the same luck')
    .addArgument(scenarioArgument())
    .argument(
      '[sides...]',
      'variants, or settings such as loyalty=0.3,response=concede,without:oil_falls; the first is the one the others are held against (default: baseline and all variants)',
    );
  withExperimentOptions(withOptions(command, ['runs', ...HELD]))
    .option('--all-pairs', 'compare every pair of sides, not only each with the first')
    .action(async (scenario: string, sides: readonly string[], options: CompareOptions) => {
      const { compareCommand } = await import('./commands/compare.ts');
      await compareCommand(scenario, sides, options, terminal);
    });
}

/** Adds the commands to the program. Nothing is written or run. */
export function addExperimentCommands(program: Command, terminal: Terminal): void {
  for (const add of [addCompare]) add(program, terminal);
}
