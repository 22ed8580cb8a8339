/** Runs that a fault ended, with the commands that replay them. */
import type { FaultCount, FaultRegion } from '../../experiment/index.ts';
import { cell, cleanParagraph, FAINT, gap, grouped, type Row } from '../text/index.ts';
import { boxWords } from './limit-words.ts';
import { paragraph } from './paragraph.ts';

/** Empty without faults. Commands may be wider than the page. */
export function faultRows({ count, listed, region }: FaultCount, columns: number): readonly Row[] {
  if (count === 0) return [];
  const what = `${grouped(count)} ${count === 1 ? 'run' : 'runs'} came to a fault and ${count === 1 ? 'counts' : 'count'} in no estimate.`;
  return [
    ...paragraph(what, columns),
    ...(region === null ? [] : paragraph(regionWords(region), columns)),
    ...(listed.length < count ? paragraph(`The first ${listed.length}:`, columns) : []),
    ...listed.flatMap(({ message, command }): readonly Row[] => [
      ...message.split('\n').flatMap((line) => paragraph(line, columns)),
      [gap(3), cell(cleanParagraph(`again: ${command}`), FAINT)],
    ]),
  ];
}

const ofHundredRuns = (share: number): string =>
  share > 0 && share < 0.005 ? 'less than 1 of 100' : `${Math.round(100 * share)} of 100`;

/** Where faulted runs lie, in a sentence. */
export function regionWords({ kind, limits, factors, coverage, density }: FaultRegion): string {
  const where = boxWords(limits, factors);
  const often = `${ofHundredRuns(density)} runs there come to a fault`;
  return kind === 'ranges'
    ? `What they have in common: ${where}; ${often}.`
    : `${ofHundredRuns(coverage)} of these faults lie where ${where}; ${often}.`;
}
