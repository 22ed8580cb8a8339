/** Days since the start as dates, and the axis under a chart over time. No locale, no time zone. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400_000;

/** Milliseconds of an ISO date without zone; NaN where it is none. */
function instant(start: string): number {
  const parts = /^(-?\d{1,6})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(start);
  if (parts === null) return Number.NaN;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = parts;
  return Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds),
  );
}

/** `4 Jan`; `day 2` where the start is not known. */
export function dateText(start: string | null, day: number): string {
  const time = start === null ? Number.NaN : instant(start) + Math.floor(day * 1440 + 1e-6) * 60_000;
  if (Number.isNaN(time)) return `day ${Number(day.toFixed(2))}`;
  const date = new Date(time);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/** `4 Jan 18:00`; without the hour at midnight. */
export function momentText(start: string | null, day: number): string {
  const time = start === null ? Number.NaN : instant(start) + Math.floor(day * 1440 + 1e-6) * 60_000;
  if (Number.isNaN(time) || time % DAY === 0) return dateText(start, day);
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dateText(start, day)} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

const STEPS = [1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365, 730, 1825, 3650];
const LABEL_ROOM = 8;

export interface Tick {
  readonly column: number;
  readonly label: string;
}

/** The column of a day on a chart whose columns cut `[0, horizon]` into equal stretches. */
export const columnOfDay = (day: number, horizon: number, width: number): number =>
  Math.min(width - 1, Math.max(0, Math.floor((day / horizon) * width + 1e-9)));

/** Ticks at round numbers of days, as many as stand apart. */
export function dayTicks(start: string | null, horizon: number, width: number): readonly Tick[] {
  const step = STEPS.find((days) => (days / horizon) * width >= LABEL_ROOM) ?? horizon;
  const ticks: Tick[] = [];
  for (let day = 0; day < horizon; day += step) {
    const label = start !== null ? dateText(start, day) : day === 0 ? 'day 0' : String(day);
    const column = columnOfDay(day, horizon, width);
    if (column + label.length <= width || ticks.length === 0) ticks.push({ column, label });
  }
  return ticks;
}

/** The ticks' labels in one text of `width` columns, each beginning at its column. */
export function tickLabels(ticks: readonly Tick[], width: number): string {
  let line = '';
  for (const { column, label } of ticks) {
    if (column >= line.length) line = line.padEnd(column) + label;
  }
  return line.padEnd(width).slice(0, width);
}

/** The axis line itself, with a mark at each tick: `┬─────────┬────`. */
export function tickLine(ticks: readonly Tick[], width: number): string {
  const marked = new Set(ticks.map(({ column }) => column));
  return Array.from({ length: width }, (_, column) => (marked.has(column) ? '┬' : '─')).join('');
}
