/** When and by what it is decided how the crisis ends, over many runs. */
import type { BranchPart, DaySettled } from '../../experiment/index.ts';
import { dateText, grouped } from '../text/index.ts';
import type { FigureCase } from './case.ts';
import { dayAxis } from './day-axis.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { hundred, indexText, isClear, tidy } from './numbers.ts';
import { type Dot, dotLayers, dotOfHundred, dotsHeight, type Series } from './rows-of-dots.ts';
import { drawing, type FigureSpec, type PlainObject, rows, SAID } from './spec.ts';
import { seriesInk } from './theme.ts';
import { timelineMarks } from './timeline.ts';
import { MOST_ROWS, rest } from './tornado.ts';

const HEIGHT = 240;
const INK = seriesInk(0);

/** How much of the final uncertainty is settled by each day. */
export function settledFigure(
  of: FigureCase,
  { days, runs }: { readonly days: readonly DaySettled[]; readonly runs: number },
): FigureSpec {
  const clipped = (value: number): number => hundred(Math.min(1, Math.max(0, value)));
  const horizonDays = Math.min(of.horizonDays, Math.max(1, days.at(-1)?.day ?? 1));
  const cut = { ...of, horizonDays };
  const { key } = timelineMarks(cut, { x: {}, height: HEIGHT });
  const x = dayAxis(cut, { title: key });
  const y = (field: string): PlainObject => ({
    field,
    type: 'quantitative',
    title: 'settled, of 100 parts of the uncertainty',
    scale: { domain: [0, 100] },
  });
  const data = rows(
    days.map(({ day, settled }) => ({
      day: tidy(day),
      hundred: clipped(settled.value),
      low: clipped(settled.low),
      high: clipped(settled.high),
      says: `by ${dateText(of.start, day)}: ${clipped(settled.value).toFixed(0)} of 100 parts`,
    })),
  );
  const half = days.find(({ settled }) => settled.value >= 0.5);
  return drawing({
    name: 'settled',
    title: `${short(of.title, 60)}: when it is settled`,
    subtitle: `How much of the uncertainty about the end is settled by the start of each day, with 95 % intervals; ${grouped(runs)} runs`,
    description: `A line that rises from nothing to all. ${half === undefined ? 'Half is never settled.' : `Half is settled by ${dateText(of.start, half.day)}.`}`,
    height: HEIGHT,
    layer: [
      {
        data,
        mark: { type: 'area', opacity: 0.2, color: INK, aria: false },
        encoding: { x, y: y('low'), y2: { field: 'high' } },
      },
      {
        data,
        mark: { type: 'line', color: INK, strokeWidth: 2, aria: false },
        encoding: { x, y: y('hundred') },
      },
      {
        data,
        mark: { type: 'point', stroke: INK, fill: INK, size: 20, opacity: 1 },
        encoding: { x, y: y('hundred'), description: SAID },
      },
      ...timelineMarks(cut, { x, height: HEIGHT }).layers,
    ],
  });
}

/** What settles it: happenings, decisions and the quiet steps, the largest part first. */
export function settlesFigure(title: string, parts: readonly BranchPart[]): FigureSpec {
  const there = parts
    .filter(({ runs, settles }) => runs.value > 0 && settles.n > 0)
    .sort((a, b) => b.settles.value - a.settles.value);
  const shown = there.slice(0, MOST_ROWS);
  const labels = distinctLabels(shown.map(({ label }) => label));
  const series: readonly Series[] = [{ name: 'settles', ink: INK, shape: 'circle' }];
  const dots = shown.map(({ label, settles }, i): Dot => {
    const text = indexText(settles, 100);
    return {
      label: labels[i]!,
      series: 'settles',
      ...dotOfHundred(settles),
      hollow: !isClear(settles),
      text,
      says: `${label}: ${text} of 100 parts of the uncertainty`,
    };
  });
  const clear = dots.filter(({ hollow }) => !hollow);
  return drawing({
    name: 'settles',
    title: `${short(title, 60)}: what settles it`,
    subtitle: `Parts of 100 of the uncertainty about the end that such steps settle, with 95 % intervals; hollow: could be nothing${rest(there.length)}`,
    description: `Dots: what settles how it ends. ${clear.length === 0 ? 'Nothing clearly does.' : `Most: ${listed(clear.map(({ says }) => short(says, 60)))}.`}`,
    height: dotsHeight({ labels, series }),
    layer: dotLayers({ dots, labels, series, axis: 'settles, of 100 parts', fromZero: true }),
  });
}
