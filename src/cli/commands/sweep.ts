/** `juncture sweep`: outcomes along one or two parameters, decisions, shocks, or the variants. */
import {
  type Axis,
  commandLine,
  type SweepResult,
  settingsAlong,
  settingWords,
  sweep,
} from '../../experiment/index.ts';
import {
  ESTIMATE_COLUMNS,
  estimateFields,
  type Field,
  settingsTable,
  sweepFigures,
  sweepText,
  type Table,
} from '../../report/index.ts';
import { axisOf } from '../axis-words.ts';
import { changeJson, shareJson, valueJson } from '../estimate-json.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type ExperimentOptions, runExperiment } from '../experiment.ts';
import { faultsJson } from '../limits-json.ts';
import { SWEEP_WORDS } from '../method-words.ts';
import { outcomeNamed } from '../outcome-words.ts';
import { precisionOf, precisionWords } from '../precision-words.ts';
import { pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

export type SweepOptions = ExperimentOptions & {
  readonly over: readonly string[];
  readonly outcome?: string;
};

/** Of a place: three digits say which it is. */
const placeName = (value: number | string): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(3))) : value;

/** Values along an axis when nobody says: more on one than on each of two. */
const ALONE = 9;
const OF_TWO = 7;

export async function sweepCommand(named: string, options: SweepOptions, terminal: Terminal): Promise<void> {
  const { runs, seed, over, outcome } = options;
  if (over.length < 1 || over.length > 2) {
    throw new CommandError(
      EXIT.usage,
      over.length === 0
        ? 'Say what to move, such as: juncture sweep FILE --over loyalty=0.2:0.9:8'
        : 'A sweep moves one or two things. For more, juncture sensitivity says which of them matter.',
    );
  }
  await runExperiment(named, options, terminal, (scenario, settings) => {
    const axes = over.map((text) => axisOf(scenario, text, over.length === 1 ? ALONE : OF_TWO));
    if (outcome !== undefined) outcomeNamed(scenario, outcome);
    const precision = precisionOf(scenario, options.precision);
    const places = settingsAlong(settings, axes).map((place) => ({
      ...place,
      name: place.values.join(', '),
      point: pointOf(scenario, place.settings),
    }));
    return {
      scenario,
      settings,
      points: places.map(({ point }) => point),
      runs,
      names: places.map(({ values }) =>
        values.map((value, i) => `${axes[i]!.factor.name} ${placeName(value)}`).join(', '),
      ),
      what: `${places.length} points`,
      total: places.length * runs,
      command: commandLine([
        'juncture',
        'sweep',
        named,
        ...over.flatMap((text) => ['--over', text]),
        '--runs',
        `${runs}`,
        ...precisionWords(options.precision),
        '--seed',
        seed,
        ...settingWords(settings),
        ...(outcome === undefined ? [] : ['--outcome', outcome]),
      ]),
      async ask(request, pool) {
        const result = await sweep({ ...request, axes, places, runs, precision }, pool);
        const { columns, colour } = terminal;
        return {
          manifest: result.manifest,
          json: sweepJson(result),
          text: () => sweepText(result, { columns, colour, outcome }),
          figures: () => sweepFigures(scenario, result, outcome),
          tables: {
            points: { table: settingsTable(places), row: 'a point of the sweep' },
            estimates: { table: estimates(result, axes), row: 'a share or a mean at a point' },
          },
          interrupted: result.interrupted,
          done: result.runs,
          words: SWEEP_WORDS,
        };
      },
    };
  });
}

function sweepJson({ manifest, runs, precision, axes, points, ends, faults, interrupted }: SweepResult) {
  return {
    manifest,
    runs,
    ...(precision === null ? {} : { precision }),
    interrupted,
    axes,
    points: points.map(({ values, outcomes, measures }) => ({
      values: Object.fromEntries(axes.map(({ name }, i) => [name, values[i]])),
      outcomes: outcomes.map(({ id, label, share }) => shareJson(id, label, share)),
      measures: measures.map(({ id, label, unit, mean, missing }) => {
        const { value, low, high } = valueJson(mean);
        return { id, label, unit, mean: value, low, high, missing };
      }),
    })),
    ends: ends?.map(changeJson) ?? null,
    ...faultsJson(faults),
  };
}

function estimates({ points }: SweepResult, axes: readonly Axis[]): Table {
  return {
    columns: ['point', ...axes.map(({ factor }) => factor.name), 'kind', 'id', ...ESTIMATE_COLUMNS],
    rows: points.flatMap(({ values, outcomes, measures }, point) => [
      ...outcomes.map(({ id, share }): readonly Field[] => [
        point,
        ...values,
        'share',
        id,
        ...estimateFields(share),
      ]),
      ...measures.map(({ id, mean }): readonly Field[] => [
        point,
        ...values,
        'mean',
        id,
        ...estimateFields(mean),
      ]),
    ]),
  };
}
