/** One outcome over two factors: a grid of cells with their numbers in them. */
import type { Estimate } from '../../analysis/index.ts';
import { grouped, ofHundred } from '../text/index.ts';
import type { FigureCase } from './case.ts';
import { type GridCell, gridHeight, gridLayers, gridWidth, OF_HUNDRED } from './grid.ts';
import { distinctLabels, short } from './labels.ts';
import { hundred, shareSaid, valueText } from './numbers.ts';
import { drawing, type FigureSpec, PLOT_WIDTH } from './spec.ts';
import type { SweptAxis } from './sweep.ts';

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
  const cells = shares.map((share, place): GridCell => {
    const [row, column] = [Math.floor(place / columns.length), place % columns.length];
    const at = `${short(across.label)} ${columns[column]!}, ${short(down.label)} ${lines[row]!}`;
    return {
      across: columns[column]!,
      down: lines[row]!,
      value: hundred(share.value),
      text: ofHundred(share),
      says: `${at}: ${shareSaid(share)}`,
    };
  });
  const values = shares.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => values.indexOf(value));
  return drawing({
    name: `map-${across.name}-${down.name}-${id}`,
    title: `${short(of.title, 60)}: ${short(label, 40)}`,
    subtitle: `Of 100 runs, how many end so; ${grouped(shares[0]?.n ?? 0)} runs in each cell, the same luck`,
    description: `Grid of ${short(label)} over ${short(across.label)} and ${short(down.label)}: from ${shareSaid(shares[least!]!)} to ${shareSaid(shares[most!]!)}.`,
    width: gridWidth(columns.length, PLOT_WIDTH),
    height: gridHeight(lines.length),
    layer: gridLayers(cells, {
      columns,
      // The highest value stands on top, as on any chart.
      lines: [...lines].reverse(),
      x: { title: short(across.label, 60), labelAngle: 0 },
      y: { title: short(down.label, 40) },
      legend: 'of 100 runs',
      shade: OF_HUNDRED,
    }),
  });
}
