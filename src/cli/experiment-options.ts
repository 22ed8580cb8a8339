/** Options that the commands of experiments share. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { withFolderOptions } from './folder-options.ts';
import { type OptionName, wholeNumber, withOptions } from './options.ts';

/** How it is run and told. */
export const RUNNING: readonly OptionName[] = ['workers', 'engine', 'json'];
/** What holds at every point. */
export const HELD: readonly OptionName[] = ['seed', 'set', 'decide', 'without', 'atBaseline'];
/** Of each point. */
export const MOST_RUNS = 10_000_000;

/** Runs of each point, fewer by default than of a single simulation. */
export const runsOption = (what: string, runs: number): Option =>
  new Option('-n, --runs <number>', what).argParser(wholeNumber(1, MOST_RUNS)).default(runs);

/** A parser for shares. */
export const share = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value < 1) return value;
  throw new InvalidArgumentError('It wants a share between 0 and 1, such as 0.5.');
};

/** A parser for names parted by commas. */
export const parted = (text: string): readonly string[] => text.split(',').map((name) => name.trim());

export const factorsOption = (): Option =>
  new Option(
    '--factors <names>',
    'what to move, parted by commas (default: every parameter that is drawn)',
  ).argParser(parted);

/** Options that every experiment has after its own. */
export function withExperimentOptions(command: Command, more: readonly OptionName[] = ['figure']): Command {
  const running = withOptions(command, [...RUNNING, ...more]).option(
    '--out <folder>',
    'write the data (tables, codebook, manifest) into a new folder',
  );
  return withFolderOptions(running)
    .option('--plain', 'show how far it is in a line, not on a screen')
    .option('--dry-run', 'say what it would run, how long it would take, and stop');
}
