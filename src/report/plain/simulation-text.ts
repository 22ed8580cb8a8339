/** The whole answer of `simulate` as text, for pipes, files and people without a screen. */
import type { SimulationResult } from '../../experiment/index.ts';
import {
  assumptionsLine,
  assumptionsPanel,
  happeningsPanel,
  measureBlock,
  measureHeading,
  measureTable,
  outcomesPanel,
  stageLabelWidth,
  stagesPanel,
} from '../panels/index.ts';
import {
  cell,
  cleanParagraph,
  cutRow,
  EMPTY_ROW,
  errorOf,
  errorText,
  FAINT,
  gap,
  grouped,
  type Row,
  STRONG,
  wrap,
} from '../text/index.ts';
import { precisionRows } from './precision-rows.ts';
import { rareHintRows } from './rare-hint.ts';
import { seedWords, settingsLine } from './settings-line.ts';
import { type PlainOptions, writeRows } from './write-rows.ts';

export interface SimulationTextOptions extends PlainOptions {
  /** The scenario's start (ISO 8601 without zone), for dates; left out, days are numbered. */
  readonly start?: string;
}

/** Every part of the result in reading order, wrapped to `columns`; ends with a line feed. */
export function simulationText(result: SimulationResult, options: SimulationTextOptions): string {
  const columns = Math.max(40, options.columns);
  const start = options.start ?? null;
  const parts: readonly (readonly Row[])[] = [
    head(result, columns),
    outcomesPanel(result.outcomes, columns),
    ...regionParts(result, start, columns),
    measuresPart(result, columns),
    happenedPart(result, start, columns),
    assumptionsPart(result, columns),
  ];
  const rows = parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [EMPTY_ROW, ...part]))
    .map((row) => cutRow(row, columns));
  const rare = rareHintRows(result, columns);
  const hint = rare.length === 0 ? [] : [EMPTY_ROW, ...rare];
  const end = [...hint, ...faultsPart(result, columns), EMPTY_ROW, ...again(result, columns)];
  return writeRows([...rows, ...end], { ...options, columns });
}

const lines = (text: string, columns: number, style = {}): readonly Row[] =>
  wrap(text, columns - 2).map((line) => [gap(1), cell(line, style)]);

function head(result: SimulationResult, columns: number): readonly Row[] {
  const { manifest, runs, outcomes } = result;
  const errors = outcomes.map(({ share }) => errorOf(share));
  const stopped =
    runs < manifest.runs ? `${grouped(runs)} of ${grouped(manifest.runs)} runs` : `${grouped(runs)} runs`;
  const error = runs === 0 ? '' : `, each share to about ±${errorText(Math.max(0, ...errors))} of 100`;
  const settings = settingsLine(manifest);
  return [
    ...lines(result.title, columns, STRONG),
    ...lines(`${stopped}${error}`, columns),
    ...lines(`${assumptionsLine(result.parameters)} · ${seedWords(manifest.seed)}`, columns),
    ...(settings === '' ? [] : lines(settings, columns)),
    ...precisionRows(result.precision, columns),
    ...(runs < manifest.runs
      ? lines(
          runs === 0
            ? 'Stopped before the first run.'
            : 'Stopped early: what follows rests on the runs that were done.',
          columns,
        )
      : []),
  ];
}

function regionParts(
  result: SimulationResult,
  start: string | null,
  columns: number,
): readonly (readonly Row[])[] {
  const horizonDays = result.days[result.days.length - 1] ?? 0;
  const panels = result.regions.map((region) => {
    const stages = region.stages.map((stage) => ({ ...stage, look: null }));
    return { region, stages, runs: result.runs, horizonDays, start, height: 1 };
  });
  if (panels.length === 0) return [];
  const label = stageLabelWidth(panels, columns);
  return [
    [
      [gap(1), cell('DAY BY DAY', STRONG)],
      ...lines('The share of runs in each stage; at the right, of 100 runs at the end.', columns, FAINT),
    ],
    ...panels.map((panel) => stagesPanel(panel, label, columns)),
  ];
}

/** Narrower than this, blocks of words and pictures side by side have no room. */
const BLOCKS_FROM = 72;

function measuresPart({ measures, runs }: SimulationResult, columns: number): readonly Row[] {
  if (measures.length === 0) return [];
  if (columns < BLOCKS_FROM) return measureTable(measures, runs, columns);
  const blocks = measures.flatMap((measure): readonly Row[] => [
    ...measureBlock(measure, runs, columns),
    EMPTY_ROW,
  ]);
  return [measureHeading(columns), ...blocks.slice(0, -1)];
}

function happenedPart(result: SimulationResult, start: string | null, columns: number): readonly Row[] {
  if (result.happenings.length === 0 && result.decisions.length === 0) return [];
  const { happenings, decisions, regions } = result;
  return happeningsPanel({ happenings, decisions, regions, start, history: new Map() }, columns);
}

function assumptionsPart({ parameters }: SimulationResult, columns: number): readonly Row[] {
  if (parameters.length === 0) return [];
  return assumptionsPanel({ parameters, pictures: parameters.map(() => null) }, columns);
}

const MOST_FAULTS = 10;

function faultsPart({ faults }: SimulationResult, columns: number): readonly Row[] {
  if (faults.length === 0) return [];
  const count = faults.length === 1 ? '1 run had a fault' : `${grouped(faults.length)} runs had faults`;
  const rest = faults.length - MOST_FAULTS;
  return [
    EMPTY_ROW,
    [gap(1), cell('FAULTS', STRONG), cell(`  ${count}`, FAINT)],
    ...faults
      .slice(0, MOST_FAULTS)
      .flatMap(({ run, message, command }) => [
        ...lines(`! Run ${grouped(run)}: ${message}`, columns),
        [gap(3), cell(cleanParagraph(command), FAINT)],
      ]),
    ...(rest > 0 ? lines(`… and ${grouped(rest)} more`, columns) : []),
  ];
}

/** Commands are never wrapped: they are there to be copied. */
function again({ manifest, engine }: SimulationResult, columns: number): readonly Row[] {
  return [
    ...lines('The same seed and version give the same numbers, to the last digit:', columns, FAINT),
    [gap(1), cell(cleanParagraph(manifest.command))],
    ...lines(
      `juncture ${manifest.version}, ${engine === 'kernel' ? 'generated kernel' : 'XState machine'}, scenario ${manifest.scenario_hash.slice(0, 12)}`,
      columns,
      FAINT,
    ),
  ];
}
