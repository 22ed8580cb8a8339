/** What really happened, beside what the runs gave. */
import type { Findings, TimelineFinding } from '../../../experiment/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import { dateText, ofHundred, rounded } from '../../text/index.ts';
import { type Html, html } from '../escape.ts';
import { table } from '../pieces.ts';

export function timelineTable({ scenario, timeline }: Findings): Html {
  const rows = timeline.map((finding) => {
    const { entry } = finding;
    return [
      whenOf(scenario, finding),
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

function whenOf({ time }: Scenario, { entry: { from, to } }: TimelineFinding): string {
  if (from === null) return '—';
  const first = dateText(time.start, from);
  const last = to === null ? first : dateText(time.start, to);
  return first === last ? first : `${first} to ${last}`;
}

function runsGave({ time }: Scenario, { entry, happened, measured }: TimelineFinding): string {
  if (happened !== null) {
    const { share, medianDay } = happened;
    const when = medianDay === null ? '' : `, half of them by ${dateText(time.start, medianDay)}`;
    return `in ${ofHundred(share)} of 100${when}`;
  }
  if (measured !== null) {
    const [low, middle, high] = measured.map((value) => rounded(Number(value.toPrecision(2)), 0));
    const real = entry.value === null ? '' : `; really ${rounded(entry.value, 0)}`;
    return `${middle} in the middle run, ${low} to ${high} in 90 of 100${real}`;
  }
  return '';
}
