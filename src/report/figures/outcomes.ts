/** How it ends, in natural frequencies. */
import type { Estimate } from '../../analysis/index.ts';
import { grouped } from '../text/index.ts';
import { type FigureCase, outcomeInk } from './case.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { MANY_SIDES, outcomesGrid } from './many-sides.ts';
import { hundred, shareSaid, shareText } from './numbers.ts';
import { type Dot, dotLayers, dotOfHundred, dotsHeight, rowAxis, type Series } from './rows-of-dots.ts';
import type { FigureSide } from './sides.ts';
import { AT_RIGHT, asItIs, drawing, type FigureSpec, type PlainObject, rows, SAID } from './spec.ts';
import { seriesInk, shapeAt } from './theme.ts';

const BAR_ROW = 27;

const OF_RUNS = 'of 100 runs';
/** Widest name of a side in the legend. */
const SIDE_EMS = 32;

/** Bars with 95 % intervals, in the scenario's order. @param shares parallel to the case's outcomes. */
export function outcomesFigure(of: FigureCase, shares: readonly Estimate[]): FigureSpec {
  const labels = distinctLabels(of.outcomes.map(({ label, sign }) => `${sign} ${label}`));
  const data = rows(
    shares.map(
      (share, i): PlainObject => ({
        label: labels[i]!,
        hundred: hundred(share.value),
        low: hundred(share.low),
        high: hundred(share.high),
        ink: outcomeInk(of, i),
        text: shareText(share),
        says: `${of.outcomes[i]!.label}: ${shareSaid(share)}`,
      }),
    ),
  );
  const y = rowAxis(labels, 0.25);
  const x = (field: string): PlainObject => ({
    field,
    type: 'quantitative',
    title: OF_RUNS,
    scale: { zero: true },
  });
  return drawing({
    name: 'outcomes',
    title: of.title,
    subtitle: `How it ends, of 100 runs, with 95 % intervals; ${runsWords(shares[0]?.n ?? 0)}`,
    description: `Bars: how often each outcome comes. ${likeliest(of, shares)}`,
    height: BAR_ROW * labels.length,
    layer: [
      {
        data,
        mark: { type: 'bar' },
        encoding: { y, x: x('hundred'), fill: asItIs('ink'), description: SAID },
      },
      {
        data,
        mark: { type: 'rule', style: 'interval', aria: false },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      {
        data,
        mark: { type: 'text', align: 'left', dx: 8, style: 'value', aria: false },
        encoding: { y, x: AT_RIGHT, text: { field: 'text', type: 'nominal' } },
      },
    ],
  });
}

/** Several sides (now and before, variants) under each outcome; shares are parallel to the case's outcomes. */
export function outcomesBySideFigure(
  of: FigureCase,
  sides: readonly FigureSide[],
  what: 'runs' | 'futures' = 'runs',
): FigureSpec {
  if (sides.length >= MANY_SIDES) return outcomesGrid(of, sides, what);
  const labels = distinctLabels(of.outcomes.map(({ label, sign }) => `${sign} ${label}`));
  const names = distinctLabels(
    sides.map(({ name }) => name),
    SIDE_EMS,
  );
  const series = names.map((name, i): Series => ({ name, ink: seriesInk(i), shape: shapeAt(i) }));
  const dots = of.outcomes.flatMap(({ label }, outcome) =>
    sides.map(({ name, shares }, side): Dot => {
      const share = shares[outcome]!;
      return {
        label: labels[outcome]!,
        series: names[side]!,
        ...dotOfHundred(share),
        hollow: false,
        text: shareText(share),
        says: `${label}, ${name}: ${shareSaid(share)}`,
      };
    }),
  );
  return drawing({
    name: 'outcomes-compared',
    title: of.title,
    subtitle: `How it ends under each, of 100 ${what} with the same luck, with 95 % intervals; ${countsOf(sides)} ${what} of each`,
    description: `Dots: how often each outcome comes under ${listed(sides.map(({ name }) => short(name)))}. ${sides
      .map(({ name, shares }) => `${short(name)}: ${likeliest(of, shares)}`)
      .join(' ')}`,
    height: dotsHeight({ labels, series }),
    layer: dotLayers({ dots, labels, series, axis: `of 100 ${what}` }),
  });
}

/** `10,000`; `1,500 to 10,000` while one side has more. */
function countsOf(sides: readonly FigureSide[]): string {
  const counts = sides.map(({ shares }) => shares[0]?.n ?? 0);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? grouped(most) : `${grouped(least)} to ${grouped(most)}`;
}

const runsWords = (n: number): string => `${grouped(n)} runs`;

function likeliest({ outcomes }: FigureCase, shares: readonly Estimate[]): string {
  const order = shares.map((_, i) => i).sort((a, b) => shares[b]!.value - shares[a]!.value || a - b);
  return `${order
    .slice(0, 3)
    .map((i) => `${short(outcomes[i]!.label)} ${shareSaid(shares[i]!)}`)
    .join('; ')}.`;
}
