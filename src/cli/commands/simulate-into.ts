/** `juncture simulate --out folder`: the answer of `simulate`, and the data of its runs in a folder. */
import { compare, type SimulationResult, simulateCommand } from '../../experiment/index.ts';
import {
  ESTIMATE_COLUMNS,
  estimateFields,
  type Field,
  settingsTable,
  simulationFigures,
  simulationText,
  type Table,
} from '../../report/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type ExperimentOptions, runExperiment } from '../experiment.ts';
import { simulationJson } from '../json.ts';
import { SIMULATE_WORDS } from '../method-words.ts';
import { precisionOf, precisionWords } from '../precision-words.ts';
import { pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

export type SimulateIntoOptions = ExperimentOptions & { readonly exact?: true };

export async function simulateInto(
  named: string,
  options: SimulateIntoOptions,
  terminal: Terminal,
): Promise<void> {
  if (options.exact) {
    throw new CommandError(
      EXIT.usage,
      '--exact has no runs to write down: leave --out away, or name a file.',
    );
  }
  const { runs, seed, precision: typed } = options;
  await runExperiment(named, options, terminal, (scenario, settings) => {
    const precision = precisionOf(scenario, typed);
    const side = { name: settings.variant ?? 'baseline', settings, point: pointOf(scenario, settings) };
    const repeatable = { named, seed, settings, again: precisionWords(typed) };
    return {
      scenario,
      settings,
      points: [side.point],
      runs,
      what: '1 point',
      total: runs,
      command: simulateCommand(repeatable, runs),
      async ask(request, pool) {
        // A comparison of one side has all that is wanted of it, pass by pass.
        const { sides, faults, ...compared } = await compare(
          { ...request, sides: [side], runs, precision },
          pool,
        );
        const result: SimulationResult = {
          ...(sides[0] as (typeof sides)[number]).result,
          ...(compared.precision === null ? {} : { precision: compared.precision }),
          faults: faults.listed,
        };
        const { columns, colour } = terminal;
        return {
          manifest: result.manifest,
          json: simulationJson(result),
          text: () => simulationText(result, { columns, colour, start: scenario.time.start }),
          figures: () => simulationFigures(scenario, result),
          tables: {
            points: { table: settingsTable([side]), row: 'the point that was run' },
            estimates: { table: estimates(result), row: 'a share of runs or a mean' },
          },
          interrupted: compared.interrupted,
          done: compared.runs,
          words: SIMULATE_WORDS,
        };
      },
    };
  });
}

function estimates({ outcomes, measures }: SimulationResult): Table {
  return {
    columns: ['kind', 'id', ...ESTIMATE_COLUMNS],
    rows: [
      ...outcomes.map(({ id, share }): readonly Field[] => ['share', id, ...estimateFields(share)]),
      ...measures.map(({ id, mean }): readonly Field[] => ['mean', id, ...estimateFields(mean)]),
    ],
  };
}
