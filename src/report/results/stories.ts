/** Three runs, told. */
import type { Findings, StoryKind } from '../../experiment/index.ts';
import { type Block, bullets, heading, type Line, paragraph, say, words } from '../document/index.ts';
import { grouped, momentText, ofHundredRuns } from '../text/index.ts';

const TITLES: Readonly<Record<StoryKind, string>> = {
  typical: 'A typical run',
  best: 'A run that ends well for those in power',
  worst: 'A run that ends badly for those in power',
};

export const storyBlocks = ({ scenario, stories }: Findings): readonly Block[] =>
  stories.flatMap((story): readonly Block[] => {
    const { label } = scenario.outcomes[story.outcome]!;
    return [
      heading(3, [`${TITLES[story.kind]}: run ${grouped(story.run)}`]),
      paragraph(say`${words(story.ending)} ${ofHundredRuns(story.share)} end so: ${words(label)}.`),
      bullets(
        story.sentences.map(({ day, text, why }): Line => {
          const reason = why === null ? [] : say` (${words(why)})`;
          return say`${momentText(scenario.time.start, day)}: ${words(text)}${reason}`;
        }),
      ),
      { kind: 'verbatim', text: story.command },
    ];
  });
