/** View 2, day by day: one region's stages stacked over time, large, with a legend that says the numbers. */
import {
  atRight,
  cell,
  columnOfDay,
  dayTicks,
  EMPTY_ROW,
  FAINT,
  gap,
  heading,
  padRow,
  type Row,
  STRONG,
  spread,
  textWidth,
  tickLabels,
  tickLine,
} from '../../../report/index.ts';
import type { State } from '../state.ts';
import type { Body, BodySize } from './body.ts';
import { HEADED_FROM, legendBelow, legendTable } from './legend.ts';
import { type RegionStage, regionStages } from './region-stages.ts';
import { type Band, stackRows } from './stack.ts';

const SCALE = 5;
/** From this width on the legend stands at the right, with more numbers. */
const LEGEND_BESIDE = 100;
const SMALLEST_CHART = 4;

export function daysBody(state: State, size: BodySize & { readonly colour: boolean }): Body {
  const { columns, rows, colour } = size;
  const stages = regionStages(state, state.region).filter(({ leaf }) => leaf);
  const title = titleRow(state, size);
  const beside = columns >= LEGEND_BESIDE;
  const legend = beside ? legendTable(state, stages, columns) : legendBelow(state, stages, size);
  const legendWidth = beside
    ? Math.max(0, ...legend.map((row) => row.reduce((sum, { text }) => sum + textWidth(text), 0)))
    : 0;
  const marks = state.history ? 1 : 0;
  const below = 2 + marks + (beside ? 0 : legend.length);
  const chart = {
    columns: columns - SCALE - 2 - (beside ? legendWidth + 2 : 0),
    rows: Math.max(SMALLEST_CHART, rows - 1 - below),
    colour,
  };
  const drawn = chartRows(state, stages, chart);
  if (!beside) return { pinned: [], rows: [title, ...drawn, ...legend] };
  const width = SCALE + chart.columns + 2;
  const height = Math.max(drawn.length, legend.length);
  const joined = Array.from(
    { length: height },
    (_, index): Row => [...padRow(drawn[index] ?? EMPTY_ROW, width), gap(1), ...(legend[index] ?? EMPTY_ROW)],
  );
  return { pinned: [], rows: [title, ...joined] };
}

function titleRow(state: State, { columns, rows }: BodySize): Row {
  const { regions } = state.result;
  const name = heading(regions[state.region]?.label ?? '');
  const place = regions.length > 1 ? `region ${state.region + 1} of ${regions.length} ` : '';
  const left = [
    gap(1),
    cell(name, STRONG),
    cell(rows < HEADED_FROM ? '  share of runs; of 100 at the end' : '  share of runs in each stage', FAINT),
  ];
  return spread(left, [cell(place, FAINT)], columns);
}

interface ChartSize {
  readonly columns: number;
  readonly rows: number;
  readonly colour: boolean;
}

/** The chart between its scale and its axis of dates, and under them the days of history where they are shown. */
function chartRows(state: State, stages: readonly RegionStage[], size: ChartSize): readonly Row[] {
  const { columns, rows } = size;
  const { start, horizonDays } = state.scenario.time;
  const ticks = dayTicks(start, horizonDays, columns);
  const bands: readonly Band[] = stages;
  const stack =
    state.result.runs === 0 || bands.length === 0
      ? Array.from({ length: rows }, (): Row => [cell('·'.repeat(columns), FAINT)])
      : stackRows(bands, size);
  const scaled = stack.map(
    (row, index): Row => [
      cell(atRight(scaleMark(index, rows), SCALE - 1), FAINT),
      cell(index === 0 || scaleMark(index, rows) !== '' ? '┤' : '│', FAINT),
      ...row,
    ],
  );
  return [
    ...scaled,
    [cell(atRight('0', SCALE - 1), FAINT), cell('└', FAINT), cell(tickLine(ticks, columns), FAINT)],
    [gap(SCALE), cell(tickLabels(ticks, columns), FAINT)],
    ...(state.history ? [historyRow(state, columns)] : []),
  ];
}

/** Marks at full, three quarters, half and a quarter, where they do not stand on each other's toes. */
function scaleMark(row: number, rows: number): string {
  if (row === 0) return '100';
  if (row === Math.round(rows / 2)) return '50';
  if (rows < 12) return '';
  if (row === Math.round(rows / 4)) return '75';
  return row === Math.round((3 * rows) / 4) ? '25' : '';
}

const HISTORY = 'what really happened';

function historyRow(state: State, columns: number): Row {
  const { timeline, time } = state.scenario;
  const marks = new Set(
    timeline.flatMap(({ from }) => (from === null ? [] : [columnOfDay(from, time.horizonDays, columns)])),
  );
  const line = Array.from({ length: columns }, (_, column) => (marks.has(column) ? '▲' : ' ')).join('');
  const word = line.lastIndexOf('▲') + 2;
  const said = word + HISTORY.length <= columns ? line.slice(0, word) + HISTORY : line;
  return [gap(SCALE), cell(said, { hue: 'yellow' })];
}
