/** `juncture rare`: the chance of an outcome that hardly any run ends in. */
import { commandLine, type Level, type RareResult, rare, settingWords } from '../../experiment/index.ts';
import { rareText } from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { asJson } from '../json.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { outcomeNamed } from '../outcome-words.ts';
import { deliver, requirePlaceFor } from '../output.ts';
import { pathNamed } from '../path-words.ts';
import { withPool } from '../pool.ts';
import { openProgressLine } from '../progress-line.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

export type RareOptions = CommonOptions & {
  readonly outcome?: string;
  readonly levels?: readonly string[];
  readonly replications: number;
};

/** The horizon is always reached: `unresolved` and the like have no way that leads to them. */
export async function rareCommand(named: string, options: RareOptions, terminal: Terminal): Promise<void> {
  requirePlaceFor(options.out, terminal);
  const { outcome, levels, runs, replications, seed } = options;
  if (outcome === undefined) {
    throw new CommandError(
      EXIT.usage,
      'Say which outcome, such as: juncture rare FILE --outcome government_falls',
    );
  }
  await withPool(options, async (pool) => {
    const scenario = openScenario(named, terminal);
    const settings = settingsOf(options);
    const line = openProgressLine(terminal);
    const result = await rare(
      {
        scenario,
        named,
        settings,
        point: pointOf(scenario, settings),
        seed,
        version: VERSION,
        command: commandLine([
          'juncture',
          'rare',
          named,
          '--outcome',
          outcome,
          ...(levels === undefined ? [] : ['--levels', levels.join(',')]),
          '--runs',
          `${runs}`,
          '--replications',
          `${replications}`,
          '--seed',
          seed,
          ...settingWords(settings),
        ]),
        outcome: outcomeNamed(scenario, outcome),
        levels: levels === undefined ? null : levels.map((path) => levelNamed(scenario, path)),
        runs,
        replications,
        engine: options.engine,
        signal: terminal.interrupt,
        onProgress: (progress) => line.show(progress),
      },
      pool,
    ).finally(() => line.clear());
    const { columns } = terminal;
    const colour = terminal.colour && options.out === undefined;
    const json = options.json ?? options.out?.endsWith('.json') ?? false;
    await deliver(
      json ? asJson(rareJson(result)) : rareText(result, { columns, colour }),
      options.out,
      terminal,
    );
    if (result.interrupted) {
      throw new CommandError(
        EXIT.interrupted,
        'Interrupted; what is shown rests on the replications that were done.',
      );
    }
  });
}

/** A stage, a happening, or a measure that gives the first day of something. @throws CommandError (usage). */
function levelNamed(scenario: Scenario, path: string): Level {
  const measure = scenario.measures.find(({ name, rule }) => name === path && rule.kind === 'first_day');
  if (measure !== undefined) {
    return { label: measure.label, stages: [], happenings: [], measures: [measure.index] };
  }
  const { stage, happening } = pathNamed(scenario, path);
  return {
    label: stage !== null ? scenario.stages[stage]!.label : scenario.happenings[happening!]!.label,
    stages: stage === null ? [] : [stage],
    happenings: happening === null ? [] : [happening],
    measures: [],
  };
}

function rareJson(result: RareResult) {
  const { manifest, outcome, chance, levels, replications, source } = result;
  const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    manifest,
    outcome,
    chance: known(chance.value),
    low: known(chance.low),
    high: known(chance.high),
    replications: replications.map(({ estimate, passages }) => ({ estimate, passages })),
    levels: levels.map(({ label, chance: part, tried, passed }) => ({
      label,
      chance: known(part),
      tried,
      passed,
    })),
    levels_from: source,
    plain_runs: result.plainRuns,
    runs_for_tenth: result.runsForTenth,
    gain: result.gain,
    steps: result.steps,
    faulted: result.faults,
    interrupted: result.interrupted,
  };
}
