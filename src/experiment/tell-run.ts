/** One run told as a story, by the machine. */
import type { Key } from '../random/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import type { Sentence, StepRecord } from '../statechart/index.ts';
import { faultInWords } from './fault-words.ts';

export interface ToldRun {
  readonly run: number;
  readonly sentences: readonly Sentence[];
  /** How it ended, in a sentence; where a fault stopped it, the fault. */
  readonly ending: string;
}

/** Every step of a run until its end or a fault. The machine is loaded when it is first asked for. */
export async function tellRun(
  scenario: Scenario,
  point: Point,
  { key, run }: { readonly key: Key; readonly run: number },
): Promise<ToldRun> {
  const { createChart, RunFault, recordOf, startRun, stepRun, tellStory } = await import(
    '../statechart/index.ts'
  );
  const chart = createChart(scenario);
  const records: StepRecord[] = [];
  try {
    let snapshot = startRun(chart, point, { key, draw: run, luck: run, future: 0 });
    records.push(recordOf(chart, snapshot));
    while (snapshot.context.ended === null) {
      const next = stepRun(chart, snapshot);
      snapshot = next.snapshot;
      records.push(next.record);
    }
  } catch (error) {
    if (!(error instanceof RunFault)) throw error;
    return { run, sentences: tellStory(chart, records), ending: faultInWords(error) };
  }
  return { run, sentences: tellStory(chart, records), ending: endingOf(scenario, records.at(-1)!) };
}

function endingOf({ outcomes }: Scenario, { day, end }: StepRecord): string {
  const label = outcomes.find(({ name }) => name === end?.outcome)?.label ?? '';
  return `${label}, on day ${Math.round(day * 100) / 100}.`;
}
