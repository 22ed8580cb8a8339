/** Options that mean the same in every command, and how what was typed becomes settings. */
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { Settings } from '../scenario/index.ts';
import { FOUNDING_CASE } from './files.ts';

const MOST_RUNS = 1_000_000_000;

/** A parser for whole numbers within bounds. */
export function wholeNumber(lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const value = Number(text.replaceAll('_', '').replaceAll(',', ''));
    if (text.trim() === '' || !Number.isInteger(value) || value < lowest || value > highest) {
      throw new InvalidArgumentError(`It wants a whole number from ${lowest} to ${highest}.`);
    }
    return value;
  };
}

type Pairs<Value> = Readonly<Record<string, Value>>;

function pair<Value>(
  form: string,
  read: (text: string) => Value,
): (text: string, before: Pairs<Value>) => Pairs<Value> {
  return (text, before) => {
    const cut = text.indexOf('=');
    if (cut < 1 || cut === text.length - 1) throw new InvalidArgumentError(`It wants ${form}.`);
    return { ...before, [text.slice(0, cut).trim()]: read(text.slice(cut + 1).trim()) };
  };
}

const numberOrName = (text: string): number | string => {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : text;
};

/** A parser for an option that may be given again and again. */
export const listed = (text: string, before: readonly string[]): readonly string[] => [...before, text];

export const scenarioArgument = (): Argument =>
  new Argument('[scenario]', 'a scenario file, or the name of a shipped one').default(FOUNDING_CASE);

/** What the common options hold after parsing. */
export interface CommonOptions {
  readonly runs: number;
  readonly seed: string;
  readonly set: Pairs<number | string>;
  readonly decide: Pairs<string>;
  readonly without: readonly string[];
  readonly variant?: string;
  readonly atBaseline?: true;
  readonly workers?: number;
  readonly engine?: 'kernel' | 'machine';
  readonly json?: true;
  readonly out?: string;
  /** A picture of the answer: a file that ends in .svg or .png. */
  readonly figure?: string;
  /** Half-widths as they were typed: `0.01`, `regime_falls=0.005`. */
  readonly precision?: readonly string[];
}

export const DEFAULT_SEED = '2022';

const OPTIONS = {
  runs: () =>
    new Option('-n, --runs <number>', 'how many runs').argParser(wholeNumber(1, MOST_RUNS)).default(10_000),
  seed: () => new Option('--seed <text>', 'the luck of all runs; any text').default(DEFAULT_SEED),
  set: () =>
    new Option('--set <parameter=value>', 'hold a parameter at a value (repeatable)')
      .argParser(pair('parameter=value, such as loyalty=0.3', numberOrName))
      .default({}, 'none'),
  decide: () =>
    new Option('--decide <decision=option>', 'fix what an actor decides (repeatable)')
      .argParser(pair('decision=option, such as response=concede', String))
      .default({}, 'none'),
  without: () =>
    new Option('--without <path>', 'take away a transition, an option or a shock (repeatable)')
      .argParser(listed)
      .default([], 'none'),
  variant: () => new Option('--variant <name>', "one of the scenario's named variants"),
  atBaseline: () => new Option('--at-baseline', 'hold every parameter that is not set at its baseline'),
  workers: () =>
    new Option('--workers <number>', 'worker threads (default: one a core)').argParser(wholeNumber(1, 256)),
  engine: () =>
    new Option('--engine <name>', 'force an engine; both give the same numbers').choices([
      'kernel',
      'machine',
    ]),
  precision: () =>
    new Option(
      '--precision <half>',
      'go on until every outcome is known to ± this share, such as 0.01; or one: regime_falls=0.005 (repeatable)',
    ).argParser((text: string, before: readonly string[] = []) => [...before, text]),
  json: () => new Option('--json', 'print JSON for programs'),
  out: () => new Option('--out <file>', 'write the result to a file'),
  figure: () =>
    new Option(
      '--figure <file>',
      'also draw the answer: figure.svg, figure.png, or all of it into a folder: figures/',
    ),
} as const;

export type OptionName = keyof typeof OPTIONS;

/** Adds the named common options to a command, in the order given. */
export function withOptions(command: Command, names: readonly OptionName[]): Command {
  for (const name of names) command.addOption(OPTIONS[name]());
  return command;
}

export const settingsOf = (options: Omit<CommonOptions, 'runs'>): Settings => ({
  variant: options.variant ?? null,
  set: options.set,
  decide: options.decide,
  without: options.without,
  atBaseline: options.atBaseline ?? false,
});
