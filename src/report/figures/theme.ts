/**
 * How figures look, by light and by dark: letters for print, Okabe and Ito's colours (2008), and beside each colour a
 * mark or a dash that says the same.
 */
import { type Hue, INKS } from '../text/index.ts';
import type { PlainObject } from './spec.ts';

export type FigureMode = 'light' | 'dark';

interface Paper {
  readonly page: string;
  readonly ink: string;
  readonly faint: string;
  readonly grid: string;
}

const PAPERS: Readonly<Record<FigureMode, Paper>> = {
  light: { page: '#ffffff', ink: '#1b2129', faint: '#56616e', grid: '#e1e5ea' },
  dark: { page: '#14171c', ink: '#e6e9ee', faint: '#a3adba', grid: '#2c333d' },
};

/** Any machine has one of these; which, is the reader's. */
const FONT = 'sans-serif';

/** The `config` of a figure's specification. Styles that marks name: `halo`, `edge`, `reference`, `note`, `value`. */
export function figureConfig(mode: FigureMode): PlainObject {
  const { page, ink, faint, grid } = PAPERS[mode];
  return {
    background: page,
    font: FONT,
    padding: 12,
    view: { stroke: null },
    title: {
      anchor: 'start',
      frame: 'bounds',
      color: ink,
      fontSize: 15,
      subtitleColor: faint,
      subtitleFontSize: 12,
      subtitlePadding: 4,
      offset: 12,
    },
    axis: {
      labelColor: ink,
      labelFontSize: 12,
      labelLimit: 0,
      titleColor: faint,
      titleFontSize: 12,
      titleFontWeight: 'normal',
      titleLimit: 0,
      domainColor: faint,
      tickColor: faint,
      gridColor: grid,
    },
    legend: {
      labelColor: ink,
      labelFontSize: 12,
      labelLimit: 0,
      titleColor: faint,
      titleFontSize: 12,
      titleFontWeight: 'normal',
      titleLimit: 0,
      symbolStrokeWidth: 2,
      symbolSize: 80,
      // Of bands only the colour is meant, not how thin it is.
      symbolOpacity: 1,
    },
    text: { color: ink, fontSize: 12 },
    rule: { color: ink },
    tick: { color: ink },
    style: {
      edge: { stroke: page, strokeWidth: 1 },
      halo: { color: page, stroke: page, strokeWidth: 3, fontWeight: 'bold' },
      inside: { color: ink, fontWeight: 'bold' },
      reference: { color: faint, strokeDash: [4, 3] },
      grey: { color: faint },
      interval: { color: ink, strokeWidth: 1.5 },
      note: { color: faint, fontSize: 11 },
      value: { color: ink, fontSize: 12 },
    },
  };
}

/** Pale ones are darkened, so that a line of them is seen on white paper. */
const DARKENED: Readonly<Partial<Record<Hue, string>>> = { yellow: '#c9b500', silver: '#a5abb5' };

export const inkOf = (hue: Hue): string =>
  DARKENED[hue] ?? `#${INKS[hue].rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** Colours of things that lie side by side: the second of a hue is lighter, the third darker. */
export function distinctInks(hues: readonly Hue[]): readonly string[] {
  const seen = new Map<Hue, number>();
  return hues.map((hue) => {
    const times = seen.get(hue) ?? 0;
    seen.set(hue, times + 1);
    return shaded(inkOf(hue), SHADES[times % SHADES.length]!);
  });
}

/** Towards white (above 0) or black. */
const SHADES = [0, 0.45, -0.35, 0.7];

function shaded(ink: string, by: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16));
  const towards = by > 0 ? 255 : 0;
  const mixed = parts.map((part) => Math.round(part + (towards - part) * Math.abs(by)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const STAR =
  'M0,-1L.225,-.309L.951,-.309L.363,.118L.588,.809L0,.382L-.588,.809L-.363,.118L-.951,-.309L-.225,-.309Z';
const HOURGLASS = 'M-.8,-.8L.8,-.8L-.8,.8L.8,.8Z';
const SHAPES = [
  'square',
  'circle',
  'triangle-up',
  'diamond',
  'triangle-down',
  'cross',
  'triangle-right',
  'triangle-left',
  STAR,
  HOURGLASS,
];
const DASHES: readonly (readonly number[])[] = [
  [1, 0],
  [7, 3],
  [2, 2],
  [8, 3, 2, 3],
  [12, 4],
];

/** Marks, as Vega names or draws them, of things in an order. */
export const shapeAt = (index: number): string => SHAPES[index % SHAPES.length]!;

/** Dashes of lines in an order; where marks come round again, the dash is another. */
export const dashAt = (index: number): readonly number[] =>
  DASHES[(index + Math.floor(index / SHAPES.length)) % DASHES.length]!;

/** Colours of things that have none of their own, such as variants. */
const SERIES: readonly Hue[] = ['blue', 'vermillion', 'green', 'orange', 'purple', 'sky', 'slate', 'sand'];
export const seriesInk = (index: number): string => inkOf(SERIES[index % SERIES.length]!);

/** What fills a mark that says: this could be nothing. */
export const HOLLOW = 'transparent';
