/** A link as a curve with an arrow head; as wide as runs took it often. */
import type { Link } from './figure.ts';
import type { Point } from './graphviz.ts';
import { escaped, px } from './svg-text.ts';

const PLAIN_WIDTH = 1.2;
const NARROWEST = 0.8;
const WIDEST = 6;
/** What no run took stays to be seen, faintly. */
const NEVER_TAKEN = ' opacity="0.45"';

/** Pixels; `share` from 0 to 1, null without runs. */
export const lineWidth = (share: number | null): number =>
  share === null ? PLAIN_WIDTH : NARROWEST + (WIDEST - NARROWEST) * share;

export function drawLink(link: Link, points: readonly Point[]): string {
  const width = lineWidth(link.share);
  const end = points[points.length - 1]!;
  const tip = link.head ? headAt(end, towards(points), width) : null;
  const shown = tip === null ? points : [...points.slice(0, -1), tip.base];
  const [first, ...rest] = shown.map(({ x, y }) => `${px(x)},${px(y)}`);
  const faint = link.share === 0 ? NEVER_TAKEN : '';
  const dashes = link.dashed ? ' dashed' : '';
  const told = link.happening === null ? '' : ` data-happening="${escaped(link.happening)}"`;
  const line = `<path class="line${dashes}"${told} stroke-width="${px(width)}"${faint} d="M${first} C${rest.join(' ')}"/>`;
  const head = tip === null ? '' : `<path class="head"${faint} d="${tip.path}"/>`;
  return `<g class="tie of-${link.from} of-${link.to}">${line}${head}</g>`;
}

/** The direction in which a curve ends, of length 1. */
function towards(points: readonly Point[]): Point {
  const end = points[points.length - 1]!;
  for (let index = points.length - 2; index >= 0; index -= 1) {
    const x = end.x - points[index]!.x;
    const y = end.y - points[index]!.y;
    const length = Math.sqrt(x * x + y * y);
    if (length > 0.5) return { x: x / length, y: y / length };
  }
  return { x: 0, y: 1 };
}

function headAt(end: Point, { x, y }: Point, width: number): { readonly base: Point; readonly path: string } {
  const length = 6 + 1.4 * width;
  const half = 2.6 + 0.9 * width;
  const base = { x: end.x - x * length, y: end.y - y * length };
  const corner = (side: 1 | -1): string => `${px(base.x - y * half * side)},${px(base.y + x * half * side)}`;
  return { base, path: `M${px(end.x)},${px(end.y)} L${corner(1)} L${corner(-1)} Z` };
}
