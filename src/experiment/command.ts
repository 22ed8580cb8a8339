/** The command lines that give a result, or one of its runs, again. */
import type { Settings } from '../scenario/index.ts';

export interface Repeatable {
  /** The scenario as the user named it: a path, or the name of one that ships. */
  readonly named: string;
  readonly seed: string;
  readonly settings: Settings;
  /** More options of the command that made the result, as they were typed. */
  readonly again?: readonly string[];
}

/** Nothing in these means anything to a shell. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** A word as a POSIX shell reads it: single quotes keep everything but themselves. */
const quoted = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The options that give settings again. */
export function settingWords({ variant, set, decide, without, atBaseline }: Settings): string[] {
  return [
    ...(variant === null ? [] : ['--variant', variant]),
    ...Object.entries(set).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ...Object.entries(decide).flatMap(([name, option]) => ['--decide', `${name}=${option}`]),
    ...without.flatMap((path) => ['--without', path]),
    ...(atBaseline ? ['--at-baseline'] : []),
  ];
}

/** Words as one line that a POSIX shell reads as those words. */
export const commandLine = (words: readonly string[]): string => words.map(quoted).join(' ');

/**
 * The words of a line that `commandLine` wrote.
 * @throws Error where a quote is left open.
 */
export function commandWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at] as string;
    if (mark === ' ') {
      if (word !== null) words.push(word);
      word = null;
    } else if (mark === "'") {
      const end = line.indexOf("'", at + 1);
      if (end < 0) throw new Error(`a quote is left open in: ${line}`);
      word = (word ?? '') + line.slice(at + 1, end);
      at = end;
    } else {
      if (mark === '\\') at += 1;
      word = (word ?? '') + (line[at] ?? '');
    }
  }
  return word === null ? words : [...words, word];
}

export function simulateCommand({ named, seed, settings, again = [] }: Repeatable, runs: number): string {
  return commandLine([
    'juncture',
    'simulate',
    named,
    '--runs',
    `${runs}`,
    ...again,
    '--seed',
    seed,
    ...settingWords(settings),
  ]);
}

export function replayCommand({ named, seed, settings }: Repeatable, run: number): string {
  return commandLine([
    'juncture',
    'run',
    named,
    '--run',
    `${run}`,
    '--seed',
    seed,
    ...settingWords(settings),
  ]);
}

/** Opens the lab as it was. */
export const labCommandLine = ({ named, seed, settings }: Repeatable): string =>
  commandLine(['juncture', 'lab', named, '--seed', seed, ...settingWords(settings)]);
