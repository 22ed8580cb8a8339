/** Measures: median, 90 % range, mean with its error, and a small histogram over the range of values. */
import type { MeasureResult } from '../../experiment/index.ts';
import {
  atLeft,
  atRight,
  bar,
  boxLine,
  CANNOT_TELL,
  type Cell,
  cell,
  clean,
  clip,
  errorStep,
  errorText,
  FAINT,
  gap,
  histogramRows,
  intervalText,
  ofHundredRuns,
  padRow,
  type Row,
  rounded,
  STRONG,
  stepFor,
  tableStep,
  textWidth,
} from '../text/index.ts';
import { heading } from './table.ts';

/** The levels of MeasureResult.quantiles (QUANTILE_LEVELS of experiment, whose code a screen need not load). */
const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95];
const Q05 = 0;
const MEDIAN = 2;
const Q95 = 4;
const MARGIN = 1;
const WIDEST_HISTOGRAM = 60;

export interface MeasureWords {
  readonly name: string;
  readonly median: string;
  readonly range: string;
  /** `74 ±2`, or the share of a yes-or-no measure. */
  readonly mean: string;
  /** `in 89 of 100 runs`; empty where every run has a value. */
  readonly among: string;
  readonly low: string;
  readonly high: string;
}

/**
 * Half the 95 % interval of a quantile, from its neighbours: √(p(1 − p)/n) over the density there (David and
 * Nagaraja 2003, Order Statistics, section 10.2), the density being the probability between them over their distance.
 */
function quantileError(quantiles: MeasureResult['quantiles'], place: number, n: number): number {
  const below = Math.max(0, place - 1);
  const above = Math.min(LEVELS.length - 1, place + 1);
  const from = quantiles[below];
  const to = quantiles[above];
  const p = LEVELS[place]!;
  if (from === null || from === undefined || to === null || to === undefined || n === 0) return 0;
  return (1.96 * Math.sqrt((p * (1 - p)) / n) * (to - from)) / (LEVELS[above]! - LEVELS[below]!);
}

/** Of the whole spread, the part below which a digit tells a reader nothing, however many runs there are. */
const FINEST_PARTS = 1000;

/** The measure's numbers as words; `runs` are all the runs, those without a value too. */
export function measureWords(measure: MeasureResult, runs: number): MeasureWords {
  const unit = measure.unit === null ? '' : clean(measure.unit);
  const label = clean(measure.label);
  // A label that has the unit in it already (`Days of violence`) is not given it twice.
  const said = measure.boolean || label.toLowerCase().includes(unit.toLowerCase());
  const name = said ? label : `${label}, ${unit}`;
  const { mean, quantiles, histogram } = measure;
  const nothing = { median: CANNOT_TELL, range: CANNOT_TELL, mean: CANNOT_TELL, low: '', high: '' };
  if (mean === null || histogram === null) {
    return { name, ...nothing, among: runs > 0 ? 'no value in any run' : '' };
  }
  const among = measure.missing > 0 ? `in ${withValue(runs - measure.missing, runs)} of 100 runs` : '';
  if (measure.boolean) {
    return {
      name,
      ...nothing,
      mean: `${ofHundredRuns(mean)} (${intervalText(mean, tableStep([mean]))})`,
      among,
    };
  }
  const error = (mean.high - mean.low) / 2;
  const finest = stepFor((histogram.high - histogram.low) / FINEST_PARTS);
  const step = (place: number) =>
    Math.max(finest, stepFor(quantileError(quantiles, place, runs - measure.missing)));
  const at = (place: number, wanted: number) => {
    const value = quantiles[place] ?? Number.NaN;
    // A value that its neighbour's coarser step would make nothing keeps a step of its own.
    return value === 0 ? '0' : rounded(value, Math.abs(value) < wanted / 2 ? step(place) : wanted);
  };
  const coarser = Math.max(step(Q05), step(Q95));
  const ends = stepFor((histogram.high - histogram.low) / 40);
  return {
    name,
    median: at(MEDIAN, step(MEDIAN)),
    range: `${at(Q05, coarser)} – ${at(Q95, coarser)}`,
    mean: `${rounded(mean.value, errorStep(error))}${error > 0 ? ` ±${errorText(error)}` : ''}`,
    among,
    low: rounded(histogram.low, ends),
    high: rounded(histogram.high, ends),
  };
}

/** Of 100 runs, how many have a value. */
function withValue(having: number, runs: number): string {
  const hundred = (100 * having) / runs;
  if (hundred < 0.5) return '<1';
  return hundred >= 99.5 ? '>99' : String(Math.round(hundred));
}

/** Rows that `measureBlock` takes. */
export const BLOCK_ROWS = 3;
const BLOCK_END = 7;

function blockWidths(columns: number): { readonly words: number; readonly picture: number } {
  const free = columns - 2 * MARGIN - 2 * BLOCK_END - 1;
  const picture = Math.max(12, Math.min(WIDEST_HISTOGRAM, Math.floor(free * 0.48)));
  return { words: Math.min(56, free - picture), picture };
}

/** What stands over blocks. */
export function measureHeading(columns: number): Row {
  const { words, picture } = blockWidths(columns);
  return [
    gap(MARGIN),
    cell(atLeft(heading('Measures'), words - 7), STRONG),
    cell(atRight('median', 7), FAINT),
    gap(BLOCK_END + 1),
    cell(clip('spread over the runs', picture), FAINT),
  ];
}

/** One measure in three rows: words at the left, histogram and box line at the right. */
export function measureBlock(measure: MeasureResult, runs: number, columns: number): readonly Row[] {
  const words = measureWords(measure, runs);
  const { words: left, picture } = blockWidths(columns);
  const labels = measure.boolean
    ? [[cell(words.name)], [cell(words.mean, STRONG)], [cell(words.among, FAINT)]]
    : [
        lead(words.name, words.median, left),
        lead('90 % of runs', words.range, left, FAINT),
        lead(
          words.among === '' ? 'mean' : words.among,
          words.among === '' ? words.mean : `mean ${words.mean}`,
          left,
          FAINT,
        ),
      ];
  const pictures = pictureRows(measure, picture);
  return labels.map((label, row): Row => {
    const last = row === 2 && !measure.boolean;
    return [
      gap(MARGIN),
      ...padRow(label, left),
      cell(last ? `${atRight(words.low, BLOCK_END)} ` : ' '.repeat(BLOCK_END + 1), FAINT),
      ...pictures[row]!,
      cell(last ? ` ${words.high}` : '', FAINT),
    ];
  });
}

/** `name … value`: the name gives way where both do not fit. */
function lead(name: string, value: string, width: number, style = STRONG): Row {
  const room = Math.max(6, width - textWidth(value) - 1);
  return [cell(atLeft(name, room), style === FAINT ? FAINT : {}), gap(1), cell(value, style)];
}

function pictureRows(measure: MeasureResult, width: number): readonly (readonly Cell[])[] {
  const { histogram, mean } = measure;
  const blank = [gap(width)];
  if (histogram === null || mean === null) return [blank, blank, [cell('·'.repeat(width), FAINT)]];
  if (measure.boolean) {
    const yes = bar({ value: mean.value, low: mean.low, high: mean.high }, width, { hue: 'sky' });
    return [blank, yes, [cell(`0${atRight('100 %', width - 1)}`, FAINT)]];
  }
  const rows = histogramRows(histogram.counts, { width, height: 2 });
  const drawn = rows[0]!.length;
  const box = boxLine(measure.quantiles, { ...histogram, width: drawn });
  return [[cell(rows[0]!, { hue: 'sky' })], [cell(rows[1]!, { hue: 'sky' })], [cell(box)]];
}

const TABLE_GAP = 2;
const TABLE_MEDIAN = 8;
const TABLE_RANGE = 16;

/** One row a measure, for little room. */
export function measureTable(
  measures: readonly MeasureResult[],
  runs: number,
  columns: number,
): readonly Row[] {
  const rest = columns - MARGIN - TABLE_MEDIAN - TABLE_RANGE - 2 - TABLE_GAP;
  const histogram = Math.max(8, Math.min(24, Math.floor(rest * 0.4)));
  const name = rest - histogram;
  const head: Row = [
    gap(MARGIN),
    cell(atLeft(heading('Measures'), name), STRONG),
    gap(1),
    cell(atRight('median', TABLE_MEDIAN), FAINT),
    gap(1),
    cell(atRight('90 % of runs', TABLE_RANGE), FAINT),
    gap(TABLE_GAP),
    cell(atLeft('spread', histogram), FAINT),
  ];
  return [
    head,
    ...measures.map((measure): Row => {
      const words = measureWords(measure, runs);
      const start = [gap(MARGIN), cell(atLeft(words.name, name)), gap(1)];
      const picture = measure.histogram === null ? '' : spreadOf(measure, histogram);
      if (measure.boolean) {
        const wide = TABLE_MEDIAN + TABLE_RANGE + 1;
        return [
          ...start,
          cell(atRight(words.mean, wide), STRONG),
          gap(TABLE_GAP),
          ...barOf(measure, histogram),
        ];
      }
      return [
        ...start,
        cell(atRight(words.median, TABLE_MEDIAN), STRONG),
        gap(1),
        cell(atRight(words.range, TABLE_RANGE), FAINT),
        gap(TABLE_GAP),
        cell(atLeft(picture, histogram), { hue: 'sky' }),
      ];
    }),
  ];
}

const spreadOf = (measure: MeasureResult, width: number): string =>
  histogramRows(measure.histogram!.counts, { width, height: 1 })[0]!;

function barOf(measure: MeasureResult, width: number): readonly Cell[] {
  const { mean } = measure;
  return mean === null ? [gap(width)] : bar(mean, width, { hue: 'sky' });
}
