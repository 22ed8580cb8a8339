/** The answer of `incidence` as text: what comes by which day, and where the crisis is day by day. */
import type { Estimate } from '../../analysis/index.ts';
import type { CurveHead, IncidenceCurve, IncidenceResult } from '../../experiment/index.ts';
import { stageLabelWidth, stagesPanel } from '../panels/index.ts';
import {
  CANNOT_TELL,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  grouped,
  lineChart,
  ofHundred,
  outcomeLooks,
  type Row,
  rounded,
  STRONG,
} from '../text/index.ts';
import { changeRange, changeText } from './estimate-words.ts';
import { faultRows } from './faults-rows.ts';
import { paragraph } from './paragraph.ts';
import { type PlainTable, tableRows } from './plain-table.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

export interface IncidenceTextOptions extends PlainOptions {
  /** The scenario's start (ISO 8601 without zone), for dates under the charts. */
  readonly start: string;
  /** Outcomes, and paths of stages and happenings, to show; empty: all that come in some run. All outcomes where none is named. */
  readonly of: readonly string[];
}

/** Days that the tables show: so many parts of the time to the horizon. */
const PARTS = 4;
const CHART_ROWS = 10;

type Side = IncidenceResult['sides'][number];

/** Ends with a line feed; only commands are wider than `columns`. */
export function incidenceText(result: IncidenceResult, options: IncidenceTextOptions): string {
  const columns = Math.max(40, options.columns);
  const { sides, manifest, faults } = result;
  const [first] = sides;
  const parts: readonly (readonly Row[])[] = [
    head(result, columns),
    ...(sides.length === 1 && first !== undefined
      ? oneSide(result, first, options, columns)
      : manySides(result, options, columns)),
    paragraph(
      'Median day: half of the runs that have it have it by then. Half by: half of all runs have it by then; a dot: not before ' +
        'the horizon. A run that ends otherwise never has what had not come: endings compete. Each interval holds for its day ' +
        'alone; it is the Monte Carlo error, and more runs make it smaller.',
      columns,
      FAINT,
    ),
    faultRows(faults, columns),
  ];
  return writeAnswer(parts, manifest.command, { ...options, columns });
}

function head(
  { manifest, title, runs, sides, interrupted }: IncidenceResult,
  columns: number,
): readonly Row[] {
  const settings = settingsLine(manifest);
  const of = interrupted ? ` of ${grouped(manifest.runs)}` : '';
  const each = sides.length === 1 ? '' : ` of each of ${sides.length} sides, with the same luck on all`;
  return [
    ...paragraph(title, columns, STRONG),
    ...paragraph(
      `What comes by which day: ${grouped(runs)}${of} runs${each} · seed ${clean(manifest.seed)}`,
      columns,
    ),
    ...(settings === '' ? [] : paragraph(settings, columns)),
  ];
}

/** Indexes of the states at the ends of equal parts of the time, on whole days where there are so many. */
const shownStates = ({ days }: IncidenceResult): readonly number[] => {
  const last = days.length - 1;
  const horizon = days[last] as number;
  const all = Array.from({ length: PARTS }, (_, i) => {
    const day = ((i + 1) * horizon) / PARTS;
    return Math.round(((horizon < PARTS ? day : Math.round(day)) / horizon) * last);
  });
  return [...new Set(all)].filter((state) => state > 0);
};

const dayHeads = ({ days }: IncidenceResult, states: readonly number[]): readonly string[] =>
  states.map((state, i) => `${i === 0 ? 'day ' : ''}${rounded(days[state] as number, 0)}`);

function oneSide(
  result: IncidenceResult,
  { curves, regions, completed }: Side,
  options: IncidenceTextOptions,
  columns: number,
): readonly (readonly Row[])[] {
  const endings = endingsOf(curves, options.of);
  const horizonDays = result.days.at(-1) as number;
  const areas = regions.map((region) => ({
    runs: completed,
    horizonDays,
    start: options.start,
    region: { label: region.label },
    stages: region.stages.map((stage) => ({ ...stage, look: null })),
    height: 1,
  }));
  const label = stageLabelWidth(areas, columns);
  return [
    tableRows(dayTable(result, 'ENDINGS of 100 runs', endings), columns),
    endingsChart(result, { endings, all: endingsOf(curves, []) }, columns),
    ...(['stage', 'happening'] as const).map((kind) =>
      tableRows(
        dayTable(
          result,
          kind === 'stage' ? 'FIRST ENTERED of 100 runs' : 'FIRST HAPPENED of 100 runs',
          curves.filter((curve) => curve.kind === kind && isShown(curve, options.of)),
        ),
        columns,
      ),
    ),
    paragraph('Where runs are, day by day; at the right, of 100 runs at the end.', columns, FAINT),
    ...areas.map((area) => stagesPanel(area, label, columns)),
  ];
}

/** The endings' shares as curves over the days, each with the sign of its name below. */
function endingsChart(
  { days }: IncidenceResult,
  { endings, all }: { readonly endings: readonly IncidenceCurve[]; readonly all: readonly IncidenceCurve[] },
  columns: number,
): readonly Row[] {
  const come = endings.filter(({ classed, median }) => !classed && median !== null);
  if (come.length === 0) return [];
  const looks = outcomeLooks(all.map(() => ({ colour: null })));
  const curves = come.map((curve) => ({ look: looks[all.indexOf(curve)]!, shares: curve.byDay }));
  const highest = Math.max(...come.map(({ byDay }) => byDay.at(-1)!.value));
  const top = Math.min(1, Math.ceil(20 * highest) / 20);
  const chart = lineChart(
    { places: days, curves, focus: -1, mark: null, top },
    { columns: columns - 2, rows: CHART_ROWS },
  );
  const names = come.map(({ label }, i) => `${curves[i]!.look.sign} ${clean(label)}`).join(' · ');
  return [
    ...paragraph(
      `Of 100 runs, ended so by then, from the start to day ${dayText(days.at(-1)!)}: ${names}`,
      columns,
      FAINT,
    ),
    ...chart.map((row): Row => [gap(1), ...row]),
  ];
}

/** The outcomes that are named; all where none is. */
function endingsOf(curves: readonly IncidenceCurve[], of: readonly string[]): readonly IncidenceCurve[] {
  const all = curves.filter(({ kind }) => kind === 'outcome');
  const named = all.filter(({ id }) => of.includes(id));
  return named.length > 0 ? named : all;
}

/** What some run has, and did not begin with. */
const isShown = (curve: IncidenceCurve, of: readonly string[]): boolean =>
  of.length > 0 ? of.includes(curve.id) : curve.median !== null && curve.byDay[0]!.value < 1;

const lineOf = (label: string, { byDay }: IncidenceCurve) => ({
  label,
  depth: 0,
  shares: byDay.map(({ value }) => value),
  look: null,
});

function dayTable(result: IncidenceResult, title: string, curves: readonly IncidenceCurve[]): PlainTable {
  const states = shownStates(result);
  return {
    head: [title, ...dayHeads(result, states), 'median day (95 %)', 'half by'],
    rows: curves.map((curve) => ({
      label: curve.label,
      cells: curve.classed
        ? [...states.slice(1).map(() => ''), ofHundred(curve.byDay.at(-1)!), 'at the horizon', '']
        : [...states.map((state) => ofHundred(curve.byDay[state]!)), ...medianCells(curve)],
      style: curve.kind === 'outcome' ? STRONG : {},
    })),
  };
}

function medianCells({ median, half }: IncidenceCurve): readonly string[] {
  const beyond = half === null || half.value === Infinity ? CANNOT_TELL : dayText(half.value);
  return [medianText(median), beyond];
}

const medianText = (median: Estimate | null): string =>
  median === null ? CANNOT_TELL : `${dayText(median.value)}${daysRange(median)}`;

const dayText = (days: number): string => rounded(Number(days.toPrecision(3)), 0);

/** Too few runs have it to say: then nothing. */
const daysRange = ({ low, high }: Estimate): string =>
  Number.isFinite(low + high) ? ` (${dayText(low)}–${dayText(high)})` : '';

function manySides(
  result: IncidenceResult,
  { of, start }: IncidenceTextOptions,
  columns: number,
): readonly (readonly Row[])[] {
  const { sides } = result;
  const endings = endingsOf(sides[0]?.curves ?? [], of);
  const wanted = (sides[0]?.curves ?? []).flatMap((curve, i) =>
    (endings.includes(curve) && !curve.classed) || of.includes(curve.id) ? [i] : [],
  );
  const horizonDays = result.days.at(-1) as number;
  const panels = wanted.map((i) => ({
    region: { label: sides[0]!.curves[i]!.label },
    stages: sides.map(({ name, curves }) => lineOf(name, curves[i]!)),
    runs: result.runs,
    horizonDays,
    start,
    height: 1,
  }));
  const label = stageLabelWidth(panels, columns);
  return [
    paragraph(
      'The widest change is the largest of all days, and flattered by that: --json and --out have every day.',
      columns,
      FAINT,
    ),
    ...wanted.map((i, at) => [
      ...stagesPanel(panels[at]!, label, columns),
      EMPTY_ROW,
      ...tableRows(sidesTable(result, i), columns),
    ]),
  ];
}

/** One curve on every side by day, its median, and the change against the first side where it is widest. */
function sidesTable(result: IncidenceResult, curve: number): PlainTable {
  const { sides, contrasts, days } = result;
  const states = shownStates(result);
  return {
    head: ['of 100 runs', ...dayHeads(result, states), 'median', 'widest change (95 %)'],
    rows: sides.map(({ name, curves }, side) => {
      const { byDay, median } = curves[curve]!;
      const change = side === 0 ? null : widest(contrasts[side - 1]!.changes[curve]!);
      return {
        label: name,
        cells: [
          ...states.map((state) => ofHundred(byDay[state]!)),
          median === null ? CANNOT_TELL : dayText(median.value),
          change === null
            ? ''
            : `${changeText(change.estimate, 100)} (${changeRange(change.estimate, 100)}), day ${dayText(days[change.state]!)}`,
        ],
      };
    }),
  };
}

/** The day on which two sides lie furthest apart; the first of several. */
function widest({ byDay }: CurveHead & { readonly byDay: readonly Estimate[] }): {
  readonly state: number;
  readonly estimate: Estimate;
} {
  const state = byDay.reduce(
    (best, { value }, i) => (Math.abs(value) > Math.abs(byDay[best]!.value) ? i : best),
    0,
  );
  return { state, estimate: byDay[state] as Estimate };
}
