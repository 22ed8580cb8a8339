/** By when it has come: cumulative incidence of outcomes, with 95 % bands. */
import type { Estimate } from '../../analysis/index.ts';
import { dateText, grouped } from '../text/index.ts';
import { type FigureCase, outcomeInk } from './case.ts';
import { type Curve, curveLayers } from './curves.ts';
import { dayAxis } from './day-axis.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { ofHundredRuns, shareSaid, tidy } from './numbers.ts';
import { drawing, type FigureSpec } from './spec.ts';

/** Curves of some of the case's outcomes, over the same days. */
export interface IncidenceCurves {
  /** Ascending. */
  readonly days: readonly number[];
  readonly curves: readonly { readonly outcome: number; readonly estimates: readonly Estimate[] }[];
}

const HEIGHT = 280;

export function incidenceFigure(of: FigureCase, { days, curves }: IncidenceCurves): FigureSpec {
  const labels = distinctLabels(curves.map(({ outcome }) => of.outcomes[outcome]!.label));
  const every = Math.max(1, Math.floor(days.length / 6));
  const drawn = curves.map(({ outcome, estimates }, i): Curve => {
    const start = { at: 0, hundred: 0, low: 0, high: 0, says: '', isPlain: true };
    const own = days.map((day, at) => {
      const share = estimates[at]!;
      const says = `${of.outcomes[outcome]!.label} by ${dateText(of.start, day)}: ${shareSaid(share)}`;
      // The marks of curves that lie on each other stand beside each other.
      const isPlain = (at + i) % every !== 0;
      return { at: tidy(day), says, isPlain, ...ofHundredRuns(share) };
    });
    const points = days[0] === 0 ? own : [start, ...own];
    return { label: labels[i]!, ink: outcomeInk(of, outcome), place: i, points };
  });
  const ends = curves.map(
    ({ outcome, estimates }) => `${short(of.outcomes[outcome]!.label)} ${shareSaid(estimates.at(-1)!)}`,
  );
  return drawing({
    name: 'incidence',
    title: `${short(of.title, 60)}: by when it ends so`,
    subtitle: `Cumulative incidence with 95 % bands (Aalen–Johansen); ${grouped(curves[0]?.estimates[0]?.n ?? 0)} runs`,
    description: `Curves: how many of 100 runs have ended so by each day. At the end: ${listed(ends, 5)}.`,
    height: HEIGHT,
    layer: curveLayers(drawn, {
      x: dayAxis(of, { field: 'at' }),
      y: { title: 'of 100 runs' },
      interpolate: 'step-after',
    }),
  });
}
