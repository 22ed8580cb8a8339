/** Measures in blocks of three rows: words at the left, a small histogram with its quantiles at the right. */
import type { MeasureResult } from '../../experiment/index.ts';
import {
  atLeft,
  atRight,
  bar,
  boxLine,
  type Cell,
  cell,
  clip,
  FAINT,
  gap,
  histogramRows,
  padRow,
  type Row,
  STRONG,
  textWidth,
} from '../text/index.ts';
import { measureWords } from './measure-words.ts';
import { heading } from './table.ts';

const MARGIN = 1;
const WIDEST_HISTOGRAM = 60;

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
