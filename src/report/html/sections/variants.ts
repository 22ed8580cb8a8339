/** The variants, each beside the file as it is, on the same luck: what changes in words, then every number. */
import type { ComparisonResult, Contrast } from '../../../experiment/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import { pairedChangeWords } from '../../panels/change.ts';
import { clean, grouped } from '../../text/index.ts';
import { type Html, html } from '../escape.ts';
import { details, named, scrolling, table } from '../pieces.ts';
import { changeCell, frequency } from './answer.ts';

/** Changes that the words name. */
const NAMED = 2;

export function variantsPart(scenario: Scenario, { sides, contrasts, runs }: ComparisonResult): Html {
  const rows = sides.slice(1).map(({ name }) => {
    const contrast = contrasts.find(({ side }) => side === name)!;
    return [named(labelOf(scenario, name)), changesOf(contrast)];
  });
  const words = table({
    caption: `What each variant changes, of 100 runs, on the same luck (${grouped(runs)} runs of each; 95 % intervals)`,
    kind: 'words',
    head: [{ words: 'Variant' }, { words: 'Against the file as it is' }],
    rows,
  });
  return html`${words}${details('Every outcome of every variant', scrolling('Outcomes by variant', everything(scenario, { sides, contrasts })))}`;
}

export const labelOf = ({ variants }: Scenario, name: string): string =>
  variants.find((variant) => variant.name === name)?.label ?? 'As the file says';

function changesOf({ outcomes }: Contrast): Html {
  const seen = outcomes
    .filter(({ change }) => change !== null && change.n > 0 && (change.low > 0 || change.high < 0))
    .sort((a, b) => Math.abs(b.change!.value) - Math.abs(a.change!.value));
  if (seen.length === 0) return html`No change that these runs can tell.`;
  const told = seen.slice(0, NAMED);
  const more = seen.length - told.length;
  return html`${told.map(({ label, change }) => html`<span class="change"><bdi>${clean(label)}</bdi>: ${pairedChangeWords(change!)}</span> `)}${more === 0 ? null : html`<span class="faint">and ${more} smaller</span>`}`;
}

function everything(
  scenario: Scenario,
  { sides, contrasts }: Pick<ComparisonResult, 'sides' | 'contrasts'>,
): Html {
  const rows = sides.map(({ name, result }, index) => {
    const contrast = contrasts.find(({ side }) => side === name);
    return [
      named(index === 0 ? 'As the file says' : labelOf(scenario, name)),
      ...result.outcomes.map(({ share }, outcome) => {
        const change = contrast?.outcomes[outcome]?.change ?? null;
        return html`${frequency(share)}${change === null ? null : html` <span class="faint">${changeCell(change)}</span>`}`;
      }),
    ];
  });
  return table({
    caption: 'Of 100 runs; ▲ and ▼ are changes against the file, a dot one that the runs cannot tell',
    shown: true,
    kind: 'grid',
    head: [
      { words: 'Variant' },
      ...scenario.outcomes.map(({ label }) => ({ words: named(label), number: true })),
    ],
    rows,
  });
}
