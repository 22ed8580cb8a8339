/** The file was saved with faults: what they are. */
import { cell, clean, EMPTY_ROW, FAINT, gap, type Row } from '../../../report/index.ts';
import { titleRow } from './page.ts';

export function fileFaultsPage(lines: readonly string[]): readonly Row[] {
  return [
    titleRow('THE FILE HAS FAULTS', 'the last good version goes on; save it again when they are mended'),
    EMPTY_ROW,
    ...lines.map((line): Row => [gap(1), cell(cleanKeepingBlanks(line))]),
    EMPTY_ROW,
    [gap(1), cell('esc closes this', FAINT)],
  ];
}

/** Carets stand under what they mean: blanks are kept as they are. */
const cleanKeepingBlanks = (line: string): string =>
  line
    .split(/( +)/)
    .map((part) => (part.startsWith(' ') ? part : clean(part)))
    .join('');
