/** The last row of a screen: the keys that do something now. */
import { cell, FAINT, gap, type Row, STRONG, textWidth } from '../report/index.ts';

interface KeyWords {
  readonly sign: string;
  readonly word: string;
  readonly rank: number;
}

/** Where there is no room for all, those that matter least are left out, of equal ones the last. */
export function keysRow(keys: readonly KeyWords[], columns: number): Row {
  let entries = keys;
  const width = () => entries.reduce((sum, { sign, word }) => sum + textWidth(sign) + word.length + 3, 1);
  while (width() > columns && entries.length > 1) {
    const least = Math.min(...entries.map(({ rank }) => rank));
    const last = entries.findLastIndex(({ rank }) => rank === least);
    entries = entries.filter((_, index) => index !== last);
  }
  return [
    gap(1),
    ...entries.flatMap(({ sign, word }): Row => [cell(sign, STRONG), cell(` ${word}  `, FAINT)]),
  ];
}
