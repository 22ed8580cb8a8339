/** By when it has come: cumulative incidence with 95 % bands. */
import type { Estimate } from '../../analysis/index.ts';
import { dateText } from '../text/index.ts';
import type { FigureCase } from './case.ts';
import { type Curve, curveLayers } from './curves.ts';
import { dayAxis } from './day-axis.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { ofHundredRuns, shareSaid, tidy } from './numbers.ts';
import { drawing, type FigureSpec } from './spec.ts';

export interface IncidenceCurves {
  readonly name: string;
  /** What comes, or under what it does. */
  readonly title: string;
  readonly subtitle: string;
  /** Ascending. */
  readonly days: readonly number[];
  /** Estimates are parallel to the days. */
  readonly curves: readonly {
    readonly label: string;
    readonly ink: string;
    readonly estimates: readonly Estimate[];
  }[];
}

const HEIGHT = 280;
/** Marks on a curve. */
const MARKS = 6;

export function incidenceFigure(
  of: FigureCase,
  { name, title, subtitle, days, curves }: IncidenceCurves,
): FigureSpec {
  const labels = distinctLabels(curves.map(({ label }) => label));
  const every = Math.max(1, Math.floor(days.length / MARKS));
  const drawn = curves.map(({ label, ink, estimates }, i): Curve => {
    const points = days.map((day, at) => {
      const share = estimates[at]!;
      const says = `${label} by ${dateText(of.start, day)}: ${shareSaid(share)}`;
      // The marks of curves that lie on each other stand beside each other.
      const isPlain = (at + i) % every !== 0;
      return { at: tidy(day), says, isPlain, ...ofHundredRuns(share) };
    });
    return { label: labels[i]!, ink, place: i, points };
  });
  const ends = curves.map(({ label, estimates }) => `${short(label)} ${shareSaid(estimates.at(-1)!)}`);
  return drawing({
    name,
    title,
    subtitle,
    description: `Curves: in how many of 100 runs it has come by each day. At the end: ${listed(ends, 5)}.`,
    height: HEIGHT,
    layer: curveLayers(drawn, {
      x: dayAxis(of, { field: 'at' }),
      y: { title: 'of 100 runs', scale: { zero: true } },
      interpolate: 'step-after',
    }),
  });
}
