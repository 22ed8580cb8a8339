/** What really happened, beside what the runs gave. */
import type { Findings, TimelineFinding } from '../../../experiment/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import { datesOf, measuredWords } from '../../describe/timeline.ts';
import { dateText, ofHundred } from '../../text/index.ts';
import { type Html, html } from '../escape.ts';
import { table } from '../pieces.ts';

export function timelineTable({ scenario, timeline }: Findings): Html {
  const rows = timeline.map((finding) => {
    const { entry } = finding;
    return [
      datesOf(scenario, finding) ?? '—',
      html`<span dir="auto">${entry.what}</span>${entry.contested ? html` <span class="contested">contested</span>` : null}`,
      runsGave(scenario, finding),
    ];
  });
  return table({
    caption: 'The real timeline, beside what the runs gave',
    kind: 'timeline',
    head: [{ words: 'When' }, { words: 'What happened' }, { words: 'In the runs' }],
    rows,
  });
}

function runsGave({ time }: Scenario, finding: TimelineFinding): string {
  const { happened, measured } = finding;
  if (happened !== null) {
    const { share, medianDay } = happened;
    const when = medianDay === null ? '' : `, half of them by ${dateText(time.start, medianDay)}`;
    return `in ${ofHundred(share)} of 100${when}`;
  }
  return measured === null ? '' : measuredWords(finding, measured);
}
