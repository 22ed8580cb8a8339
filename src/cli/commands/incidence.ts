/** `juncture incidence`: by which day outcomes, stages and happenings come, and where runs are day by day. */
import type { Estimate } from '../../analysis/index.ts';
import {
  commandLine,
  type IncidenceResult,
  type IncidenceSide,
  incidence,
  settingWords,
} from '../../experiment/index.ts';
import {
  ESTIMATE_COLUMNS,
  estimateFields,
  type Field,
  incidenceFigures,
  incidenceText,
  settingsTable,
  type Table,
} from '../../report/index.ts';
import type { Scenario, Settings } from '../../scenario/index.ts';
import { valueJson } from '../estimate-json.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type ExperimentOptions, runExperiment } from '../experiment.ts';
import { faultsJson } from '../limits-json.ts';
import { INCIDENCE_WORDS } from '../method-words.ts';
import { pathNamed } from '../path-words.ts';
import { pointOf } from '../scenario.ts';
import { sideSettings } from '../side-words.ts';
import type { Terminal } from '../terminal.ts';

export type IncidenceOptions = ExperimentOptions & { readonly of: readonly string[] };

export async function incidenceCommand(
  named: string,
  names: readonly string[],
  options: IncidenceOptions,
  terminal: Terminal,
): Promise<void> {
  const { runs, seed, of } = options;
  await runExperiment(named, options, terminal, (scenario, settings) => {
    for (const path of of) {
      if (!scenario.outcomes.some(({ name }) => name === path)) pathNamed(scenario, path);
    }
    const sides = sidesOf(scenario, names, settings);
    return {
      scenario,
      settings,
      points: sides.map(({ point }) => point),
      runs,
      names: sides.map(({ name }) => name),
      what:
        sides.length === 1
          ? '1 point'
          : `${sides.length} sides (${sides.map(({ name }) => name).join(', ')})`,
      total: sides.length * runs,
      command: commandLine([
        'juncture',
        'incidence',
        named,
        ...names,
        '--runs',
        `${runs}`,
        '--seed',
        seed,
        ...settingWords(settings),
        ...of.flatMap((path) => ['--of', path]),
      ]),
      async ask(request, pool) {
        const result = await incidence({ ...request, sides, runs }, pool);
        const { columns, colour } = terminal;
        return {
          manifest: result.manifest,
          json: incidenceJson(result),
          text: () => incidenceText(result, { columns, colour, of, start: scenario.time.start }),
          figures: () => incidenceFigures(scenario, result, of),
          tables: {
            points: { table: settingsTable(sides), row: 'a side' },
            incidence: {
              table: byDayTable(result),
              row: 'the share of runs in which something has come by a day',
            },
            medians: { table: mediansTable(result), row: 'a median day of something' },
            occupation: { table: occupationTable(result), row: 'the share of runs in a stage on a day' },
            differences: {
              table: differencesTable(result),
              row: 'the difference of two sides in what has come by a day, on the same luck',
            },
          },
          interrupted: result.interrupted,
          done: result.runs,
          words: INCIDENCE_WORDS,
        };
      },
    };
  });
}

/** The sides that were named; without any, the file as it is with the options' settings. */
function sidesOf(scenario: Scenario, names: readonly string[], common: Settings): readonly IncidenceSide[] {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new CommandError(EXIT.usage, `'${twice}' is named twice; name different sides.`);
  return (names.length === 0 ? ['baseline'] : names).map((name) => {
    const settings = names.length === 0 ? common : sideSettings(scenario, name, common);
    return { name, settings, point: pointOf(scenario, settings) };
  });
}

const shareJson = ({ value, low, high }: Estimate) => ({ share: value, low, high });

/** Of JSON's numbers none is infinite: a half that lies beyond the horizon is null. */
const finite = (estimate: Estimate | null) => {
  const { value, low, high } = valueJson(estimate);
  const known = (end: number | null): number | null => (end !== null && Number.isFinite(end) ? end : null);
  return { value: known(value), low: known(low), high: known(high) };
};

function incidenceJson(result: IncidenceResult) {
  const { manifest, runs, days, sides, contrasts, faults, interrupted } = result;
  return {
    manifest,
    runs,
    interrupted,
    days,
    sides: sides.map(({ name, curves, regions }) => ({
      name,
      curves: curves.map(({ kind, id, label, classed, byDay, median, half }) => ({
        kind,
        id,
        label,
        at_horizon_only: classed,
        by_day: byDay.map(shareJson),
        median_day: finite(median),
        half_of_runs_by: finite(half),
      })),
      stages: regions.map(({ id, stages }) => ({
        id,
        stages: stages.map(({ path, label, shares }) => ({ path, label, shares })),
      })),
    })),
    contrasts: contrasts.map(({ side, against, changes }) => ({
      side,
      against,
      changes: changes.map(({ kind, id, label, byDay }) => ({
        kind,
        id,
        label,
        by_day: byDay.map(({ value, low, high }) => ({ change: value, low, high })),
      })),
    })),
    ...faultsJson(faults),
  };
}

function byDayTable({ sides, days }: IncidenceResult): Table {
  return {
    columns: ['point', 'kind', 'id', 'day', ...ESTIMATE_COLUMNS],
    rows: sides.flatMap(({ curves }, point) =>
      curves.flatMap(({ kind, id, byDay }) =>
        byDay.map((share, state): readonly Field[] => [
          point,
          kind,
          id,
          days[state] as number,
          ...estimateFields(share),
        ]),
      ),
    ),
  };
}

function mediansTable({ sides }: IncidenceResult): Table {
  return {
    columns: ['point', 'kind', 'id', 'of', ...ESTIMATE_COLUMNS],
    rows: sides.flatMap(({ curves }, point) =>
      curves.flatMap(({ kind, id, median, half }): readonly (readonly Field[])[] => [
        [point, kind, id, 'runs that have it', ...estimateFields(median)],
        [point, kind, id, 'all runs', ...estimateFields(half)],
      ]),
    ),
  };
}

function occupationTable({ sides, days }: IncidenceResult): Table {
  return {
    columns: ['point', 'region', 'stage', 'day', 'value'],
    rows: sides.flatMap(({ regions }, point) =>
      regions.flatMap((region) =>
        region.stages.flatMap(({ path, shares }) =>
          shares.map((share, state): readonly Field[] => [
            point,
            region.id,
            path,
            days[state] as number,
            share,
          ]),
        ),
      ),
    ),
  };
}

function differencesTable({ contrasts, days }: IncidenceResult): Table {
  return {
    columns: ['point', 'against', 'kind', 'id', 'day', ...ESTIMATE_COLUMNS],
    rows: contrasts.flatMap(({ changes }, i) =>
      changes.flatMap(({ kind, id, byDay }) =>
        byDay.map((change, state): readonly Field[] => [
          i + 1,
          0,
          kind,
          id,
          days[state] as number,
          ...estimateFields(change),
        ]),
      ),
    ),
  };
}
