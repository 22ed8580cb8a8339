/** One outcome over two factors: a grid of cells with their numbers in them. */
import type { Estimate } from '../../analysis/index.ts';
import { grouped, ofHundred } from '../text/index.ts';
import type { FigureCase } from './case.ts';
import { distinctLabels, short } from './labels.ts';
import { hundred, shareSaid, valueText } from './numbers.ts';
import { drawing, type FigureSpec, PLOT_WIDTH, type PlainObject, rows, SAID } from './spec.ts';
import type { SweptAxis } from './sweep.ts';

const CELL_HEIGHT = 34;
const LEAST_WIDTH = 44;
/** From here on a cell is dark, and its number is written in white. */
const DARK = 55;
/** ColorBrewer's blues (Brewer 2003), from paper to ink: lightness alone tells them apart. */
const BLUES = ['#f7fbff', '#c6dbef', '#6baed6', '#2171b5', '#08306b'];

/** @param shares of the outcome: `across` moves fastest, `down` from the lowest. @param outcome its index. */
export function heatMapFigure(
  of: FigureCase,
  outcome: number,
  {
    across,
    down,
    shares,
  }: { readonly across: SweptAxis; readonly down: SweptAxis; readonly shares: readonly Estimate[] },
): FigureSpec {
  const { id, label } = of.outcomes[outcome]!;
  const columns = distinctLabels(across.values.map(valueText), 9);
  const lines = distinctLabels(down.values.map(valueText), 14);
  const data = rows(
    shares.map((share, place): PlainObject => {
      const [row, column] = [Math.floor(place / columns.length), place % columns.length];
      const at = `${short(across.label)} ${columns[column]!}, ${short(down.label)} ${lines[row]!}`;
      const value = hundred(share.value);
      return {
        across: columns[column]!,
        down: lines[row]!,
        hundred: value,
        text: ofHundred(share),
        ink: value >= DARK ? '#ffffff' : '#10151c',
        says: `${at}: ${shareSaid(share)}`,
      };
    }),
  );
  const x = {
    field: 'across',
    type: 'ordinal',
    sort: null,
    scale: { domain: columns },
    axis: { title: short(across.label, 60), labelAngle: 0, ticks: false, domain: false },
  };
  const y = {
    field: 'down',
    type: 'ordinal',
    sort: null,
    // The highest value stands on top, as on any chart.
    scale: { domain: [...lines].reverse() },
    axis: { title: short(down.label, 40), ticks: false, domain: false },
  };
  const values = shares.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => values.indexOf(value));
  return drawing({
    name: `map-${across.name}-${down.name}-${id}`,
    title: `${short(of.title, 60)}: ${short(label, 40)}`,
    subtitle: `Of 100 runs, how many end so; ${grouped(shares[0]?.n ?? 0)} runs in each cell, the same luck`,
    description: `Grid of ${short(label)} over ${short(across.label)} and ${short(down.label)}: from ${shareSaid(shares[least!]!)} to ${shareSaid(shares[most!]!)}.`,
    width: Math.max(PLOT_WIDTH, LEAST_WIDTH * columns.length),
    height: CELL_HEIGHT * lines.length,
    layer: [
      {
        data,
        mark: { type: 'rect', style: 'edge' },
        encoding: {
          x,
          y,
          fill: {
            field: 'hundred',
            type: 'quantitative',
            scale: { domain: [0, 100], range: BLUES, interpolate: 'lab' },
            legend: { title: 'of 100 runs', orient: 'right', gradientLength: 120 },
          },
          description: SAID,
        },
      },
      {
        data,
        mark: { type: 'text', aria: false, fontSize: 12 },
        encoding: { x, y, text: { field: 'text', type: 'nominal' }, color: asInk },
      },
    ],
  });
}

const asInk: PlainObject = { field: 'ink', type: 'nominal', scale: null, legend: null };
