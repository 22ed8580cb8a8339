/** `juncture run`: one run as a story a student can read, or as JSON with every state. */
import { faultInWords, type Repeatable, replayCommand } from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { momentText, storyText } from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { createChart, endingInWords, recordRun, tellStory } from '../../statechart/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { asJson, runJson } from '../json.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { deliver, requirePlaceFor } from '../output.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

export type RunOptions = CommonOptions & { readonly run: number };

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

export async function runCommand(named: string, options: RunOptions, terminal: Terminal): Promise<void> {
  requirePlaceFor(options.out, terminal);
  const scenario = openScenario(named, terminal);
  const settings = settingsOf(options);
  const repeatable: Repeatable = { named, seed: options.seed, settings };
  const command = replayCommand(repeatable, options.run);
  const chart = createChart(scenario);
  const { run, seed } = options;
  const luck = { key: seedKey(seed), draw: run, luck: run, future: 0 };
  const { records, fault } = recordRun(chart, pointOf(scenario, settings), luck);
  if (options.json) {
    const outcome = records.at(-1)?.end?.outcome ?? 'faulted';
    await deliver(
      asJson(runJson(scenario, manifestOf(scenario, repeatable, run, command), outcome, records)),
      options.out,
      terminal,
    );
  } else {
    const story = {
      title: `${scenario.title} · run ${run} · seed ${seed}`,
      entries: tellStory(chart, records, { dateOf: (day) => momentText(scenario.time.start, day) }),
      ending: endingInWords(scenario, records),
      command,
    };
    const colour = terminal.colour && options.out === undefined;
    await deliver(storyText(story, { columns: terminal.columns, colour }), options.out, terminal);
  }
  if (fault !== null) throw new CommandError(EXIT.scenario, `${faultInWords(fault)}\n  again: ${command}`);
}
