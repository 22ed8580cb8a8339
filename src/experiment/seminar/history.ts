/** What the timeline says at a moment of a seminar: nothing of what is still to come. */
import type { Scenario, TimelineEntry } from '../../scenario/index.ts';

/** The dated entries that had begun by the end of a day (days since the start), the earliest first. */
export const historyUntil = ({ timeline }: Scenario, day: number): readonly TimelineEntry[] =>
  timeline
    .filter(({ from }) => from !== null && from <= day + 1e-9)
    .sort((one, other) => one.from! - other.from!);

/**
 * The option that was really taken on a day, by an entry that is tied to it; null where the timeline says nothing. Index
 * among the decision's options.
 */
export function historicalOption(
  { timeline, happenings, decisions }: Scenario,
  decision: string,
  day: number,
): number | null {
  const index = decisions.findIndex(({ name }) => name === decision);
  for (const { happening, days } of timeline) {
    const it = happening === null ? undefined : happenings[happening];
    if (it?.kind !== 'option' || it.decision !== index || days === null) continue;
    // Days are whole steps; the slack is that of comparing their products.
    if (days[0] <= day + 1e-9 && day <= days[1] + 1e-9) return it.option;
  }
  return null;
}

/** The outcome that history came to, by an entry tied to what leads there; null where the timeline does not say. */
export function historicalOutcome(scenario: Scenario): number | null {
  for (const { happening } of scenario.timeline) {
    const it = happening === null ? undefined : scenario.happenings[happening];
    if (it?.kind !== 'transition') continue;
    const [target] = scenario.transitions[it.transition]!.targets;
    const outcome = target === undefined ? null : scenario.stages[target]!.outcome;
    if (outcome !== null) return outcome;
  }
  return null;
}
