/** Where panels stand on a page: in columns, read downwards, in their order. */
import type { Size } from './box-size.ts';
import type { Point } from './graphviz.ts';

export interface Packed {
  readonly size: Size;
  /** The top left corner of each, and the width of its column. */
  readonly corners: readonly Point[];
  readonly widths: readonly number[];
}

/** So many panels are tried in every way; more are dealt into columns of like height. */
const MOST_TRIED = 10;

/** What stands side by side without being wider than this needs no columns, pixels: a screen shows it. */
const WIDEST_ROW = 1500;
/** Pages so little larger than the smallest count as small as it; of them the fullest is taken. */
const SLACK = 1.06;

/**
 * All side by side where a screen has room for it; else the columns for which a page of the given shape is smallest, or
 * nearly so and fuller.
 * @param aspect width of the page over its height.
 */
export function packColumns(sizes: readonly Size[], gap: number, aspect: number): Packed {
  const row = placed(
    sizes,
    sizes.map(() => 1),
    gap,
  );
  if (row.size.width <= WIDEST_ROW) return row;
  const ways = partitions(sizes.length).map((columns) => placed(sizes, columns, gap));
  const cost = ({ size }: Packed): number => Math.max(size.width / aspect, size.height);
  const least = Math.min(...ways.map(cost));
  const small = ways.filter((way) => cost(way) <= SLACK * least);
  const area = ({ size }: Packed): number => size.width * size.height;
  return small.reduce((best, way) => (area(way) < area(best) ? way : best));
}

/** Numbers of panels a column. */
type Columns = readonly number[];

function partitions(count: number): readonly Columns[] {
  if (count > MOST_TRIED) {
    return Array.from({ length: count }, (_, wide) => dealt(count, wide + 1));
  }
  const all: number[][] = [];
  for (let cuts = 0; cuts < 2 ** Math.max(0, count - 1); cuts += 1) {
    const columns = [1];
    for (let panel = 1; panel < count; panel += 1) {
      if ((cuts >> (panel - 1)) & 1) columns.push(1);
      else columns[columns.length - 1]! += 1;
    }
    all.push(columns);
  }
  return all;
}

const dealt = (count: number, columns: number): Columns =>
  Array.from(
    { length: columns },
    (_, column) => Math.floor(((column + 1) * count) / columns) - Math.floor((column * count) / columns),
  );

function placed(sizes: readonly Size[], columns: Columns, gap: number): Packed {
  const corners: Point[] = [];
  const widths: number[] = [];
  let x = 0;
  let height = 0;
  for (const count of columns) {
    let y = 0;
    let width = 0;
    for (const size of sizes.slice(corners.length, corners.length + count)) {
      corners.push({ x, y });
      y += size.height + gap;
      width = Math.max(width, size.width);
    }
    for (let panel = 0; panel < count; panel += 1) widths.push(width);
    height = Math.max(height, y - gap);
    x += width + gap;
  }
  return { size: { width: x - gap, height }, corners, widths };
}
