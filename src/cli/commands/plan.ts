/** `juncture plan`: how many runs an answer needs. */
import {
  commandLine,
  type PlanResult,
  type PlanSide,
  planRuns,
  settingWords,
} from '../../experiment/index.ts';
import {
  ESTIMATE_COLUMNS,
  estimateFields,
  type Field,
  planText,
  settingsTable,
  type Table,
} from '../../report/index.ts';
import type { Scenario, Settings } from '../../scenario/index.ts';
import { valueJson } from '../estimate-json.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type ExperimentOptions, runExperiment } from '../experiment.ts';
import { faultsJson } from '../limits-json.ts';
import { PLAN_WORDS } from '../method-words.ts';
import { pointOf } from '../scenario.ts';
import { sideSettings } from '../side-words.ts';
import type { Terminal } from '../terminal.ts';

export type PlanOptions = ExperimentOptions & {
  readonly half: number;
  readonly part: number;
  readonly power: number;
  readonly difference?: number;
};

function sidesOf(
  scenario: Scenario,
  named: readonly string[],
  common: Settings,
): readonly [PlanSide] | readonly [PlanSide, PlanSide] {
  const side = (name: string): PlanSide => {
    const settings = sideSettings(scenario, name, common);
    return { name, settings, point: pointOf(scenario, settings) };
  };
  const [first = 'baseline', second, ...more] = named;
  if (more.length > 0) {
    throw new CommandError(
      EXIT.usage,
      'plan takes one side, or two to tell apart. Plan the others one by one.',
    );
  }
  return second === undefined ? [side(first)] : [side(first), side(second)];
}

export async function planCommand(
  named: string,
  sides: readonly string[],
  options: PlanOptions,
  terminal: Terminal,
): Promise<void> {
  const { runs, seed, half, part, power, difference } = options;
  await runExperiment(named, options, terminal, (scenario, settings) => {
    const places = sidesOf(scenario, sides, settings);
    return {
      scenario,
      settings,
      points: places.map(({ point }) => point),
      runs,
      what: `${places.length} pilot ${places.length === 1 ? 'side' : 'sides'}`,
      total: places.length * runs,
      command: commandLine([
        'juncture',
        'plan',
        named,
        ...places.map(({ name }) => name),
        '--half',
        `${half}`,
        '--part',
        `${part}`,
        ...(places.length === 1 ? [] : ['--power', `${power}`]),
        ...(difference === undefined ? [] : ['--difference', `${difference}`]),
        '--runs',
        `${runs}`,
        '--seed',
        seed,
        ...settingWords(settings),
      ]),
      async ask(request, pool) {
        const wanted = { half, part, power, difference };
        const result = await planRuns({ ...request, sides: places, runs, ...wanted }, pool);
        const { columns, colour } = terminal;
        return {
          manifest: result.manifest,
          json: planJson(result),
          text: () => planText(result, { columns, colour }),
          tables: {
            points: { table: settingsTable(places), row: 'a side' },
            plans: { table: plansTable(result), row: 'what is wanted and the runs it takes' },
          },
          interrupted: result.interrupted,
          done: result.runs,
          words: PLAN_WORDS,
        };
      },
    };
  });
}

function planJson(result: PlanResult) {
  const { manifest, runs, half, part, power, outcomes, measures, differences, faults, interrupted } = result;
  return {
    manifest,
    runs,
    interrupted,
    half,
    part,
    power,
    outcomes: outcomes.map(({ id, label, share, runs: needed, rare }) => ({
      id,
      label,
      share: share.value,
      low: share.low,
      high: share.high,
      runs: needed,
      runs_if_rare: rare,
    })),
    measures: measures.map(({ id, label, unit, mean, runs: needed }) => ({
      id,
      label,
      unit,
      mean,
      runs: needed,
    })),
    differences:
      differences?.map(({ id, label, seen, difference, sameLuck, ownLuck }) => ({
        id,
        label,
        seen: valueJson(seen),
        difference,
        runs_same_luck: sameLuck,
        runs_own_luck: ownLuck,
      })) ?? null,
    ...faultsJson(faults),
  };
}

function plansTable({ outcomes, measures, differences }: PlanResult): Table {
  const nothing = [null, null, null, null];
  return {
    columns: ['kind', 'id', ...ESTIMATE_COLUMNS, 'runs', 'runs_own_luck'],
    rows: [
      ...outcomes.map(({ id, share, runs }): readonly Field[] => [
        'share',
        id,
        ...estimateFields(share),
        runs,
        null,
      ]),
      ...measures.map(({ id, mean, runs }): readonly Field[] => ['mean', id, mean, ...nothing, runs, null]),
      ...(differences ?? []).map(({ id, seen, sameLuck, ownLuck }): readonly Field[] => [
        'difference',
        id,
        ...estimateFields(seen),
        sameLuck,
        ownLuck,
      ]),
    ],
  };
}
