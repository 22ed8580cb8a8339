/** What happened in the runs: how often, and on which day first. */
import type { Findings } from '../../experiment/index.ts';
import { called } from '../describe/entry.ts';
import { type Block, code, say, table } from '../document/index.ts';
import { dateText, intervalText, ofHundred, tableStep } from '../text/index.ts';

export function happenedBlocks({ result, scenario }: Findings): readonly Block[] {
  const { happenings } = result;
  if (happenings.length === 0) return [];
  const step = tableStep(happenings.map(({ share }) => share));
  return [
    table(
      'In how many of 100 runs each thing happened at least once, and the median day of its first among these.',
      ['What', 'Of 100 runs>', '95 % interval>', 'First, median'],
      happenings.map((happening) => [
        say`${called(happening)} (${code(happening.path)})`,
        [ofHundred(happening.share)],
        [intervalText(happening.share, step)],
        [happening.median_day === null ? 'never' : dateText(scenario.time.start, happening.median_day)],
      ]),
    ),
  ];
}
