/** What moves each outcome: every assumption alone at the ends of what it can be, the strongest first. */
import type { Findings } from '../../experiment/index.ts';
import { called } from '../describe/entry.ts';
import { type Block, heading, type Line, paragraph, say, table, words } from '../document/index.ts';
import { valueWords } from '../html/sections/assumptions.ts';
import { grouped, ofHundred } from '../text/index.ts';

/** Rows of an outcome that are shown. */
const MOST = 8;

/** Outcomes by how many runs end so, the most first; those that nothing moves are left out. */
export function sensitivityBlocks({ scenario, sensitivity, result }: Findings): readonly Block[] {
  const ordered = [...sensitivity.outcomes]
    .filter(({ bars }) => bars.length > 0)
    .sort((a, b) => result.outcomes[b.outcome]!.share.value - result.outcomes[a.outcome]!.share.value);
  return ordered.flatMap(({ outcome, bars, silent }): readonly Block[] => {
    const { label } = scenario.outcomes[outcome]!;
    const left = bars.length - Math.min(MOST, bars.length);
    const rest = [
      ...(left > 0 ? [`${left} more move it less.`] : []),
      ...(silent > 0 ? [`${silent} move it by nothing that these runs can tell.`] : []),
    ];
    return [
      heading(3, words(label)),
      table(
        `Of 100 runs, with each assumption alone at an end of what it can be (${grouped(sensitivity.runs)} runs at each end).`,
        ['Assumption', 'Fewest>', 'at', 'Most>', 'at'],
        bars.slice(0, MOST).map(({ parameter: index, least, most }): readonly Line[] => {
          const parameter = scenario.parameters[index]!;
          return [
            called(parameter),
            [ofHundred(least.share)],
            say`${valueWords(parameter, least.value)}`,
            [ofHundred(most.share)],
            say`${valueWords(parameter, most.value)}`,
          ];
        }),
      ),
      ...(rest.length === 0 ? [] : [paragraph([rest.join(' ')])]),
    ];
  });
}
