/** Three runs, told. */
import type { Findings, StoryFinding, StoryKind } from '../../../experiment/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import { clean, grouped, momentText, ofHundredRuns } from '../../text/index.ts';
import { type Html, html } from '../escape.ts';
import { command, details } from '../pieces.ts';

const TITLES: Readonly<Record<StoryKind, string>> = {
  typical: 'A typical run',
  best: 'A run that ends well for those in power',
  worst: 'A run that ends badly for those in power',
};

export const storiesPart = ({ scenario, stories }: Findings): Html =>
  html`${stories.map((story) => storyPart(scenario, story))}`;

function storyPart(scenario: Scenario, story: StoryFinding): Html {
  const { kind, run, sentences, ending, share, command: again } = story;
  const { label } = scenario.outcomes[story.outcome]!;
  const lines = sentences.map(({ day, text, why }, index) => {
    const date = momentText(scenario.time.start, day);
    const before = sentences[index - 1];
    const repeated = before !== undefined && momentText(scenario.time.start, before.day) === date;
    return html`<li><span class="when">${repeated ? html`<span class="unseen">${date}</span>` : date}</span><span class="what" dir="auto">${text}${why === null ? null : html`<span class="why-line" dir="auto">${why}</span>`}</span></li>`;
  });
  return html`<article><h3>${TITLES[kind]}: run ${grouped(run)}</h3>
<p>${ending} <span class="faint">${ofHundredRuns(share)} end so: <bdi>${clean(label)}</bdi>.</span></p>
${details(
  `The whole story, in ${sentences.length} sentences`,
  html`<p class="tools"><label class="check"><input type="checkbox" class="reasons"> with the reasons: risks, thresholds, odds</label></p><ol class="story">${lines}</ol>`,
)}
${command(again)}</article>`;
}
