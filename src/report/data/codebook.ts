/** What the columns of an experiment's tables mean, for whoever opens them later. */
import type { Scenario } from '../../scenario/index.ts';
import type { DataFormat } from './forms.ts';

const described = ({ label, unit }: { readonly label: string; readonly unit: string | null }): string =>
  unit === null ? label : `${label} (${unit})`;

const rowsOf = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, words]) => `| \`${name}\` | ${words.replaceAll('|', '\\|')} |`).join('\n');

const WRITTEN = {
  csv: 'Text is UTF-8, separated by commas (RFC 4180); an empty field is a value that is not there.',
  parquet: 'Tables are Apache Parquet; a null is a value that is not there.',
} as const satisfies Record<DataFormat, string>;

/** Markdown: the tables that are there, then parameters, outcomes and measures of the scenario. */
export function codebook(
  scenario: Scenario,
  tables: Readonly<Record<string, string>>,
  format: DataFormat,
): string {
  const parameters = scenario.parameters.map((entry) => {
    const range = Number.isFinite(entry.low) || Number.isFinite(entry.high);
    const limits = range ? `, from ${entry.low} to ${entry.high}` : '';
    const choices = entry.choices === null ? limits : `, one of ${entry.choices.join(', ')}`;
    return [entry.name, `${described(entry)}${choices}`] as const;
  });
  const measures = scenario.measures.map(
    (measure) =>
      [`measure_${measure.name}`, `${described(measure)}${measure.boolean ? '; 1 yes, 0 no' : ''}`] as const,
  );
  return `# Codebook

Data of \`${scenario.id}\`: ${scenario.title}. ${WRITTEN[format]}
\`manifest.json\` has the seed, the version, the hash of the scenario and the command that gives the same files.

| file | what a row is |
| --- | --- |
${rowsOf(Object.entries(tables).map(([name, row]) => [`${name}.${format}`, row] as const))}

## Columns of \`runs.${format}\`

| column | meaning |
| --- | --- |
${rowsOf([
  ['id', 'number of the row; `spells` names runs by it'],
  ['scenario', 'the scenario, by its name'],
  ['variant', 'variant of the scenario; `baseline` is the file as it is'],
  ['point', 'row of `points`'],
  ['draw', "number of the run's parameter draw"],
  ['luck', "number of the run's luck: rows of different points with the same number are paired"],
  ...parameters,
  ['outcome', 'how the run ended; see below. Not there where the run came to a fault'],
  ['day', 'day it ended, counted from the start'],
  ...measures,
  ['status', '`completed`, or `faulted`: the run counts in no estimate'],
])}

## Columns of \`spells.${format}\`

A region of the chart is in one stage after the other; each stay is a row. Where stages are nested, it is the innermost. A stage
that is left and entered again in one step begins a new row. Runs that came to a fault have none.

| column | meaning |
| --- | --- |
${rowsOf([
  ['id', 'the run, by its `id` in `runs`'],
  ['region', 'region of the chart'],
  ['stage', 'the stage the region was in'],
  ['from', 'the same, under the name that packages for multi-state survival give it'],
  ['to', 'the stage entered at `stop`; not there where the stay went on until the run ended'],
  ['start', 'day it was entered, counted from the start'],
  ['stop', 'day it was left, or the run ended: always later'],
  ['status', '1: left for `to`; 0: censored, as the run ended, at the horizon or by what another region did'],
])}

## Outcomes

| outcome | meaning |
| --- | --- |
${rowsOf(scenario.outcomes.map(({ name, label }) => [name, label] as const))}
`;
}
