/** The run that `branch` looks along: one by its number, or one that goes the timeline's way. */
import { faultInWords, followPath, historyPath, type RunPath } from '../experiment/index.ts';
import { seedKey } from '../random/index.ts';
import { momentText } from '../report/index.ts';
import type { Settings } from '../scenario/index.ts';
import { RunFault, type RunSnapshot, startRun } from '../statechart/index.ts';
import type { Asked } from './branch-asked.ts';
import { CommandError, EXIT } from './exit.ts';
import { settingsOf } from './options.ts';
import { openProgressLine } from './progress-line.ts';
import { pointOf } from './scenario.ts';

export interface FoundPath {
  readonly path: RunPath;
  /** What it is run at. */
  readonly settings: Settings;
  /** `run 17`, or `a run that goes the timeline's way`. */
  readonly name: string;
  readonly notes: readonly string[];
  readonly history: { readonly met: readonly string[]; readonly missed: readonly string[] } | null;
}

/** @throws CommandError where the run faults, or the scenario has no timeline to go along. */
export function pathOf({ options, scenario, chart, named, terminal }: Asked): FoundPath {
  const run = options.run ?? 0;
  // History is told at the baselines, which is what a scenario is set to it by.
  const typed = settingsOf(options);
  const settings = options.along === undefined ? typed : { ...typed, atBaseline: true };
  const point = pointOf(scenario, settings);
  const luck = { key: seedKey(options.seed), draw: run, luck: run, future: 0 };
  const start = (): RunSnapshot => startRun(chart, point, luck);
  if (options.along !== undefined) return { ...alongTimeline({ chart, named, terminal }, start), settings };
  const path = followPath(chart, start);
  if (path instanceof RunFault) throw new CommandError(EXIT.scenario, faultInWords(path));
  return { path, settings, name: `run ${run}`, notes: [], history: null };
}

function alongTimeline(
  { chart, named, terminal }: Pick<Asked, 'chart' | 'named' | 'terminal'>,
  start: () => RunSnapshot,
): Omit<FoundPath, 'settings'> {
  const { scenario } = chart;
  if (!scenario.timeline.some(({ happening, days }) => happening !== null && days !== null)) {
    throw new CommandError(
      EXIT.usage,
      `No entry of the timeline of ${named} is tied to a happening and a date, so there is no way to follow.\n  Tie one: { date: 2022-01-04, what: …, happening: region.happening }, or look along a run: --run 0.`,
    );
  }
  const line = openProgressLine(terminal);
  const path = historyPath(chart, start(), (done, total) =>
    line.show({ done, total, remainingMs: null }, 'dates of the timeline'),
  );
  line.clear();
  if (path === null) throw new CommandError(EXIT.scenario, 'Every run that was tried came to a fault.');
  const { met, missed } = path;
  const dateOf = (name: string): string => {
    const entry = scenario.timeline.find((one) => one.name === name)!;
    return `${entry.label} (${momentText(scenario.time.start, Math.floor(entry.days![0]))})`;
  };
  const of = `It meets ${met.length} of the ${met.length + missed.length} dated happenings on their days`;
  const notes = [missed.length === 0 ? `${of}.` : `${of}; not: ${missed.map(dateOf).join(', ')}.`];
  return { path, name: "a run that goes the timeline's way", notes, history: { met, missed } };
}
