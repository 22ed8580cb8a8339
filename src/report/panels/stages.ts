/** The share of runs in each stage of a region, day by day, one small chart a stage. */
import { type Estimate, wilson } from '../../analysis/index.ts';
import type { RegionResult } from '../../experiment/index.ts';
import {
  areaRows,
  atLeft,
  atRight,
  cell,
  clean,
  dayTicks,
  FAINT,
  gap,
  type Hue,
  ofHundred,
  type Row,
  STRONG,
  textWidth,
  tickLabels,
} from '../text/index.ts';
import { heading } from './table.ts';

export interface StageLine {
  readonly label: string;
  readonly depth: number;
  readonly shares: readonly number[];
  /** Letter and hue of the stage's chart; null in plain text. */
  readonly look: { readonly sign: string; readonly hue: Hue } | null;
}

export interface StagesPanel {
  readonly region: Pick<RegionResult, 'label'>;
  readonly stages: readonly StageLine[];
  readonly runs: number;
  readonly horizonDays: number;
  /** The scenario's start, for dates; null: days are numbered. */
  readonly start: string | null;
  /** Rows of each stage's chart. */
  readonly height: number;
}

const MARGIN = 1;
const END = 4;
const WIDEST_CHART = 100;
const NARROWEST_LABEL = 14;

/** A share that the runs in a stage at one day give, with its 95 % interval; 0 where there are no runs. */
export function stageShare(share: number, runs: number): Estimate {
  const estimate = wilson(Math.round(share * runs), runs);
  return runs === 0 ? { ...estimate, value: 0 } : estimate;
}

const nameOf = ({ label, depth, look }: StageLine) =>
  `${'  '.repeat(depth)}${look === null ? '' : `${look.sign} `}${clean(label)}`;

/** Columns for labels that all these regions can share, so that their charts stand under each other. */
export function stageLabelWidth(
  regions: readonly Pick<StagesPanel, 'region' | 'stages'>[],
  columns: number,
): number {
  const names = regions.flatMap(({ region, stages }) => [heading(region.label), ...stages.map(nameOf)]);
  const widest = Math.max(NARROWEST_LABEL, ...names.map((name) => textWidth(name)));
  return Math.min(widest, Math.max(NARROWEST_LABEL, Math.floor(columns * 0.38)));
}

/** The region's name with dates over the charts, then a row a stage: label, chart, share at the end. */
export function stagesPanel(panel: StagesPanel, label: number, columns: number): readonly Row[] {
  const { stages, runs, horizonDays, start, height } = panel;
  const chart = Math.max(8, Math.min(WIDEST_CHART, columns - 2 * MARGIN - 2 - END - label));
  const dates = tickLabels(dayTicks(start, horizonDays, chart), chart);
  const head: Row = [
    gap(MARGIN),
    cell(atLeft(heading(panel.region.label), label), STRONG),
    gap(1),
    cell(dates, FAINT),
    gap(1),
    cell(atRight('end', END), FAINT),
  ];
  const rows = stages.flatMap((stage): readonly Row[] => {
    const { shares, look } = stage;
    const hue = look === null ? {} : { hue: look.hue };
    const atEnd = stageShare(shares[shares.length - 1] ?? 0, runs);
    const area = runs === 0 ? [] : areaRows(shares, { width: chart, height });
    return Array.from({ length: height }, (_, row): Row => {
      const last = row === height - 1;
      const unknown = last ? '·'.repeat(chart) : ' '.repeat(chart);
      return [
        gap(MARGIN),
        cell(last ? atLeft(nameOf(stage), label) : ' '.repeat(label)),
        gap(1),
        runs === 0 ? cell(unknown, FAINT) : cell(area[row]!, hue),
        gap(1),
        cell(last ? atRight(ofHundred(atEnd), END) : ''),
      ];
    });
  });
  return [head, ...rows];
}
