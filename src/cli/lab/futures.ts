/** The futures of a moment of a run, for the lab. The run that was asked of last is kept: its next moment costs nothing. */
import {
  faultInWords,
  momentFutures,
  placeOnDay,
  type RunStory,
  storyOfRun,
  typicalRun,
} from '../../experiment/index.ts';
import type { Key } from '../../random/index.ts';
import { momentText } from '../../report/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Point, Scenario } from '../../scenario/index.ts';
import { type Chart, createChart, RunFault } from '../../statechart/index.ts';
import type { LabEngine } from '../../tui/index.ts';

/** Runs among which a typical one is looked for. */
const LOOKED_AT = 1_000;

interface Kept {
  readonly scenario: Scenario;
  readonly point: Point;
  readonly chart: Chart;
  readonly story: RunStory;
}

export function futuresTeller(pool: Pool, key: Key): LabEngine['futures'] {
  let kept: Kept | null = null;
  const keptOf = (scenario: Scenario, point: Point, run: number): Kept => {
    if (kept !== null && kept.scenario === scenario && kept.point === point && kept.story.run === run) {
      return kept;
    }
    const dateOf = (day: number): string => momentText(scenario.time.start, day);
    const chart = kept?.scenario === scenario ? kept.chart : createChart(scenario);
    kept = { scenario, point, chart, story: storyOfRun(chart, point, { key, run, dateOf }) };
    return kept;
  };
  return async ({ scenario, point, outcome, run, at, futures }, signal) => {
    const known = run ?? (await typicalRun({ scenario, point, key, outcome, runs: LOOKED_AT, signal }, pool));
    if (known === null || signal.aborted) return null;
    try {
      const { chart, story } = keptOf(scenario, point, known);
      const asked = at.kind === 'place' ? { story, place: at.place } : placeOnDay(scenario, story, at.day);
      return await momentFutures({ chart, ...asked, futures, signal }, pool);
    } catch (error) {
      if (error instanceof RunFault) throw new Error(faultInWords(error));
      throw error;
    }
  };
}
