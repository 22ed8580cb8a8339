/** The outcomes: in a sentence, then in a table with intervals, beside the file as it is where something is set. */
import type { Estimate } from '../../analysis/index.ts';
import type { Findings } from '../../experiment/index.ts';
import { called } from '../describe/entry.ts';
import { type Block, paragraph, say, table, words } from '../document/index.ts';
import { answerWords } from '../html/index.ts';
import { pairedChangeWords } from '../panels/index.ts';
import { settingsLine } from '../plain/settings-line.ts';
import { grouped, intervalText, ofHundred, tableStep } from '../text/index.ts';
import { figureOf, type Picture } from './figure.ts';

const changeWords = (change: Estimate | null): string =>
  change === null ? 'no pair of runs' : pairedChangeWords(change);

export function endingBlocks(
  { result, baseline, manifest }: Findings,
  picture: Picture | null,
): readonly Block[] {
  const step = tableStep(result.outcomes.map(({ share }) => share));
  const settings = settingsLine(manifest);
  const changes = baseline === null ? null : baseline.change.outcomes.map(({ change }) => change);
  const rows = result.outcomes.map((outcome, index) => [
    called(outcome),
    [ofHundred(outcome.share)],
    [intervalText(outcome.share, step)],
    ...(baseline === null || changes === null
      ? []
      : [[ofHundred(baseline.result.outcomes[index]!.share)], [changeWords(changes[index]!)]]),
  ]);
  const compared = baseline === null ? [] : ['File as it is, of 100>', 'Change on the same luck'];
  return [
    ...(settings === '' ? [] : [paragraph(say`Settings: ${words(settings)}.`)]),
    paragraph(words(answerWords(result))),
    ...figureOf(picture),
    table(
      `How ${grouped(result.runs)} runs end.`,
      ['Outcome', 'Of 100 runs>', '95 % interval>', ...compared],
      rows,
    ),
  ];
}
