/** `juncture compare`: two or more variants or settings, with the same luck. */
import {
  type ComparisonResult,
  type ComparisonSide,
  commandLine,
  compare,
  settingWords,
} from '../../experiment/index.ts';
import {
  comparisonFigures,
  comparisonText,
  ESTIMATE_COLUMNS,
  estimateFields,
  type Field,
  settingsTable,
  type Table,
} from '../../report/index.ts';
import type { Scenario, Settings } from '../../scenario/index.ts';
import { changeJson } from '../estimate-json.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type Answer, type ExperimentOptions, type Planned, runExperiment } from '../experiment.ts';
import { simulationJson } from '../json.ts';
import { faultsJson } from '../limits-json.ts';
import { COMPARE_WORDS } from '../method-words.ts';
import { precisionOf, precisionWords } from '../precision-words.ts';
import { pointOf } from '../scenario.ts';
import { sideSettings } from '../side-words.ts';
import type { Terminal } from '../terminal.ts';

export type CompareOptions = ExperimentOptions & { readonly allPairs?: true };

export async function compareCommand(
  named: string,
  sides: readonly string[],
  options: CompareOptions,
  terminal: Terminal,
): Promise<void> {
  await runExperiment(named, options, terminal, (scenario, settings) =>
    planned(named, sidesOf(scenario, sides, settings), options, { scenario, settings, terminal }),
  );
}

/** The sides that were named; else the file as it is and every variant. A single one is held against the file. */
function sidesOf(scenario: Scenario, named: readonly string[], common: Settings): readonly ComparisonSide[] {
  const all = ['baseline', ...scenario.variants.map(({ name }) => name)];
  const [only, ...more] = named;
  const names = only === undefined ? all : more.length === 0 ? ['baseline', only] : named;
  if (names.length < 2) {
    throw new CommandError(
      EXIT.usage,
      'The scenario has no variants. Name what to compare, such as: juncture compare FILE baseline loyalty=0.3',
    );
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new CommandError(EXIT.usage, `'${twice}' is named twice; compare different sides.`);
  return names.map((name) => {
    const settings = sideSettings(scenario, name, common);
    return { name, settings, point: pointOf(scenario, settings) };
  });
}

function planned(
  named: string,
  sides: readonly ComparisonSide[],
  { runs, precision: typed, seed, allPairs }: CompareOptions,
  context: { readonly scenario: Scenario; readonly settings: Settings; readonly terminal: Terminal },
): Planned {
  const { scenario, settings, terminal } = context;
  const precision = precisionOf(scenario, typed);
  const command = commandLine([
    'juncture',
    'compare',
    named,
    ...sides.map(({ name }) => name),
    '--runs',
    `${runs}`,
    ...precisionWords(typed),
    '--seed',
    seed,
    ...settingWords(settings),
    ...(allPairs ? ['--all-pairs'] : []),
  ]);
  return {
    scenario,
    settings,
    points: sides.map(({ point }) => point),
    runs,
    names: sides.map(({ name }) => name),
    what: `${sides.length} sides (${sides.map(({ name }) => name).join(', ')})`,
    total: sides.length * runs,
    command,
    async ask(request, pool) {
      const result = await compare({ ...request, sides, runs, precision, allPairs }, pool);
      return { ...answerOf(result, sides, terminal), figures: () => comparisonFigures(scenario, result) };
    },
  };
}

function answerOf(
  result: ComparisonResult,
  sides: readonly ComparisonSide[],
  { columns, colour }: Terminal,
): Omit<Answer, 'figures'> {
  const { manifest, interrupted } = result;
  return {
    manifest,
    json: comparisonJson(result),
    text: () => comparisonText(result, { columns, colour }),
    tables: {
      points: { table: settingsTable(sides), row: 'a side of the comparison' },
      estimates: {
        table: estimates(result),
        row: 'an estimate: a share, a mean, or a change between two sides',
      },
    },
    interrupted,
    done: result.runs,
    words: COMPARE_WORDS,
  };
}

/** Sides in the shape of `simulate --json`; numbers that do not exist are null. */
function comparisonJson(result: ComparisonResult) {
  const { manifest, runs, precision, sides, contrasts, interrupted, faults } = result;
  return {
    manifest,
    runs,
    ...(precision === null ? {} : { precision }),
    interrupted,
    sides: sides.map(({ name, result }) => ({ name, ...simulationJson(result) })),
    contrasts: contrasts.map(({ side, against, outcomes, measures }) => ({
      side,
      against,
      outcomes: outcomes.map(changeJson),
      measures: measures.map((change) => ({ ...changeJson(change), unit: change.unit })),
    })),
    ...faultsJson(faults),
  };
}

function estimates({ sides, contrasts }: ComparisonResult): Table {
  const untested = [null, null, null];
  const levels = sides.flatMap(({ name, result }) => [
    ...result.outcomes.map(({ id, share }): readonly Field[] => [
      'share',
      name,
      null,
      id,
      ...estimateFields(share),
      ...untested,
    ]),
    ...result.measures.map(({ id, mean }): readonly Field[] => [
      'mean',
      name,
      null,
      id,
      ...estimateFields(mean),
      ...untested,
    ]),
  ]);
  const changes = contrasts.flatMap(({ side, against, outcomes, measures }) =>
    [...outcomes, ...measures].map(({ id, change, p, adjusted, saved }): readonly Field[] => [
      'change',
      side,
      against,
      id,
      ...estimateFields(change),
      p,
      adjusted,
      saved,
    ]),
  );
  return {
    columns: ['kind', 'side', 'against', 'id', ...ESTIMATE_COLUMNS, 'p', 'p_holm', 'luck_saved'],
    rows: [...levels, ...changes],
  };
}
