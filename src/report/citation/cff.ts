/**
 * A scenario's CITATION.cff, version 1.2.0 of the Citation File Format (Druskat et al. 2021): what the file says and no
 * more. The language has no key for authors, a version or a date; authors, which the format demands, are those of the
 * scenario as a team, as the format's guide advises where persons are not known.
 */
import type { Scenario } from '../../scenario/index.ts';
import { cleanParagraph } from '../text/index.ts';
import { type Author, type Reference, referenceOf } from './reference.ts';

/** A text as a YAML 1.2 scalar in double quotes, whose escapes are JSON's. */
const quoted = (text: string): string => JSON.stringify(cleanParagraph(text));

/** YAML, ends with a line feed. The same scenario gives the same bytes. */
export function citationFile(scenario: Scenario): string {
  const { id, hash, title, summary, sources } = scenario;
  const read = sources.map((source) => ({ source, reference: referenceOf(source) }));
  const references = read.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const left = read.filter(({ reference }) => reference === null).map(({ source }) => source.id);
  return [
    `# Written by juncture from the scenario ${id}.`,
    '# The file names no authors: put theirs in place of the team, and add a version, a date and an identifier if there are any.',
    'cff-version: 1.2.0',
    'message: "If you use this scenario, please cite it, and the sources it rests on."',
    'type: dataset',
    `title: ${quoted(title)}`,
    ...(summary === null ? [] : [`abstract: ${quoted(summary)}`]),
    'authors:',
    `  - name: ${quoted(`The authors of the scenario ${id}`)}`,
    'identifiers:',
    '  - type: other',
    `    value: "sha256:${hash}"`,
    '    description: "SHA-256 of what the scenario says, whatever its layout; juncture prints it with every result."',
    ...(references.length === 0 ? [] : ['references:', ...references.flatMap(referenceLines)]),
    ...(left.length === 0
      ? []
      : [`# Sources that are not written as references, so not listed: ${left.join(', ')}.`]),
    '',
  ].join('\n');
}

function referenceLines({ authors, others, year, title, rest, doi, url }: Reference): readonly string[] {
  const notes = [
    ...(others ? ['There are more authors than are named (et al.).'] : []),
    ...(rest === '' ? [] : [rest]),
  ];
  return [
    '  - type: generic',
    `    title: ${quoted(title)}`,
    '    authors:',
    ...authors.flatMap(authorLines),
    ...(year === null ? [] : [`    year: ${year}`]),
    ...(doi === null ? [] : [`    doi: ${quoted(doi)}`]),
    ...(url === null ? [] : [`    url: ${quoted(url)}`]),
    ...(notes.length === 0 ? [] : [`    notes: ${quoted(notes.join(' '))}`]),
  ];
}

const authorLines = (author: Author): readonly string[] =>
  'name' in author
    ? [`      - name: ${quoted(author.name)}`]
    : [`      - family-names: ${quoted(author.family)}`, `        given-names: ${quoted(author.given)}`];
