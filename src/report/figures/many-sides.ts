/** Many sides at once, as grids: a side a line, an outcome a column. Dots of so many could not be told apart. */
import { CANNOT_TELL, grouped, ofHundred, rounded, stepFor } from '../text/index.ts';
import type { FigureCase } from './case.ts';
import {
  changeShade,
  type GridCell,
  type GridOptions,
  gridHeight,
  gridLayers,
  gridWidth,
  OF_HUNDRED,
} from './grid.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { changeText, hundred, isClear, shareSaid, tidy } from './numbers.ts';
import type { ChangesWords, FigureContrast, FigureSide } from './sides.ts';
import { drawing, type FigureSpec, PLOT_WIDTH } from './spec.ts';

/** From so many on they are drawn as a grid. */
export const MANY_SIDES = 7;

const SIDE_EMS = 24;
const OUTCOME_EMS = 16;
const CELL_WIDTH = 58;

const axes = (
  columns: readonly string[],
  lines: readonly string[],
): Omit<GridOptions, 'legend' | 'shade'> => ({
  columns,
  lines,
  x: { title: null, orient: 'top', labelAngle: -35, labelAlign: 'left' },
  y: { title: null },
});

const size = (columns: readonly string[], lines: readonly string[]) => ({
  width: Math.max(gridWidth(columns.length, PLOT_WIDTH), CELL_WIDTH * columns.length),
  height: gridHeight(lines.length),
});

export function changesGrid(contrasts: readonly FigureContrast[], words: ChangesWords): FigureSpec {
  const labels = contrasts[0]?.changes.map(({ label }) => label) ?? [];
  const columns = distinctLabels(labels, OUTCOME_EMS);
  const against = new Set(contrasts.map((contrast) => contrast.against));
  const named = ({ side, against: other }: FigureContrast): string =>
    against.size === 1 ? side : `${short(side, 12)} less ${short(other, 12)}`;
  const lines = distinctLabels(contrasts.map(named), SIDE_EMS + 4);
  const cells = contrasts.flatMap(({ side, against: other, changes }, line) =>
    changes.flatMap(({ label, change }, column): readonly GridCell[] => {
      if (change === null || change.n === 0) return [];
      const clear = isClear(change);
      const step = stepFor((words.by * (change.high - change.low)) / 4);
      const number = rounded(words.by * change.value, Math.min(1, step));
      return [
        {
          across: columns[column]!,
          down: lines[line]!,
          value: clear ? tidy(words.by * change.value) : 0,
          text: clear ? `${change.value > 0 ? '+' : ''}${number}` : CANNOT_TELL,
          says: `${label}, ${side} less ${other}: ${changeText(change, words.by)}${clear ? '' : ', which could be nothing'}`,
        },
      ];
    }),
  );
  const sizes = cells.map(({ value }) => Math.abs(value));
  const largest = cells.filter(({ value }) => value !== 0 && Math.abs(value) === Math.max(...sizes));
  return drawing({
    name: words.name,
    title: words.title,
    subtitle: `Less ${against.size === 1 ? short([...against][0] ?? '') : 'the other'}: ${words.axis}, with the same luck; ${CANNOT_TELL} could be nothing (95 %)`,
    description: `Grid: what changes in each outcome. ${largest.length === 0 ? 'No change is clear.' : `The largest: ${listed(largest.map(({ says }) => says))}.`}`,
    ...size(columns, lines),
    layer: gridLayers(cells, {
      ...axes(columns, lines),
      legend: 'change',
      shade: changeShade(Math.max(1, ...sizes)),
    }),
  });
}

export function outcomesGrid(
  of: FigureCase,
  sides: readonly FigureSide[],
  what: 'runs' | 'futures',
): FigureSpec {
  const columns = distinctLabels(
    of.outcomes.map(({ label }) => label),
    OUTCOME_EMS,
  );
  const lines = distinctLabels(
    sides.map(({ name }) => name),
    SIDE_EMS + 8,
  );
  const cells = sides.flatMap(({ name, shares }, line) =>
    shares.map(
      (share, outcome): GridCell => ({
        across: columns[outcome]!,
        down: lines[line]!,
        value: hundred(share.value),
        text: ofHundred(share),
        says: `${of.outcomes[outcome]!.label}, ${name}: ${shareSaid(share)}`,
      }),
    ),
  );
  return drawing({
    name: 'outcomes-compared',
    title: of.title,
    subtitle: `How it ends under each, of 100 ${what} with the same luck; ${grouped(sides[0]?.shares[0]?.n ?? 0)} ${what} of each`,
    description: `Grid: of 100 ${what}, how many end in each outcome, under ${listed(lines)}.`,
    ...size(columns, lines),
    layer: gridLayers(cells, { ...axes(columns, lines), legend: `of 100 ${what}`, shade: OF_HUNDRED }),
  });
}
