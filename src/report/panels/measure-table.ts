/** Measures in one row each, for little room. */
import type { MeasureResult } from '../../experiment/index.ts';
import {
  atLeft,
  atRight,
  bar,
  type Cell,
  cell,
  FAINT,
  gap,
  histogramRows,
  type Row,
  STRONG,
} from '../text/index.ts';
import { measureWords } from './measure-words.ts';
import { heading } from './table.ts';

const MARGIN = 1;
const TABLE_GAP = 2;
const TABLE_MEDIAN = 8;
const TABLE_RANGE = 16;

/** A heading and a row a measure: name, median, 90 % range, histogram. */
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
