/** The chart of stages, region beside region: those that are active lit, the others dim. A sign says the same as the light. */
import {
  atLeft,
  cell,
  clip,
  EMPTY_ROW,
  FAINT,
  gap,
  padRow,
  type Row,
  STRONG,
  type Style,
  textWidth,
} from '../../../report/index.ts';
import type { PresentState } from '../state.ts';
import { type ChartRegion, type ChartStage, chartRegions } from '../words.ts';
import type { PaneSize } from './story.ts';

const LIT = '●';
const DIM = '○';
const LIGHT: Style = { hue: 'yellow', tone: 'strong' };

/** A narrower column would cut most names. */
const LEAST_COLUMN = 18;
const WIDEST_COLUMN = 36;
const LEAST_STRIP = 36;

/**
 * Every stage by name where there is room; else without those that would end the run; else a row a region, its stages as
 * signs in their order and the active one by name. Never more than `rows`.
 */
export function chartRows(state: PresentState, { columns, rows }: PaneSize): readonly Row[] {
  const regions = chartRegions(state);
  return (
    besideEachOther(regions, { columns, rows }) ??
    besideEachOther(withoutEnds(regions), { columns, rows }) ??
    strips(regions, columns).slice(0, rows)
  );
}

/** The chart alone on the screen: what would end the run is left out where all else then fits. */
export function chartPage(state: PresentState, { columns, rows }: PaneSize): readonly Row[] {
  const regions = chartRegions(state);
  const room = rows - 2;
  const whole = besideEachOther(regions, { columns, rows: room });
  const going = whole ?? besideEachOther(withoutEnds(regions), { columns, rows: room });
  const left = whole === null && going !== null ? '  stages that end the run are left out' : '';
  return [
    [gap(1), cell('WHERE IT STANDS', STRONG), cell(`  ${LIT} active  ${DIM} not${left}`, FAINT)],
    EMPTY_ROW,
    ...(going ?? besideEachOther(regions, { columns, rows: Number.POSITIVE_INFINITY }) ?? []),
  ];
}

/** A row a region, two beside each other where the screen is wide enough. */
export function chartStrips(state: PresentState, columns: number): readonly Row[] {
  const regions = chartRegions(state);
  if (columns < 2 * LEAST_STRIP) return strips(regions, columns);
  const width = Math.floor(columns / 2);
  const rows = strips(regions, width - 1);
  const half = Math.ceil(rows.length / 2);
  return rows.slice(0, half).map((row, at): Row => [...padRow(row, width), ...(rows[half + at] ?? [])]);
}

const withoutEnds = (regions: readonly ChartRegion[]): readonly ChartRegion[] =>
  regions.map((region) => ({
    ...region,
    stages: region.stages.filter(({ ends, isActive }) => isActive || !ends),
  }));

/**
 * The regions in columns, in their order; null where they do not fit. As many columns as leave every name whole; where
 * some name must be cut, as few as will do.
 */
function besideEachOther(
  regions: readonly ChartRegion[],
  { columns, rows }: PaneSize,
): readonly Row[] | null {
  const most = Math.max(1, Math.min(regions.length, Math.floor((columns - 1) / LEAST_COLUMN)));
  const blocks = regions.map(({ stages }) => stages.length + 1);
  const counts = Array.from({ length: most }, (_, at) => at + 1);
  const tallest = Number.isFinite(rows) ? rows : lowestHeight(blocks, most);
  const fitting = counts.filter((one) => lowestHeight(blocks, one) <= tallest);
  const widest = Math.max(...regions.map(widthOf));
  const count = fitting.findLast((one) => Math.floor((columns - 1) / one) >= widest) ?? fitting[0];
  if (count === undefined) return null;
  const stacks = stackedIn(regions, lowestHeight(blocks, count));
  const width = Math.min(WIDEST_COLUMN, Math.floor((columns - 1) / stacks.length));
  const drawn = stacks.map((stack) =>
    stack.flatMap((region, at): readonly Row[] => [
      ...(at === 0 ? [] : [EMPTY_ROW]),
      [cell(atLeft(clip(region.label, width - 1), width), STRONG)],
      ...region.stages.map((stage) => stageRow(stage, width)),
    ]),
  );
  const height = Math.max(...drawn.map(({ length }) => length));
  return Array.from(
    { length: height },
    (_, row): Row => [gap(1), ...drawn.flatMap((stack) => padRow(stack[row] ?? EMPTY_ROW, width))],
  );
}

/** Columns that a region with its stages wants, and one of air. */
const widthOf = ({ label, stages }: ChartRegion): number =>
  Math.max(textWidth(label), ...stages.map((stage) => indentOf(stage) + 2 + textWidth(stage.label))) + 1;

const indentOf = ({ depth }: ChartStage): number => 1 + 2 * depth;

function stageRow(stage: ChartStage, width: number): Row {
  const { label, isActive } = stage;
  const indent = indentOf(stage);
  const name = clip(label, Math.max(4, width - indent - 3));
  return [
    gap(indent),
    cell(`${isActive ? LIT : DIM} `, isActive ? LIGHT : FAINT),
    cell(name, isActive ? STRONG : FAINT),
  ];
}

/** The least height at which blocks, in order and whole, fill so many columns; a blank row stands between two. */
function lowestHeight(blocks: readonly number[], columns: number): number {
  let height = Math.max(...blocks);
  while (columnsAt(blocks, height).length > columns) height += 1;
  return height;
}

/** How many blocks stand in each column of a height. */
function columnsAt(blocks: readonly number[], height: number): readonly number[] {
  const counts: number[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    if (used + 1 + block > height) {
      counts.push(1);
      used = block;
    } else {
      counts[counts.length - 1]! += 1;
      used += 1 + block;
    }
  }
  return counts;
}

function stackedIn(regions: readonly ChartRegion[], height: number): readonly (readonly ChartRegion[])[] {
  const counts = columnsAt(
    regions.map(({ stages }) => stages.length + 1),
    height,
  );
  let from = 0;
  return counts.map((count) => {
    from += count;
    return regions.slice(from - count, from);
  });
}

/** `The crisis  ○○●○○○○  Clashes` */
function strips(regions: readonly ChartRegion[], columns: number): readonly Row[] {
  const leaves = regions.map(({ stages }) => stages.filter(({ isLeaf, ends }) => isLeaf && !ends));
  const label = Math.min(
    Math.max(...regions.map((region) => textWidth(region.label))),
    Math.floor(columns * 0.3),
  );
  const sign = Math.min(Math.max(...leaves.map(({ length }) => length)), Math.floor(columns * 0.3));
  return regions.map(({ label: words, stages }, at): Row => {
    const shown = leaves[at]!;
    const active = stages.findLast(({ isActive }) => isActive);
    const signs =
      shown.length > sign
        ? []
        : shown.map(({ isActive }) => cell(isActive ? LIT : DIM, isActive ? LIGHT : FAINT));
    return [
      gap(1),
      cell(atLeft(words, label), FAINT),
      gap(1),
      ...padRow(signs, sign),
      gap(1),
      cell(clip(active?.label ?? '', Math.max(4, columns - label - sign - 4)), STRONG),
    ];
  });
}
