/** What really happened, over a figure of days: numbered rules on top, and what the numbers are underneath. */
import { clean, dateText, wrap } from '../text/index.ts';
import type { FigureCase } from './case.ts';
import { tidy } from './numbers.ts';
import { PLOT_WIDTH, type PlainObject, rows, SAID } from './spec.ts';

/** Numbers nearer than this stand on top of each other. */
const APART = 16;
const ROW_HEIGHT = 13;
const KEY_COLUMNS = 96;
const KEY_LINES = 12;

export interface TimelineMarks {
  readonly layers: readonly PlainObject[];
  /** Lines that say what the numbers are. */
  readonly key: readonly string[];
}

interface Moment {
  readonly day: number;
  readonly labels: readonly string[];
}

/** What happened on one day has one number. */
function momentsOf({ timeline, horizonDays }: FigureCase): readonly Moment[] {
  const byDay = new Map<number, string[]>();
  for (const { day, label } of timeline) {
    const whole = Math.floor(day + 1e-9);
    if (day >= 0 && day <= horizonDays) byDay.set(whole, [...(byDay.get(whole) ?? []), clean(label)]);
  }
  return [...byDay].map(([day, labels]) => ({ day, labels })).sort((a, b) => a.day - b.day);
}

/** Nothing where the scenario has no timeline. */
export function timelineMarks(
  of: FigureCase,
  { x, height }: { readonly x: PlainObject; readonly height: number },
): TimelineMarks {
  const moments = momentsOf(of);
  if (moments.length === 0) return { layers: [], key: [] };
  const levels: number[] = [];
  const placed = moments.map(({ day, labels }, i): PlainObject => {
    const at = (day / of.horizonDays) * PLOT_WIDTH;
    const free = levels.findIndex((last) => at - last >= APART);
    const level = free < 0 ? levels.length : free;
    levels[level] = at;
    return {
      day: tidy(day),
      number: String(i + 1),
      top: -9 - level * ROW_HEIGHT,
      says: `${dateText(of.start, day)}: ${labels.join(', ')}`,
    };
  });
  const data = rows(placed);
  const key = moments.flatMap(({ day, labels }, i) =>
    wrap(`${i + 1}: ${dateText(of.start, day)}, ${labels.join(', ')}`, KEY_COLUMNS),
  );
  return {
    layers: [
      {
        data,
        mark: { type: 'rule', style: 'reference', aria: false, y: 0, y2: height },
        encoding: { x },
      },
      {
        data,
        mark: { type: 'text', style: 'note', baseline: 'middle' },
        encoding: {
          x,
          y: { field: 'top', type: 'quantitative', scale: null, axis: null },
          text: { field: 'number', type: 'nominal' },
          description: SAID,
        },
      },
    ],
    key: [
      'What happened:',
      ...key.slice(0, KEY_LINES),
      ...(key.length > KEY_LINES ? ['… the rest is in the scenario’s timeline.'] : []),
    ],
  };
}
