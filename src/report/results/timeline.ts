/** What really happened, beside what the runs gave. */
import type { Findings, TimelineFinding } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { sourcesLine } from '../describe/entry.ts';
import { datesOf, measuredWords } from '../describe/timeline.ts';
import { type Block, say, table, words } from '../document/index.ts';
import { dateText, ofHundred } from '../text/index.ts';

export function timelineBlocks({ scenario, timeline }: Findings): readonly Block[] {
  if (timeline.length === 0) return [];
  return [
    table(
      'The real timeline, beside what the runs gave.',
      ['When', 'What happened', 'In the runs', 'Source'],
      timeline.map((finding) => [
        [datesOf(scenario, finding) ?? '–'],
        say`${words(finding.entry.what)}${finding.entry.contested ? ' (Contested.)' : ''}`,
        [runsGave(scenario, finding)],
        sourcesLine(finding.entry),
      ]),
    ),
  ];
}

function runsGave({ time }: Scenario, finding: TimelineFinding): string {
  const { happened, measured } = finding;
  if (happened !== null) {
    const { share, medianDay } = happened;
    const when = medianDay === null ? '' : `, half of these by ${dateText(time.start, medianDay)}`;
    return `in ${ofHundred(share)} of 100 runs${when}`;
  }
  return measured === null ? 'not in the model' : measuredWords(finding, measured);
}
