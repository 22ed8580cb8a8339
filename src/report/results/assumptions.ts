/** The assumptions: how each is treated, what it rests on, and what it moves. */
import type { AssumptionFinding, Evidence, Findings } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { called, sourcesLine, titled, unitLine } from '../describe/entry.ts';
import { type Block, type Line, paragraph, say, table, words } from '../document/index.ts';
import { weakestWords } from '../html/sections/assumptions.ts';
import { ofHundred } from '../text/index.ts';

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  sourced: 'sources',
  partly: 'sources and judgement',
  assumed: 'judgement',
  unsourced: 'nothing given',
};

export function assumptionBlocks(findings: Findings): readonly Block[] {
  const { scenario, assumptions } = findings;
  if (assumptions.length === 0)
    return [paragraph(['There are no parameters: all that is assumed is the model itself.'])];
  return [
    paragraph(words(weakestWords(findings))),
    table(
      'The assumptions. The last column names the outcome that each moves most, alone at the ends of what it can be.',
      ['Assumption', 'Unit', 'In these runs', 'Rests on', 'Sources', 'Moves'],
      assumptions.map((finding) => [
        titled(finding.parameter),
        unitLine(finding.parameter.unit),
        words(finding.treatment),
        [`${EVIDENCE[finding.evidence]}${finding.contested ? ', contested or unknown' : ''}`],
        sourcesLine(finding.parameter),
        movesLine(scenario, finding),
      ]),
    ),
  ];
}

function movesLine({ outcomes }: Scenario, { influence, varied }: AssumptionFinding): Line {
  if (influence === null) return [varied ? 'nothing that these runs can tell' : '–'];
  const { outcome, least, most } = influence;
  return say`${called(outcomes[outcome]!)}: ${ofHundred(least.share)} to ${ofHundred(most.share)} of 100 runs`;
}
