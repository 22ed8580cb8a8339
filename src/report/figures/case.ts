/** What figures need to know of a scenario, as plain data. */
import type { Scenario } from '../../scenario/index.ts';
import { type Hue, outcomeLooks } from '../text/index.ts';
import { inkOf } from './theme.ts';

export interface FigureCase {
  readonly title: string;
  readonly start: string | null;
  readonly horizonDays: number;
  /** In the scenario's order, `unresolved` last. */
  readonly outcomes: readonly FigureOutcome[];
  /** What really happened, by day. */
  readonly timeline: readonly { readonly day: number; readonly label: string }[];
  /** Stages that end the run, by path: the outcome's index. */
  readonly endings: Readonly<Record<string, number>>;
}

export interface FigureOutcome {
  readonly id: string;
  readonly label: string;
  readonly sign: string;
  readonly hue: Hue;
}

export function figureCase({ title, time, outcomes, timeline, stages }: Scenario): FigureCase {
  const looks = outcomeLooks(outcomes);
  return {
    title,
    start: time.start,
    horizonDays: time.horizonDays,
    outcomes: outcomes.map(({ name, label }, index) => ({
      id: name,
      label,
      sign: looks[index]!.sign,
      hue: looks[index]!.hue,
    })),
    timeline: timeline.flatMap(({ from, label }) => (from === null ? [] : [{ day: from, label }])),
    endings: Object.fromEntries(
      stages.flatMap(({ path, outcome }) => (outcome === null ? [] : [[path, outcome] as const])),
    ),
  };
}

/** The colour of an outcome's marks. */
export const outcomeInk = ({ outcomes }: FigureCase, outcome: number): string =>
  inkOf(outcomes[outcome]!.hue);
