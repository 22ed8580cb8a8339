/** The variants beside the file as it is, on the same luck: what each changes, then every share. */
import type { ComparisonResult, Contrast, Findings } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { called } from '../describe/entry.ts';
import { variantLine } from '../describe/variant.ts';
import { type Block, code, joined, type Line, say, table } from '../document/index.ts';
import { pairedChangeWords } from '../panels/index.ts';
import { grouped, ofHundred } from '../text/index.ts';
import { figureOf, type Picture } from './figure.ts';

/** Changes that the words name. */
const NAMED = 3;

export function variantBlocks({ scenario, variants }: Findings, picture: Picture | null): readonly Block[] {
  if (variants === null) return [];
  const { runs, sides } = variants;
  return [
    ...figureOf(picture),
    table(
      `What each variant changes of the outcomes, against the file as it is, on the same luck (${grouped(runs)} runs of each, 95 % intervals of pairs).`,
      ['Variant', 'What is different', 'Outcomes that change most'],
      sides
        .slice(1)
        .map(({ name }) => [
          say`${variantName(scenario, name)} (${code(name)})`,
          differenceLine(scenario, name),
          changesLine(scenario, variants, name),
        ]),
    ),
    table(
      'How the runs of each variant end, of 100.',
      ['Variant', ...scenario.outcomes.map(({ label }) => `${label}>`)],
      sides.map(({ name, result }) => [
        variantName(scenario, name),
        ...result.outcomes.map(({ share }): Line => [ofHundred(share)]),
      ]),
    ),
  ];
}

function variantName({ variants }: Scenario, name: string): Line {
  const variant = variants.find((one) => one.name === name);
  return variant === undefined ? ['the file as it is'] : called(variant);
}

function differenceLine(scenario: Scenario, name: string): Line {
  const variant = scenario.variants.find((one) => one.name === name);
  return variant === undefined ? ['–'] : variantLine(scenario, variant);
}

function changesLine({ outcomes }: Scenario, { contrasts }: ComparisonResult, name: string): Line {
  const contrast: Contrast | undefined = contrasts.find(({ side }) => side === name);
  const told = (contrast?.outcomes ?? [])
    .flatMap(({ change }, index) => (change === null ? [] : [{ outcome: outcomes[index]!, change }]))
    .filter(({ change }) => change.n > 0 && (change.low > 0 || change.high < 0))
    .sort((a, b) => Math.abs(b.change.value) - Math.abs(a.change.value))
    .slice(0, NAMED);
  if (told.length === 0) return ['none that these runs can tell'];
  return joined(
    told.map(({ outcome, change }) => say`${called(outcome)}: ${pairedChangeWords(change)}`),
    '; ',
  );
}
