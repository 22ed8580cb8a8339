/** Estimates one under the other: a dot with its interval, its number at the right; hollow where it could be nothing. */

import type { Estimate } from '../../analysis/index.ts';
import { emsOf } from '../text/index.ts';
import { hundred } from './numbers.ts';
import { AT_RIGHT, asItIs, type PlainObject, rows, SAID } from './spec.ts';

export interface Dot {
  /** One of the labels. */
  readonly label: string;
  /** One of the series. */
  readonly series: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly hollow: boolean;
  /** The number, at the right. */
  readonly text: string;
  readonly says: string;
}

/** A share as a dot has it. */
export const dotOfHundred = ({ value, low, high }: Estimate): Pick<Dot, 'value' | 'low' | 'high'> => ({
  value: hundred(value),
  low: hundred(low),
  high: hundred(high),
});

export interface Series {
  readonly name: string;
  readonly ink: string;
  readonly shape: string;
}

export interface Dots {
  readonly dots: readonly Dot[];
  /** Rows from the top. */
  readonly labels: readonly string[];
  /** Of more than one there is a legend, and each row holds a dot of each. */
  readonly series: readonly Series[];
  readonly axis: string;
  /** Draws a line at 0, which is what a dot is held against. */
  readonly fromZero?: boolean;
}

const ROW = 24;
const ROW_OF_SERIES = 15;
const GAP = 10;

/** Height of the plot in pixels. */
export const dotsHeight = ({ labels, series }: Pick<Dots, 'labels' | 'series'>): number =>
  labels.length * (series.length > 1 ? series.length * ROW_OF_SERIES + GAP : ROW);

/** The rows' scale and axis, without a title: labels say what they are. */
export const rowAxis = (labels: readonly string[], padding = 0.2): PlainObject => ({
  field: 'label',
  type: 'nominal',
  scale: { type: 'band', domain: labels, padding },
  sort: null,
  axis: { title: null, ticks: false, domain: false, labelPadding: 8 },
});

const LEGEND_WIDTH = 640;
const SYMBOL_WIDTH = 44;
const LETTER_HEIGHT = 12;

/** As many side by side as there is room for. */
const legendColumns = (names: readonly string[]): number =>
  Math.max(
    1,
    Math.floor(LEGEND_WIDTH / (SYMBOL_WIDTH + LETTER_HEIGHT * Math.max(...names.map((name) => emsOf(name))))),
  );

export function dotLayers({ dots, labels, series, axis, fromZero = false }: Dots): readonly PlainObject[] {
  const several = series.length > 1;
  const names = series.map(({ name }) => name);
  const inks = new Map(series.map(({ name, ink }) => [name, ink]));
  // Without a sort of its own Vega-Lite would make an expression of the names to put the rows in order.
  const offset: PlainObject = several
    ? { yOffset: { field: 'place', type: 'ordinal', sort: 'ascending', scale: { paddingOuter: 0.15 } } }
    : {};
  const drawn = dots.map(
    (dot): PlainObject => ({
      ...dot,
      place: names.indexOf(dot.series),
      ink: inks.get(dot.series)!,
    }),
  );
  const data = rows(drawn);
  const y = rowAxis(labels, several ? 0.14 : 0.2);
  const looks = (range: readonly string[]): PlainObject => ({
    field: 'series',
    type: 'nominal',
    scale: { domain: names, range },
    legend: several ? { title: null, orient: 'top', columns: legendColumns(names) } : null,
  });
  const marks = (isHollow: boolean): readonly PlainObject[] => {
    const own = drawn.filter(({ hollow }) => hollow === isHollow);
    if (own.length === 0) return [];
    return [
      {
        data: rows(own),
        mark: { type: 'point', filled: !isHollow, size: 55, strokeWidth: 2, opacity: 1 },
        encoding: {
          y,
          ...offset,
          x: { field: 'value', type: 'quantitative', title: axis },
          shape: looks(series.map(({ shape }) => shape)),
          color: looks(series.map(({ ink }) => ink)),
          description: SAID,
        },
      },
    ];
  };
  const zero: readonly PlainObject[] = fromZero
    ? [
        {
          data: rows([{ zero: 0 }]),
          mark: { type: 'rule', style: 'grey', aria: false },
          encoding: { x: { field: 'zero', type: 'quantitative' } },
        },
      ]
    : [];
  return [
    ...zero,
    {
      data,
      mark: { type: 'rule', strokeWidth: 2, aria: false },
      encoding: {
        y,
        ...offset,
        x: { field: 'low', type: 'quantitative', title: axis },
        x2: { field: 'high' },
        stroke: asItIs('ink'),
      },
    },
    ...marks(false),
    ...marks(true),
    {
      data,
      mark: { type: 'text', align: 'left', dx: 8, style: 'value', aria: false },
      encoding: { y, ...offset, x: AT_RIGHT, text: { field: 'text', type: 'nominal' } },
    },
  ];
}
