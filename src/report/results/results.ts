/**
 * What runs of a scenario showed, as a document: the same findings as the page's, for a repository, a wiki or a paper.
 * Every number stands in a table with its interval; figures lie beside it and are said in words too.
 */
import type { Findings } from '../../experiment/index.ts';
import {
  type Block,
  bullets,
  code,
  type Document,
  heading,
  linked,
  paragraph,
  say,
  words,
} from '../document/index.ts';
import { assumptionBlocks } from './assumptions.ts';
import { dayBlocks } from './days.ts';
import { endingBlocks } from './endings.ts';
import { figureOf, type Picture } from './figure.ts';
import { happenedBlocks } from './happened.ts';
import { manifestBlocks } from './manifest.ts';
import { measureBlocks } from './measures.ts';
import { sensitivityBlocks } from './sensitivity.ts';
import { storyBlocks } from './stories.ts';
import { timelineBlocks } from './timeline.ts';
import { variantBlocks } from './variants.ts';

/** The pictures that there are; null for those there are not. */
export interface Pictures {
  readonly chart: Picture | null;
  readonly endings: Picture | null;
  readonly days: Picture | null;
  readonly variants: Picture | null;
}

/** Parts that have nothing to tell are left out with their headings. */
export function resultsDocument(findings: Findings, pictures: Pictures): Document {
  const { scenario } = findings;
  return [
    heading(1, words(scenario.title)),
    ...(scenario.summary === null ? [] : [paragraph(words(scenario.summary))]),
    paragraph([
      'This shows what a stated set of assumptions implies. It is no forecast: the shares are of runs of this model, and their intervals are the error of a limited number of runs, not doubt about the assumptions.',
    ]),
    heading(2, ['How it ends']),
    ...endingBlocks(findings, pictures.endings),
    ...part('The model', chartBlocks(pictures.chart)),
    heading(2, ['What it rests on']),
    ...assumptionBlocks(findings),
    heading(2, ['Day by day']),
    ...dayBlocks(findings, pictures.days),
    ...part('What really happened', timelineBlocks(findings)),
    ...part('Measures', measureBlocks(findings)),
    ...part('What happened in the runs', happenedBlocks(findings)),
    ...part('Variants', variantBlocks(findings, pictures.variants)),
    ...part('What moves the outcomes', sensitivityBlocks(findings)),
    ...part('Three runs', storyBlocks(findings)),
    heading(2, ['Limits']),
    bullets(findings.limits.map(words)),
    heading(2, ['How to have this again']),
    ...manifestBlocks(findings),
    ...part('Sources', sourceBlocks(findings)),
  ];
}

const part = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(2, [title]), ...blocks];

const chartBlocks = (chart: Picture | null): readonly Block[] =>
  chart === null
    ? []
    : [
        ...figureOf(chart),
        paragraph(
          say`The form ${code('odd')} of this report describes the whole model, in the order of the ODD protocol.`,
        ),
      ];

const sourceBlocks = ({ scenario: { sources } }: Findings): readonly Block[] =>
  sources.length === 0 ? [] : [bullets(sources.map(({ id, text }) => say`${code(id)}: ${linked(text)}`))];
