/** Where the runs stand, day by day: one row a stage, and the days on which history had its turns. */
import {
  areaRows,
  atLeft,
  cell,
  clean,
  clip,
  columnOfDay,
  dayTicks,
  FAINT,
  gap,
  heading,
  type Row,
  STRONG,
  textWidth,
  tickLabels,
} from '../../../report/index.ts';
import { stackRows } from '../../state/views/stack.ts';
import type { LabState } from '../state.ts';
import { legendRows } from './legend.ts';
import type { PaneSize } from './list.ts';
import { type LabStage, labStages } from './stages.ts';

const LEAST_LABEL = 10;
const HISTORY = 'what happened';

/** As many stages of the region as `rows` hold, between a heading with dates and the marks of history. */
export function daysPane(state: LabState, { columns, rows }: PaneSize): readonly Row[] {
  const stages = shownStages(state, rows - 2);
  const label = labelWidth(stages, columns);
  const chart = columns - label - 3;
  const { start, horizonDays } = state.scenario.time;
  const dates = tickLabels(dayTicks(start, horizonDays, chart), chart);
  const height = Math.max(1, Math.min(3, Math.floor((rows - 2) / Math.max(1, stages.length))));
  const lines = stages.flatMap((stage): readonly Row[] => {
    const area =
      stage.shares === null
        ? [...Array.from({ length: height - 1 }, () => ' '.repeat(chart)), '·'.repeat(chart)]
        : areaRows(stage.shares, { width: chart, height });
    return area.map(
      (text, row): Row => [
        gap(1),
        cell(atLeft(row === height - 1 ? nameOf(stage, label) : '', label)),
        gap(1),
        cell(text, stage.shares === null ? FAINT : { hue: stage.look.hue }),
      ],
    );
  });
  return [headRow(state, label, dates), ...lines, ...historyRow(state, label, chart)].slice(
    0,
    Math.max(0, rows),
  );
}

/** The same, large: all stages of the region on top of each other, with a legend. */
export function stackedPane(state: LabState, size: PaneSize): readonly Row[] {
  const { columns, rows } = size;
  const stages = labStages(state).filter(({ isLeaf }) => isLeaf);
  const legend = legendRows(stages, columns);
  const height = rows - 2 - legend.length;
  if (state.now === null || height < 3) return daysPane(state, size);
  const chart = columns - 2;
  const bands = stages.map(({ look, shares }) => ({ look, shares: shares ?? [0] }));
  const { start, horizonDays } = state.scenario.time;
  const dates = tickLabels(dayTicks(start, horizonDays, chart), chart);
  return [
    [gap(1), cell(clip(regionTitle(state), columns - 2), STRONG)],
    ...stackRows(bands, { columns: chart, rows: height - 1, colour: state.colour }).map(
      (row): Row => [gap(1), ...row],
    ),
    [gap(1), ...datesRow(state, dates, chart)],
    ...historyRow(state, -1, chart),
    ...legend,
  ];
}

const regionTitle = (state: LabState): string => {
  const region = state.scenario.regions[state.region];
  return heading(region?.label ?? 'Day by day');
};

/** The dates, with a sign under the marked day where it can be marked. */
function datesRow({ day, tab, scenario }: LabState, dates: string, chart: number): Row {
  if (day === null || tab !== 'days') return [cell(dates, FAINT)];
  const at = columnOfDay(day, scenario.time.horizonDays, chart);
  const line = dates.padEnd(at + 1);
  return [
    cell(line.slice(0, at), FAINT),
    cell('↑', { hue: 'orange', tone: 'strong' }),
    cell(line.slice(at + 1), FAINT),
  ];
}

function headRow(state: LabState, label: number, dates: string): Row {
  const title = regionTitle(state);
  return [
    gap(1),
    cell(atLeft(clip(title, label), label), STRONG),
    gap(1),
    ...datesRow(state, dates, textWidth(dates)),
  ];
}

/**
 * Leaves that end no run; where there is no room for all, the region's own stages; of these, too, those in which most
 * runs ever are.
 */
function shownStages(state: LabState, room: number): readonly LabStage[] {
  const going = labStages(state).filter(({ ends }) => !ends);
  const leaves = going.filter(({ isLeaf }) => isLeaf);
  if (leaves.length <= room) return leaves;
  const own = going.filter(({ isOwn }) => isOwn);
  const stages = own.length > 1 ? own : leaves;
  if (stages.length <= room) return stages;
  const peaks = stages.map(({ shares }) => Math.max(0, ...(shares ?? [])));
  const order = stages.map((_, index) => index).sort((a, b) => peaks[b]! - peaks[a]! || a - b);
  const kept = new Set(order.slice(0, Math.max(0, room)));
  return stages.filter((_, index) => kept.has(index));
}

function labelWidth(stages: readonly LabStage[], columns: number): number {
  const widest = Math.max(LEAST_LABEL, HISTORY.length, ...stages.map(({ label }) => textWidth(clean(label))));
  return Math.min(widest, Math.max(LEAST_LABEL, Math.floor(columns * 0.42)));
}

function nameOf({ label, path }: LabStage, width: number): string {
  const words = clean(label);
  const name = path.slice(path.lastIndexOf('.') + 1).replaceAll('_', ' ');
  return textWidth(words) <= width ? words : clip(name, width);
}

function historyRow(state: LabState, label: number, chart: number): readonly Row[] {
  const { timeline, time } = state.scenario;
  if (timeline.length === 0) return [];
  const marks = new Set(
    timeline.flatMap(({ from }) => (from === null ? [] : [columnOfDay(from, time.horizonDays, chart)])),
  );
  const line = Array.from({ length: chart }, (_, column) => (marks.has(column) ? '▲' : ' ')).join('');
  if (label < 0) return [[gap(1), cell(line, { hue: 'yellow' })]];
  return [[gap(1), cell(atLeft(HISTORY, label), FAINT), gap(1), cell(line, { hue: 'yellow' })]];
}
