/** The methods paragraph of a paper, with the numbers of this experiment, and what it cites. */
import type { Manifest } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';

/** What a question did with its runs, in sentences, and the works those rest on. */
export interface MethodWords {
  readonly sentences: readonly string[];
  readonly citations: readonly string[];
}

const GENERATOR =
  'Salmon, J. K., Moraes, M. A., Dror, R. O. and Shaw, D. E. (2011). Parallel random numbers: as easy as 1, 2, 3. SC ’11.';

const grouped = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

function heldWords({ variant, set, decide, without, at_baseline }: Manifest): string {
  const parts = [
    ...(variant === null ? [] : [`the variant ${variant}`]),
    ...(at_baseline ? ['every other parameter at its baseline'] : []),
    ...Object.entries(set).map(([name, value]) => `${name} = ${value}`),
    ...Object.entries(decide).map(([name, option]) => `${name} decided as ${option}`),
    ...without.map((path) => `without ${path}`),
  ];
  return parts.length === 0 ? '' : ` Throughout: ${parts.join(', ')}.`;
}

/** Markdown, to be pasted and changed. @param done runs that every point has. */
export function methodsParagraph(
  scenario: Scenario,
  manifest: Manifest,
  { words, points, done }: { readonly words: MethodWords; readonly points: number; readonly done: number },
): string {
  const { parameters, regions, stages, time } = scenario;
  const drawn = parameters.filter(({ distribution }) => distribution !== null).length;
  const where =
    points === 1 ? `${grouped(done)} runs` : `${grouped(done)} runs at each of ${grouped(points)} points`;
  return `# Methods

We ran the scenario *${scenario.title}* (\`${scenario.id}\`, SHA-256 ${manifest.scenario_hash.slice(0, 12)}…) with juncture ${manifest.version}: a statechart of ${regions.length} parallel
${regions.length === 1 ? 'region' : 'regions'} and ${stages.length} stages, stepped ${time.steps} times over ${time.horizonDays} days, with ${parameters.length} parameters of which ${drawn} have a distribution. The results rest on
${where}, seed \`${manifest.seed}\`.${heldWords(manifest)} ${words.sentences.join(' ')} Random numbers are addressed by run
and by what asks for them (Salmon et al. 2011), so that the data can be had again to the byte with

    ${manifest.command}

The results show what the stated assumptions imply; their intervals are Monte Carlo error and say nothing about whether the assumptions hold.

## References

${[...words.citations, GENERATOR]
  .sort()
  .map((citation) => `- ${citation}`)
  .join('\n')}
`;
}
