/** One run told as a story, by the machine. */
import type { Key } from '../random/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import type { Sentence } from '../statechart/index.ts';
import { faultInWords } from './fault-words.ts';

export interface ToldRun {
  readonly run: number;
  readonly sentences: readonly Sentence[];
  /** How it ended, in a sentence; where a fault stopped it, the fault. */
  readonly ending: string;
}

/**
 * Every step of a run until its end or a fault. The machine is loaded when it is first asked for. `dateOf` writes a day
 * as the reader knows it.
 */
export async function tellRun(
  scenario: Scenario,
  point: Point,
  {
    key,
    run,
    dateOf,
  }: { readonly key: Key; readonly run: number; readonly dateOf?: (day: number) => string },
): Promise<ToldRun> {
  const { createChart, endingInWords, recordRun, tellStory } = await import('../statechart/index.ts');
  const chart = createChart(scenario);
  const { records, fault } = recordRun(chart, point, { key, draw: run, luck: run, future: 0 });
  const ending = fault === null ? endingInWords(scenario, records) : faultInWords(fault);
  return { run, sentences: tellStory(chart, records, dateOf === undefined ? {} : { dateOf }), ending };
}
