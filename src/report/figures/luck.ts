/** Luck or ignorance: what of each output's variance is chance within a world, and what is not knowing the world. */
import type { LuckOutput } from '../../experiment/index.ts';
import { rounded } from '../text/index.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { hundred, tidy } from './numbers.ts';
import { rowAxis } from './rows-of-dots.ts';
import { AT_RIGHT, drawing, type FigureSpec, type PlainObject, rows, SAID } from './spec.ts';
import { seriesInk } from './theme.ts';

const ROW = 28;
const PARTS = ['not knowing the world', 'luck within a world'];
/** On the colours of the bars, by light and by dark. */
const INK = '#10151c';
const INKS = [seriesInk(0), seriesInk(7)];

export function luckFigure(title: string, outputs: readonly LuckOutput[]): FigureSpec {
  const labels = distinctLabels(outputs.map(({ label }) => label));
  const clipped = (value: number): number => Math.min(1, Math.max(0, value));
  const parts = outputs.flatMap(({ label, ignoranceShare }, i): readonly PlainObject[] => {
    const share = clipped(ignoranceShare.value);
    const said = `${label}: ${percent(share)} of the variance is not knowing the world (${percent(clipped(ignoranceShare.low))} to ${percent(clipped(ignoranceShare.high))})`;
    return [
      { label: labels[i]!, part: PARTS[0]!, from: 0, to: hundred(share), says: said },
      { label: labels[i]!, part: PARTS[1]!, from: hundred(share), to: 100, says: said },
    ];
  });
  const ends = outputs.map(({ ignoranceShare: { value, low, high } }, i): PlainObject => {
    const clear = low > 0;
    return {
      label: labels[i]!,
      at: hundred(clipped(value)),
      low: hundred(clipped(low)),
      high: hundred(clipped(high)),
      clear,
      text: clear
        ? `${percent(clipped(value))} (${rounded(100 * clipped(low), 1)}–${percent(clipped(high))})`
        : `could be 0 (up to ${percent(clipped(high))})`,
    };
  });
  const y = rowAxis(labels, 0.25);
  const x = (field: string): PlainObject => ({
    field,
    type: 'quantitative',
    title: 'of 100 parts of the variance of a single run',
    scale: { domain: [0, 100] },
  });
  const dots = (isClear: boolean): readonly PlainObject[] => {
    const own = ends.filter(({ clear }) => clear === isClear);
    if (own.length === 0) return [];
    return [
      {
        data: rows(own),
        mark: { type: 'point', color: INK, filled: isClear, size: 35, opacity: 1, aria: false },
        encoding: { y, x: x('at') },
      },
    ];
  };
  const largest = [...outputs].sort((a, b) => b.ignoranceShare.value - a.ignoranceShare.value);
  return drawing({
    name: 'luck-or-ignorance',
    title: `${short(title, 60)}: luck or ignorance`,
    subtitle:
      'What of the variance of a single run is not knowing the parameters, with 95 % intervals; the rest is luck',
    description: `Stacked bars: the variance of each output, not knowing the world against luck. Most is not knowing for ${listed(
      largest.map(({ label, ignoranceShare }) => `${short(label)} ${percent(clipped(ignoranceShare.value))}`),
      3,
    )}.`,
    height: ROW * labels.length,
    layer: [
      {
        data: rows(parts),
        mark: { type: 'bar', style: 'edge' },
        encoding: {
          y,
          x: x('from'),
          x2: { field: 'to' },
          fill: {
            field: 'part',
            type: 'nominal',
            scale: { domain: PARTS, range: INKS },
            legend: { title: null, orient: 'top', symbolType: 'square' },
          },
          description: SAID,
        },
      },
      {
        data: rows(ends),
        mark: { type: 'rule', color: INK, strokeWidth: 1.5, aria: false },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      ...dots(true),
      ...dots(false),
      {
        data: rows(ends),
        mark: { type: 'text', style: 'value', align: 'left', dx: 8, aria: false },
        encoding: { y, x: AT_RIGHT, text: { field: 'text', type: 'nominal' } },
      },
    ],
  });
}

const percent = (share: number): string => `${rounded(tidy(100 * share), 1)} %`;
