/** Small drawings that stand in the cells of tables; the numbers stand beside them. */
import type { Estimate } from '../../analysis/index.ts';
import { type Hue, INKS } from '../text/index.ts';
import { type Html, html } from './escape.ts';

export const inkOf = (hue: Hue): string => `rgb(${INKS[hue].rgb.join(',')})`;

/** To a hundredth of the width. */
const place = (part: number): string => String(Number((100 * Math.min(1, Math.max(0, part))).toFixed(2)));

/** The share that fills a row: the next ten of a hundred above the highest. */
export const scaleOf = (shares: readonly Estimate[]): number =>
  Math.min(1, Math.max(0.1, Math.ceil(10 * Math.max(0, ...shares.map(({ high }) => high))) / 10));

export interface ShareBar {
  readonly share: Estimate;
  /** What it was: a mark on the bar. */
  readonly before: Estimate | null;
  readonly scale: number;
  readonly hue: Hue;
}

/** A bar with the interval as a line through its end. */
export function shareBar({ share, before, scale, hue }: ShareBar): Html {
  const at = (value: number): string => place(value / scale);
  const was =
    before === null
      ? null
      : html`<line class="was" x1="${at(before.value)}" x2="${at(before.value)}" y1="0" y2="20"/>`;
  return html`<svg class="bar" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="20"/><rect class="value" fill="${inkOf(hue)}" y="3" width="${at(share.value)}" height="14"/><line class="error" x1="${at(share.low)}" x2="${at(share.high)}" y1="10" y2="10"/>${was}</svg>`;
}

/** From one share to another: what an assumption moves. */
export function spanBar(least: number, most: number, scale: number): Html {
  const at = (value: number): string => place(value / scale);
  return html`<svg class="bar" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="20"/><rect class="span" x="${at(least)}" y="4" width="${place((most - least) / scale)}" height="12"/></svg>`;
}

/** How values spread: bars side by side, the highest as high as the row. */
export function histogramBar(counts: readonly number[]): Html {
  const most = Math.max(1, ...counts);
  const width = 100 / Math.max(1, counts.length);
  const bars = counts
    .map((count, index) => ({ height: (20 * count) / most, x: width * index }))
    .filter(({ height }) => height > 0.05);
  return html`<svg class="bar" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="20"/>${bars.map(({ height, x }) => html`<rect class="span" x="${x.toFixed(2)}" y="${(20 - height).toFixed(2)}" width="${width.toFixed(2)}" height="${height.toFixed(2)}"/>`)}</svg>`;
}
