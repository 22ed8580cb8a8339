/** Runs that a fault ended, with the commands that replay them. */
import type { FaultedRun } from '../../experiment/index.ts';
import { cell, cleanParagraph, FAINT, gap, grouped, type Row } from '../text/index.ts';
import { paragraph } from './paragraph.ts';

/** Empty without faults. Commands may be wider than the page. */
export function faultRows(count: number, listed: readonly FaultedRun[], columns: number): readonly Row[] {
  if (count === 0) return [];
  const what = `${grouped(count)} ${count === 1 ? 'run' : 'runs'} came to a fault and ${count === 1 ? 'counts' : 'count'} in no estimate.`;
  return [
    ...paragraph(listed.length < count ? `${what} The first ${listed.length}:` : what, columns),
    ...listed.flatMap(({ message, command }): readonly Row[] => [
      ...message.split('\n').flatMap((line) => paragraph(line, columns)),
      [gap(3), cell(cleanParagraph(`again: ${command}`), FAINT)],
    ]),
  ];
}
