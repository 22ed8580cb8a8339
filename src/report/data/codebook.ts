/** What the columns of an experiment's tables mean, for whoever opens them later. */
import type { Scenario } from '../../scenario/index.ts';

const described = ({ label, unit }: { readonly label: string; readonly unit: string | null }): string =>
  unit === null ? label : `${label} (${unit})`;

const rowsOf = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, words]) => `| \`${name}\` | ${words.replaceAll('|', '\\|')} |`).join('\n');

/** Markdown: the tables that are there, then parameters, outcomes and measures of the scenario. */
export function codebook(scenario: Scenario, tables: Readonly<Record<string, string>>): string {
  const parameters = scenario.parameters.map((entry) => {
    const range = Number.isFinite(entry.low) || Number.isFinite(entry.high);
    const limits = range ? `, from ${entry.low} to ${entry.high}` : '';
    const choices = entry.choices === null ? limits : `, one of ${entry.choices.join(', ')}`;
    return [entry.name, `${described(entry)}${choices}`] as const;
  });
  return `# Codebook

Data of \`${scenario.id}\`: ${scenario.title}. Text is UTF-8, separated by commas (RFC 4180); an empty field is a value
that is not there. \`manifest.json\` has the seed, the version, the hash of the scenario and the command that gives the same files.

| file | what a row is |
| --- | --- |
${rowsOf(Object.entries(tables))}

## Columns of \`runs.csv\`

| column | meaning |
| --- | --- |
${rowsOf([
  ['variant', 'variant of the scenario; `baseline` is the file as it is'],
  ['point', 'row of `points.csv`'],
  ['draw', "number of the run's parameter draw"],
  ['luck', "number of the run's luck: rows of different points with the same number are paired"],
  ...parameters,
  ['outcome', 'how the run ended; see below'],
  ['day', 'day it ended, counted from the start'],
  ...scenario.measures.map((measure) => [`measure_${measure.name}`, described(measure)] as const),
  ['status', '`completed`, or `faulted`: the run counts in no estimate'],
])}

## Outcomes

| outcome | meaning |
| --- | --- |
${rowsOf(scenario.outcomes.map(({ name, label }) => [name, label] as const))}
`;
}
