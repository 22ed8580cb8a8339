/** Choices that change nothing and are made again and again: a story tells such a row once. */
import type { Scenario } from '../scenario/index.ts';
import type { DecisionRecord, StepRecord } from './record.ts';
import { oddsInWords } from './words.ts';

/** How often a choice was made again after it was told, until when, and at which odds. */
export interface Repeat {
  readonly times: number;
  readonly untilDate: string;
  readonly lowestOdds: number;
  readonly highestOdds: number;
}

export interface Repeats {
  /** Whether a story that has told the row's first choice leaves this one out. */
  readonly isRepeat: (decision: DecisionRecord) => boolean;
  /** The row that follows the choice it begins with; null where it stands alone. */
  readonly after: (decision: DecisionRecord) => Repeat | null;
}

/** The settled decision behind an option's happening (`response.shoot`). */
export function decisionOf(record: StepRecord, option: string): DecisionRecord {
  const [name] = option.split('.');
  return record.decisions.find(({ path }) => path === name)!;
}

/** The rows of like choices in a run, by decision; `dateOf` writes a day since the start. */
export function repeatsOf(
  scenario: Scenario,
  records: readonly StepRecord[],
  dateOf: (day: number) => string,
): Repeats {
  const repeated = new Set<DecisionRecord>();
  const rows = new Map<DecisionRecord, Repeat>();
  const firsts = new Map<string, DecisionRecord>();
  for (const { day, decisions } of records) {
    for (const decision of decisions) {
      const first = firsts.get(decision.path);
      if (first !== undefined && isSame(first, decision) && changesNothing(scenario, decision)) {
        repeated.add(decision);
        rows.set(first, lengthened(rows.get(first), decision.odds ?? 1, dateOf(day)));
      } else {
        firsts.set(decision.path, decision);
      }
    }
  }
  return {
    isRepeat: (decision) => repeated.has(decision),
    after: (decision) => rows.get(decision) ?? null,
  };
}

const isSame = (first: DecisionRecord, { option, fixed, fixedUnavailable }: DecisionRecord): boolean =>
  first.option === option && first.fixed === fixed && first.fixedUnavailable === fixedUnavailable;

/** An option without targets and effects, asked for by the decision's own `ask` alone. */
function changesNothing(scenario: Scenario, { path, option, askedBy }: DecisionRecord): boolean {
  const chosen = scenario.decisions
    .find(({ name }) => name === path)
    ?.options.find(({ name }) => name === option);
  return (
    chosen !== undefined &&
    chosen.targets.length === 0 &&
    chosen.effects.length === 0 &&
    askedBy.every((asker) => asker === path)
  );
}

const lengthened = (row: Repeat | undefined, odds: number, untilDate: string): Repeat => ({
  times: (row?.times ?? 0) + 1,
  untilDate,
  lowestOdds: Math.min(row?.lowestOdds ?? odds, odds),
  highestOdds: Math.max(row?.highestOdds ?? odds, odds),
});

/** `; the same 6 times more, until 4 Jan 12:00, with odds of 0.50 to 0.90`. */
export function againInWords(again: Repeat | null): string {
  if (again === null) return '';
  const { times, untilDate, lowestOdds, highestOdds } = again;
  const [low, high] = [oddsInWords(lowestOdds), oddsInWords(highestOdds)];
  const odds = low === high ? low : `${low} to ${high}`;
  const withOdds = lowestOdds === 1 ? '' : `, with odds of ${odds}`;
  const often = times === 1 ? 'once more' : `${times} times more`;
  return `; the same ${often}, until ${untilDate}${withOdds}`;
}
