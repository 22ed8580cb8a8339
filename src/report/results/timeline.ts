/** What really happened, beside what the runs gave. */
import type { Findings, TimelineFinding } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { sourcesLine } from '../describe/entry.ts';
import { type Block, say, table, words } from '../document/index.ts';
import { dateText, ofHundred, rounded } from '../text/index.ts';

export function timelineBlocks({ scenario, timeline }: Findings): readonly Block[] {
  if (timeline.length === 0) return [];
  return [
    table(
      'The real timeline, beside what the runs gave.',
      ['When', 'What happened', 'In the runs', 'Source'],
      timeline.map((finding) => [
        [whenOf(scenario, finding)],
        say`${words(finding.entry.what)}${finding.entry.contested ? ' (Contested.)' : ''}`,
        [runsGave(scenario, finding)],
        sourcesLine(finding.entry),
      ]),
    ),
  ];
}

function whenOf({ time }: Scenario, { entry: { from, to } }: TimelineFinding): string {
  if (from === null) return '–';
  const first = dateText(time.start, from);
  const last = to === null ? first : dateText(time.start, to);
  return first === last ? first : `${first} to ${last}`;
}

function runsGave({ time }: Scenario, { entry, happened, measured }: TimelineFinding): string {
  if (happened !== null) {
    const { share, medianDay } = happened;
    const when = medianDay === null ? '' : `, half of these by ${dateText(time.start, medianDay)}`;
    return `in ${ofHundred(share)} of 100 runs${when}`;
  }
  if (measured === null) return 'not in the model';
  const [low, middle, high] = measured.map((value) => rounded(Number(value.toPrecision(2)), 0));
  const real = entry.value === null ? '' : `; really ${rounded(entry.value, 0)}`;
  return `${middle} in the middle run, ${low} to ${high} in 90 of 100${real}`;
}
