/** `juncture run`: one run as a story a student can read, or as JSON with every state. */
import { faultInWords, type Repeatable, replayCommand } from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { momentText, storyText } from '../../report/index.ts';
import type { Point, Scenario } from '../../scenario/index.ts';
import {
  type Chart,
  createChart,
  RunFault,
  recordOf,
  type StepRecord,
  startRun,
  stepRun,
  tellStory,
} from '../../statechart/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { asJson, runJson } from '../json.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { deliver, requirePlaceFor } from '../output.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

export type RunOptions = CommonOptions & { readonly run: number };

interface Told {
  readonly records: readonly StepRecord[];
  /** What stopped the run before its end. */
  readonly fault: RunFault | null;
}

/** Every state of the run, up to a fault where there is one. */
function follow(chart: Chart, point: Point, seed: string, run: number): Told {
  const records: StepRecord[] = [];
  try {
    let snapshot = startRun(chart, point, { key: seedKey(seed), draw: run, luck: run, future: 0 });
    records.push(recordOf(chart, snapshot));
    while (snapshot.context.ended === null) {
      const next = stepRun(chart, snapshot);
      snapshot = next.snapshot;
      records.push(next.record);
    }
    return { records, fault: null };
  } catch (error) {
    if (error instanceof RunFault) return { records, fault: error };
    throw error;
  }
}

function manifestOf(scenario: Scenario, { seed, settings }: Repeatable, run: number, command: string) {
  return {
    version: VERSION,
    scenario: scenario.id,
    scenario_hash: scenario.hash,
    seed,
    runs: 1,
    run,
    set: settings.set,
    decide: settings.decide,
    without: settings.without,
    variant: settings.variant,
    at_baseline: settings.atBaseline,
    command,
  };
}

function endingOf(scenario: Scenario, records: readonly StepRecord[]): string {
  const last = records.at(-1);
  if (last?.end == null) return 'The run could not go on.';
  const { label } = scenario.outcomes.find(({ name }) => name === last.end?.outcome) ?? { label: '' };
  return `${label}, on day ${Math.round(last.day * 100) / 100}.`;
}

export async function runCommand(named: string, options: RunOptions, terminal: Terminal): Promise<void> {
  requirePlaceFor(options.out, terminal);
  const scenario = openScenario(named, terminal);
  const settings = settingsOf(options);
  const repeatable: Repeatable = { named, seed: options.seed, settings };
  const command = replayCommand(repeatable, options.run);
  const chart = createChart(scenario);
  const { records, fault } = follow(chart, pointOf(scenario, settings), options.seed, options.run);
  if (options.json) {
    const outcome = records.at(-1)?.end?.outcome ?? 'faulted';
    await deliver(
      asJson(runJson(scenario, manifestOf(scenario, repeatable, options.run, command), outcome, records)),
      options.out,
      terminal,
    );
  } else {
    const story = {
      title: `${scenario.title} · run ${options.run} · seed ${options.seed}`,
      entries: tellStory(chart, records, (day) => momentText(scenario.time.start, day)),
      ending: endingOf(scenario, records),
      command,
    };
    const colour = terminal.colour && options.out === undefined;
    await deliver(storyText(story, { columns: terminal.columns, colour }), options.out, terminal);
  }
  if (fault !== null) throw new CommandError(EXIT.scenario, `${faultInWords(fault)}\n  again: ${command}`);
}
