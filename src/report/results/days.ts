/** The stages over the days: where most runs stand, and when each stage is most common. */
import type { Findings, RegionResult } from '../../experiment/index.ts';
import { called } from '../describe/entry.ts';
import { type Block, paragraph, say, table, words } from '../document/index.ts';
import { daysInWords } from '../html/index.ts';
import { stageShare } from '../panels/index.ts';
import { dateText, ofHundred } from '../text/index.ts';
import { figureOf, type Picture } from './figure.ts';

export function dayBlocks(findings: Findings, picture: Picture | null): readonly Block[] {
  const { scenario, result } = findings;
  return [
    paragraph(words(daysInWords({ scenario, result, baseline: null }))),
    ...figureOf(picture),
    ...result.regions.map((region) => regionTable(findings, region)),
  ];
}

function regionTable({ scenario, result }: Findings, region: RegionResult): Block {
  const { runs, days } = result;
  const rows = region.stages.map(({ path, label, shares }) => {
    const most = shares.reduce((best, value, at) => (value > shares[best]! ? at : best), 0);
    const stage = scenario.stages.find((one) => one.path === path)!;
    const parent = stage.parent === null ? null : scenario.stages[stage.parent]!;
    return [
      parent === null ? called({ label }) : say`${called({ label })}, in ${called(parent)}`,
      [ofHundred(stageShare(shares[most]!, runs))],
      [dateText(scenario.time.start, days[most] ?? 0)],
      [ofHundred(stageShare(shares.at(-1) ?? 0, runs))],
    ];
  });
  return table(
    `${region.label}: of 100 runs, how many are in each stage.`,
    ['Stage', 'Most, of 100>', 'on', 'At the end, of 100>'],
    rows,
  );
}
