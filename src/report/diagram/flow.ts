/** Boxes in rows, like words in a paragraph. */
import { type Size, sizeOf } from './box-size.ts';
import type { Box } from './figure.ts';
import type { Placed } from './graphviz.ts';

export interface Flowed {
  readonly size: Size;
  readonly boxes: readonly Placed<Box>[];
}

/** Rows no wider than `width` pixels (but for a box that is), boxes `gap` apart, the middles of a row in line. */
export function flowed(boxes: readonly Box[], width: number, gap: number): Flowed {
  const placed: Placed<Box>[] = [];
  let y = 0;
  for (const row of rowsOf(boxes, width, gap)) {
    const height = Math.max(...row.map((box) => sizeOf(box).height));
    let x = 0;
    for (const thing of row) {
      const size = sizeOf(thing);
      placed.push({ thing, size, centre: { x: x + size.width / 2, y: y + height / 2 } });
      x += size.width + gap;
    }
    y += height + gap;
  }
  const right = Math.max(0, ...placed.map(({ centre, size }) => centre.x + size.width / 2));
  return { size: { width: right, height: Math.max(0, y - gap) }, boxes: placed };
}

function rowsOf(boxes: readonly Box[], width: number, gap: number): readonly (readonly Box[])[] {
  const rows: Box[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const own = sizeOf(box).width;
    if (used + gap + own > width) {
      rows.push([box]);
      used = own;
    } else {
      rows[rows.length - 1]!.push(box);
      used += gap + own;
    }
  }
  return rows;
}
