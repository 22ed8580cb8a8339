/** What a handout says in every form: what it is made of, and the words that its forms share. */
import {
  decisionNamed,
  type NoWay,
  type SeminarMoment,
  type SeminarSession,
  type SeminarSheet,
  type Way,
} from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { DecisionRecord, Sentence } from '../../statechart/index.ts';
import { clean } from '../text/index.ts';
import { changeWords, widestOutcome } from './seminar-words.ts';
import { settingsLine } from './settings-line.ts';

export interface Handout {
  readonly scenario: Scenario;
  readonly sheet: SeminarSheet;
  /** What happened on a way up to a moment. */
  readonly storyOf: (moment: SeminarMoment) => readonly Sentence[];
  /** Futures behind every share. */
  readonly futures: number;
  /** The command that opens the seminar again. */
  readonly command: string;
}

/** What is held from the start; empty where nothing is. */
export function heldWords({ settings }: Pick<SeminarSession, 'settings'>): string {
  const line = settingsLine({ ...settings, at_baseline: settings.atBaseline });
  return line === '' ? '' : `held from the start: ${line}`;
}

export const optionLabel = (scenario: Scenario, decision: string, index: number): string =>
  decisionNamed(scenario, decision).options[index]?.label ?? '';

/** Outcomes that any of the options leads to. */
export function shownOutcomes(ways: readonly (Way | NoWay)[]): readonly number[] {
  const counts = ways.flatMap((way) => ('impossible' in way ? [] : [way.outlook.outcomes]));
  return (counts[0] ?? []).flatMap((_, index) =>
    counts.some((outcomes) => outcomes[index]!.count > 0) ? [index] : [],
  );
}

/** `The square is cleared, under "Fire" against "Wait": 27 more of 100 futures (23 to 31).`, one an option after the first. */
export function pairedSentencesOf(
  scenario: Scenario,
  decision: DecisionRecord,
  ways: readonly (Way | NoWay)[],
): readonly string[] {
  const about = widestOutcome(decision, ways);
  const [first, ...others] = ways.filter((way): way is Way => !('impossible' in way));
  if (first === undefined) return [];
  const nameOf = ({ alternative }: Way): string =>
    alternative.kind === 'option' ? clean(optionLabel(scenario, decision.path, alternative.option)) : '';
  const label = clean(scenario.outcomes[about]!.label);
  return others.flatMap((way) =>
    way.changes === null
      ? []
      : [`${label}, under "${nameOf(way)}" against "${nameOf(first)}": ${changeWords(way.changes[about]!)}.`],
  );
}
