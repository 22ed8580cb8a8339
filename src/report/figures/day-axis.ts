/** Days from the start along the bottom of a figure, as dates where the start is known. */
import { dateText } from '../text/index.ts';
import { tidy } from './numbers.ts';
import { PLOT_WIDTH, type PlainObject } from './spec.ts';

const STEPS = [1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365, 730, 1825, 3650];
const LABEL_WIDTH = 52;

export interface Days {
  readonly start: string | null;
  readonly horizonDays: number;
}

/**
 * The channel `x` over days. Its labels are written by an expression that knows numbers and the names of months, nothing
 * else.
 * @param title further lines under the axis.
 */
export function dayAxis(
  { start, horizonDays }: Days,
  { field = 'day', width = PLOT_WIDTH, title }: { field?: string; width?: number; title?: readonly string[] },
): PlainObject {
  const step = STEPS.find((days) => (days / horizonDays) * width >= LABEL_WIDTH) ?? horizonDays;
  const values = Array.from({ length: Math.floor(horizonDays / step + 1e-9) + 1 }, (_, i) => tidy(i * step));
  const names = Object.fromEntries(values.map((day) => [String(day), dateText(start, day)]));
  return {
    field,
    type: 'quantitative',
    scale: { domain: [0, tidy(horizonDays)], nice: false },
    axis: {
      values,
      labelExpr: `${JSON.stringify(names)}[datum.value]`,
      labelFlush: true,
      grid: false,
      title: title === undefined || title.length === 0 ? null : title,
      titleAlign: 'left',
      titleAnchor: 'start',
      titlePadding: 10,
      titleFontSize: 11,
    },
  };
}
