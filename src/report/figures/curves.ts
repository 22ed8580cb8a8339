/** Curves with their bands: each has a colour, a dash and marks of its own. */
import { type PlainObject, rows, SAID } from './spec.ts';
import { dashAt, shapeAt } from './theme.ts';

export interface Curve {
  readonly label: string;
  readonly ink: string;
  /** Place among all that could be drawn: it chooses the dash and the mark. */
  readonly place: number;
  /** Ascending by `at`; shares of 100. */
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly at: number;
  readonly hundred: number;
  readonly low: number;
  readonly high: number;
  readonly says: string;
  /** Without a mark: only the line passes. */
  readonly isPlain?: boolean;
}

export interface CurvesOptions {
  /** Channel of the field `at`. */
  readonly x: PlainObject;
  /** Channel `y` without its field. */
  readonly y: PlainObject;
  readonly interpolate?: string;
}

/** Labels must differ. One curve has no legend. */
export function curveLayers(
  curves: readonly Curve[],
  { x, y, interpolate = 'linear' }: CurvesOptions,
): readonly PlainObject[] {
  const all = curves.flatMap(({ label, points }) =>
    points.map(({ isPlain: _, ...point }): PlainObject => ({ curve: label, ...point })),
  );
  const by = (range: readonly (string | readonly number[])[]): PlainObject => ({
    field: 'curve',
    type: 'nominal',
    sort: null,
    scale: { domain: curves.map(({ label }) => label), range },
    legend: curves.length < 2 ? null : { title: null, orient: 'right', symbolSize: 60 },
  });
  const inks = by(curves.map(({ ink }) => ink));
  const marked = curves.flatMap(({ label, points }) =>
    points.flatMap(({ isPlain = false, ...point }) => (isPlain ? [] : [{ curve: label, ...point }])),
  );
  return [
    {
      data: rows(all),
      mark: { type: 'area', opacity: 0.18, interpolate, aria: false },
      encoding: {
        x,
        y: { field: 'low', type: 'quantitative', ...y },
        y2: { field: 'high' },
        color: inks,
      },
    },
    {
      data: rows(all),
      mark: { type: 'line', strokeWidth: 2, interpolate, aria: false },
      encoding: {
        x,
        y: { field: 'hundred', type: 'quantitative', ...y },
        color: inks,
        strokeDash: by(curves.map(({ place }) => dashAt(place))),
      },
    },
    {
      data: rows(marked),
      mark: { type: 'point', filled: true, size: 42, opacity: 1 },
      encoding: {
        x,
        y: { field: 'hundred', type: 'quantitative', ...y },
        color: inks,
        shape: by(curves.map(({ place }) => shapeAt(place))),
        description: SAID,
      },
    },
  ];
}
