/** A bar of now with a mark where before was: `██████▓▌──┤   ┆`. */
import type { Estimate } from '../../analysis/index.ts';
import { bar } from './bar.ts';
import { type Cell, cell, FAINT, type Row, type Style } from './cells.ts';
import { graphemes } from './width.ts';

export interface ChangeSpan {
  readonly now: Estimate | null;
  readonly before: Estimate | null;
  /** The share that the whole width stands for. */
  readonly scale: number;
}

const MARK = '┆';

/** Exactly `width` columns; dots without runs, no mark without a before. */
export function changeBar({ now, before, scale }: ChangeSpan, width: number, style: Style): Row {
  if (now === null || now.n === 0) return [cell('·'.repeat(width), FAINT)];
  const drawn = bar({ value: now.value / scale, low: now.low / scale, high: now.high / scale }, width, style);
  if (before === null || before.n === 0) return drawn;
  const column = Math.min(width - 1, Math.max(0, Math.round((before.value / scale) * width) - 1));
  return marked(drawn, column);
}

/** The row with the mark at a column; a filled column keeps its colour behind it. */
function marked(row: readonly Cell[], column: number): Row {
  let from = 0;
  return row.flatMap((one): Row => {
    const letters = graphemes(one.text);
    const at = column - from;
    from += letters.length;
    if (at < 0 || at >= letters.length) return [one];
    const isFull = letters[at] === '█' || letters[at] === '▓';
    const style: Style =
      isFull && one.style.hue !== undefined ? { ground: one.style.hue } : { tone: 'strong' };
    return [
      cell(letters.slice(0, at).join(''), one.style),
      cell(MARK, style),
      cell(letters.slice(at + 1).join(''), one.style),
    ];
  });
}
