/** How a measure is spread over runs: bars of equal width, an earlier shape as an outline over them. */
import { grouped, rounded, stepFor } from '../text/index.ts';
import { short } from './labels.ts';
import { tidy } from './numbers.ts';
import { drawing, type FigureSpec, type PlainObject, rows, SAID } from './spec.ts';
import { seriesInk } from './theme.ts';

export interface FigureHistogram {
  readonly low: number;
  readonly high: number;
  /** Runs by bin, of equal width. */
  readonly counts: readonly number[];
  readonly median: number | null;
}

export interface MeasureShape {
  readonly id: string;
  readonly label: string;
  readonly unit: string | null;
  readonly now: FigureHistogram;
  /** In the same bins; null where nothing is held against. */
  readonly before: FigureHistogram | null;
}

const HEIGHT = 200;

export function measureFigure(title: string, { id, label, unit, now, before }: MeasureShape): FigureSpec {
  const axis = short(unit === null ? label : `${label}, ${unit}`, 50);
  const step = stepFor((now.high - now.low) / 100);
  const bins = ({ low, high, counts }: FigureHistogram, side: string): readonly PlainObject[] => {
    const total = Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    );
    const width = (high - low) / Math.max(1, counts.length);
    return counts.map((count, i) => {
      const [from, to] = [low + i * width, low + (i + 1) * width];
      const of = (100 * count) / total;
      const said = `${side}, ${rounded(from, step)} to ${rounded(to, step)}: ${rounded(of, 0.1)} of 100 runs`;
      return { from: tidy(from), to: tidy(to), hundred: tidy(of), says: said };
    });
  };
  const x = (field: string): PlainObject => ({
    field,
    type: 'quantitative',
    title: axis,
    scale: { zero: false, nice: false },
    axis: { grid: false, title: axis },
  });
  const y = { field: 'hundred', type: 'quantitative', title: 'of 100 runs that have a value' };
  const outline = before === null ? [] : outlineOf(before);
  return drawing({
    name: `measure-${id}`,
    title: short(label, 60),
    subtitle: `${short(title, 60)}; ${runsOf(now)} runs have a value. ${
      before === null ? 'Dashed: the median' : 'Bars: now; outline: before; dashed: the median now'
    }`,
    description: `Histogram of ${short(label)}. The median is ${now.median === null ? 'not known' : rounded(now.median, step)}${
      before?.median == null ? '' : `; before, ${rounded(before.median, step)}`
    }.`,
    height: HEIGHT,
    layer: [
      {
        data: rows(bins(now, 'now')),
        mark: { type: 'rect', style: 'edge', color: seriesInk(5) },
        encoding: { x: x('from'), x2: { field: 'to' }, y, y2: { datum: 0 }, description: SAID },
      },
      ...(outline.length === 0
        ? []
        : [
            {
              data: rows(outline),
              mark: { type: 'line', color: seriesInk(1), strokeWidth: 2, aria: false },
              encoding: { x: x('at'), y, order: { field: 'order', type: 'quantitative' } },
            },
          ]),
      ...(now.median === null
        ? []
        : [
            {
              data: rows([{ at: tidy(now.median) }]),
              mark: { type: 'rule', style: 'interval', strokeDash: [5, 3], aria: false },
              encoding: { x: x('at') },
            },
          ]),
    ],
  });
}

const runsOf = ({ counts }: FigureHistogram): string =>
  grouped(counts.reduce((sum, count) => sum + count, 0));

/** The tops of the bars as one line. */
function outlineOf({ low, high, counts }: FigureHistogram): readonly PlainObject[] {
  const total = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const width = (high - low) / Math.max(1, counts.length);
  const corners = counts.flatMap((count, i) => {
    const top = tidy((100 * count) / total);
    return [
      [low + i * width, top],
      [low + (i + 1) * width, top],
    ] as const;
  });
  return [[low, 0] as const, ...corners, [high, 0] as const].map(([at, top], order) => ({
    at: tidy(at),
    hundred: top,
    order,
  }));
}
