/** Each parameter alone at its tails: a bar from where the outcome is rarest to where it is most frequent. */
import type { TornadoOutput } from '../../experiment/index.ts';
import { ofHundred } from '../text/index.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { changeText, hundred, isClear, ticksOfHundred, tidy, valueText } from './numbers.ts';
import { rowAxis } from './rows-of-dots.ts';
import { AT_RIGHT, asItIs, drawing, type FigureSpec, type PlainObject, rows, SAID } from './spec.ts';
import { HOLLOW, seriesInk } from './theme.ts';

/** Bars of a figure, at most; how many more there are is said. */
export const MOST_ROWS = 20;

const ROW = 25;
/** Room beside the longest bar, as a part of the width. */
const END_ROOM = 0.16;
const INK = seriesInk(0);

export type TornadoBars = TornadoOutput['bars'];

/** @param outcome the outcome's id and label. @param bars the longest first. */
export function tornadoFigure(
  title: string,
  outcome: { readonly id: string; readonly label: string },
  bars: TornadoBars,
): FigureSpec {
  const shown = bars.slice(0, MOST_ROWS);
  const labels = distinctLabels(shown.map(({ label }) => label));
  const data = rows(
    shown.map(({ label, least, most, swing }, i): PlainObject => {
      const clear = isClear(swing);
      return {
        label: labels[i]!,
        low: hundred(least.share.value),
        high: hundred(most.share.value),
        fill: clear ? INK : HOLLOW,
        atLow: short(valueText(least.value), 9),
        atHigh: short(valueText(most.value), 9),
        text: changeText(swing, 100),
        says: `${label}: ${ofHundred(least.share)} of 100 runs at ${valueText(least.value)}, ${ofHundred(most.share)} at ${valueText(most.value)}${clear ? '' : '; could be no difference'}`,
      };
    }),
  );
  const least = Math.min(...shown.map((bar) => hundred(bar.least.share.value)));
  const most = Math.max(least + 1, ...shown.map((bar) => hundred(bar.most.share.value)));
  // For the values at the ends.
  const room = (most - least) * END_ROOM;
  const y = rowAxis(labels, 0.3);
  const x = (field: string): PlainObject => ({
    field,
    type: 'quantitative',
    title: `${short(outcome.label, 40)}, of 100 runs`,
    scale: { domain: [tidy(least - room), tidy(most + room)], nice: false, zero: false },
    axis: { values: ticksOfHundred(least, most) },
  });
  const end = (field: string, text: string, align: string, dx: number): PlainObject => ({
    data,
    mark: { type: 'text', style: 'note', align, dx, aria: false },
    encoding: { y, x: x(field), text: { field: text, type: 'nominal' } },
  });
  const clear = shown.filter(({ swing }) => isClear(swing));
  return drawing({
    name: `tornado-${outcome.id}`,
    title: `${short(title, 60)}: what moves “${short(outcome.label, 36)}”`,
    subtitle: `Each alone at its 5th and 95th percentile (the values at the ends), the rest as it is; right: the swing; hollow: could be nothing${rest(bars.length)}`,
    description: `Bars: how far each parameter alone moves ${short(outcome.label)}. ${
      clear.length === 0
        ? 'None clearly does.'
        : `Most: ${listed(clear.map(({ label, swing }) => `${short(label)} ${changeText(swing, 100)}`))}.`
    }`,
    height: ROW * labels.length,
    layer: [
      {
        data,
        mark: { type: 'bar', strokeWidth: 1.5, stroke: INK },
        encoding: { y, x: x('low'), x2: { field: 'high' }, fill: asItIs('fill'), description: SAID },
      },
      end('low', 'atLow', 'right', -5),
      end('high', 'atHigh', 'left', 5),
      {
        data,
        mark: { type: 'text', style: 'value', align: 'left', dx: 8, aria: false },
        encoding: { y, x: AT_RIGHT, text: { field: 'text', type: 'nominal' } },
      },
    ],
  });
}

/** `; 37 more are shorter`, for the end of a subtitle. */
export const rest = (all: number): string =>
  all <= MOST_ROWS ? '' : `; ${all - MOST_ROWS} more matter no more than the last`;
