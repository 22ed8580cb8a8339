/** Stacks blocks of rows; where they do not fit, those that matter least go first. */
import { EMPTY_ROW, type Row } from '../../../report/index.ts';

export interface Block {
  readonly rows: readonly Row[];
  /** The lower, the sooner it is left out. */
  readonly rank: number;
}

/** A blank row, the first to go. */
export const AIR: Block = { rows: [EMPTY_ROW], rank: 0 };

export function stacked(blocks: readonly Block[], height: number): readonly Row[] {
  let kept = blocks.filter(({ rows }) => rows.length > 0);
  const total = () => kept.reduce((sum, { rows }) => sum + rows.length, 0);
  while (total() > height && kept.length > 1) {
    const least = Math.min(...kept.map(({ rank }) => rank));
    const last = kept.findLastIndex(({ rank }) => rank === least);
    kept = kept.filter((_, index) => index !== last);
  }
  return kept.flatMap(({ rows }) => rows).slice(0, height);
}
