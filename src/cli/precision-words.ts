/** `--precision`: how well shares are to be known, as it is typed. */
import type { Command } from 'commander';
import type { Precision } from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';
import { outcomeNamed } from './outcome-words.ts';

/** Runs of a point at most, where a precision says how many and nobody else does. */
const MOST_RUNS = 1_000_000;

/** Options of a command with the limit of runs that a precision has when `--runs` was not typed. */
export const withLimit = <Options extends { readonly precision?: readonly string[]; readonly runs?: number }>(
  options: Options,
  command: Command,
): Options =>
  options.precision !== undefined && command.getOptionValueSource('runs') === 'default'
    ? { ...options, runs: MOST_RUNS }
    : options;

/**
 * Every outcome to what stands alone, and those that are named to their own; only the named where nothing stands alone.
 * @throws CommandError (usage) where it is no share between 0 and 0.5, or there is no such outcome.
 */
export function precisionOf(scenario: Scenario, typed: readonly string[] | undefined): Precision | undefined {
  if (typed === undefined) return undefined;
  const halves = new Map<number, number>();
  for (const text of typed.filter((one) => !one.includes('='))) {
    for (const outcome of scenario.outcomes.keys()) halves.set(outcome, halfOf(text));
  }
  for (const text of typed.filter((one) => one.includes('='))) {
    const cut = text.indexOf('=');
    halves.set(outcomeNamed(scenario, text.slice(0, cut).trim()), halfOf(text.slice(cut + 1)));
  }
  return [...halves].sort(([a], [b]) => a - b).map(([outcome, half]) => ({ outcome, half }));
}

/** The option again, for a command that repeats the result. */
export const precisionWords = (typed: readonly string[] | undefined): readonly string[] =>
  (typed ?? []).flatMap((text) => ['--precision', text]);

function halfOf(text: string): number {
  const half = Number(text);
  if (text.trim() !== '' && half > 0 && half < 0.5) return half;
  throw new CommandError(
    EXIT.usage,
    `--precision wants a share between 0 and 0.5, such as 0.01 for ±1 of 100 runs, or outcome=0.01; it is '${text}'.`,
  );
}
