/** Curves of shares over a parameter as a chart of signs, one of them with its band. */
import type { Estimate } from '../../analysis/index.ts';
import { type Cell, cell, FAINT, type Row, type Style } from './cells.ts';
import { atRight } from './fit.ts';
import type { Look } from './looks.ts';

export interface Curve {
  readonly look: Look;
  /** One a place. */
  readonly shares: readonly Estimate[];
}

export interface LineChart {
  /** Ascending. */
  readonly places: readonly number[];
  readonly curves: readonly Curve[];
  /** Index of the curve that has a band and lies on top. */
  readonly focus: number;
  /** A place to mark with a line, or null. */
  readonly mark: number | null;
  /** The share at the chart's top. */
  readonly top: number;
}

const SCALE = 5;
const BAND = '░';
const MARK = '┆';

interface Glyph {
  readonly text: string;
  readonly style: Style;
}

/** `rows` rows: the chart between a scale of hundreds and, last, its axis. Places are as far apart as their values. */
export function lineChart(
  chart: LineChart,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): readonly Row[] {
  const width = Math.max(8, columns - SCALE - 1);
  const height = Math.max(3, rows - 1);
  const cells: (Glyph | null)[][] = Array.from({ length: height }, () =>
    new Array<Glyph | null>(width).fill(null),
  );
  const put = (row: number, column: number, glyph: Glyph): void => {
    const line = cells[Math.min(height - 1, Math.max(0, row))]!;
    line[column] = glyph;
  };
  const rowOf = (share: number): number => Math.round((1 - Math.min(1, share / chart.top)) * (height - 1));
  const focus = chart.curves[chart.focus];
  if (focus !== undefined) drawBand(chart.places, focus, { width, rowOf, put });
  const markColumn = chart.mark === null ? -1 : columnOf(chart.places, chart.mark, width);
  if (markColumn >= 0) {
    for (let row = 0; row < height; row += 1) put(row, markColumn, { text: MARK, style: { tone: 'strong' } });
  }
  const order = chart.curves.filter((_, index) => index !== chart.focus);
  for (const curve of focus === undefined ? order : [...order, focus]) {
    const style: Style = curve === focus ? { hue: curve.look.hue, tone: 'strong' } : { hue: curve.look.hue };
    for (let column = 0; column < width; column += 1) {
      const value = at(chart.places, curve.shares, column / (width - 1), ({ value: share }) => share);
      put(rowOf(value), column, { text: curve.look.sign, style });
    }
  }
  const body = cells.map((line, row): Row => {
    const share = chart.top * (1 - row / (height - 1));
    const isMarked = row === 0 || row === height - 1 || row === Math.round((height - 1) / 2);
    const text = isMarked ? String(Math.round(100 * share)) : '';
    return [cell(atRight(text, SCALE - 1), FAINT), cell(isMarked ? '┤' : '│', FAINT), ...joined(line)];
  });
  return [...body, [cell(`${' '.repeat(SCALE - 1)}└${'─'.repeat(width)}`, FAINT)]];
}

/** The column of a value on the chart's axis. */
export function columnOf(places: readonly number[], value: number, width: number): number {
  const [low, high] = [places[0] ?? 0, places[places.length - 1] ?? 1];
  const part = high > low ? (value - low) / (high - low) : 0;
  return Math.min(width - 1, Math.max(0, Math.round(part * (width - 1))));
}

interface Canvas {
  readonly width: number;
  readonly rowOf: (share: number) => number;
  readonly put: (row: number, column: number, glyph: Glyph) => void;
}

function drawBand(places: readonly number[], curve: Curve, { width, rowOf, put }: Canvas): void {
  for (let column = 0; column < width; column += 1) {
    const part = column / (width - 1);
    const top = rowOf(at(places, curve.shares, part, ({ high }) => high));
    const bottom = rowOf(at(places, curve.shares, part, ({ low }) => low));
    for (let row = top; row <= bottom; row += 1)
      put(row, column, { text: BAND, style: { hue: curve.look.hue } });
  }
}

/** Straight between neighbouring places; `part` of the way along them all. */
function at(
  places: readonly number[],
  shares: readonly Estimate[],
  part: number,
  of: (share: Estimate) => number,
): number {
  const [low, high] = [places[0] ?? 0, places[places.length - 1] ?? 1];
  const x = low + part * (high - low);
  const next = places.findIndex((place) => place >= x - 1e-12 * Math.max(1, Math.abs(x)));
  const right = Math.max(0, next < 0 ? places.length - 1 : next);
  const left = Math.max(0, right - 1);
  const [from, to] = [places[left]!, places[right]!];
  const share = to > from ? Math.min(1, Math.max(0, (x - from) / (to - from))) : 1;
  return of(shares[left]!) * (1 - share) + of(shares[right]!) * share;
}

/** Neighbours of one style as one cell. */
function joined(line: readonly (Glyph | null)[]): Row {
  const row: Cell[] = [];
  for (const glyph of line) {
    const { text, style } = glyph ?? { text: ' ', style: {} };
    const last = row[row.length - 1];
    const same = last !== undefined && last.style.hue === style.hue && last.style.tone === style.tone;
    if (same) row[row.length - 1] = cell(last.text + text, last.style);
    else row.push(cell(text, style));
  }
  return row;
}
