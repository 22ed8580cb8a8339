/** The commands about the futures of a run's states. What a command needs is imported when it runs. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BranchOptions } from './branch-asked.ts';
import { listed, scenarioArgument, wholeNumber, withOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

const share = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value < 0.5) return value;
  throw new InvalidArgumentError('It wants a share below 0.5, such as 0.05.');
};

export function addFuturesCommands(program: Command, terminal: Terminal): void {
  const command = program
    .command('branch')
    .description('where it is decided how the crisis ends: over many runs, or along one')
    .addArgument(scenarioArgument())
    .addOption(
      new Option(
        '-n, --runs <number>',
        'runs to look along (default: 100; with --half-width at most 10,000)',
      ).argParser(wholeNumber(2, 100_000)),
    )
    .addOption(
      new Option('--futures <number>', 'futures of each state (default: 100; along one run 1,000)').argParser(
        wholeNumber(4, 1_000_000),
      ),
    )
    .addOption(
      new Option('--half-width <share>', 'go on until every share is known so well, such as 0.05').argParser(
        share,
      ),
    )
    .addOption(
      new Option('--run <number>', 'the turning points of this run').argParser(wholeNumber(0, 1_000_000_000)),
    )
    .addOption(
      new Option('--along <what>', "the turning points of a run that goes the timeline's way").choices([
        'timeline',
      ]),
    )
    .addOption(
      new Option('--most <number>', 'turning points to tell (default: 8)').argParser(wholeNumber(1, 100)),
    )
    .addOption(
      new Option('--at <day>', 'the futures from this day or date of the run, the alternatives side by side'),
    )
    .addOption(
      new Option(
        '--instead <alternative>',
        'with --at: decision=option, parameter=value, happens:path or not:path (repeatable; default: what is asked)',
      )
        .argParser(listed)
        .default([], 'none'),
    );
  withOptions(command, [
    'seed',
    'set',
    'decide',
    'without',
    'variant',
    'atBaseline',
    'workers',
    'engine',
    'json',
    'out',
    'figure',
  ]).action(async (scenario: string, options: BranchOptions) => {
    const { branchCommand } = await import('./commands/branch.ts');
    await branchCommand(scenario, options, terminal);
  });
}
