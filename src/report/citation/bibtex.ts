/** A scenario's sources as a BibTeX database, and the scenario itself: for BibTeX with UTF-8, and for biber. */
import type { Scenario, Source } from '../../scenario/index.ts';
import { cleanParagraph } from '../text/index.ts';
import { type Author, referenceOf } from './reference.ts';

/** Within braces BibTeX counts braces, escaped ones too, so that those of a text are fetched by name. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '{\\textasciicircum}',
  '~': '{\\textasciitilde}',
};

const escaped = (text: string): string =>
  cleanParagraph(text).replaceAll(/[\\{}$&#%_^~]/g, (sign) => SIGNS[sign]!);

type Field = readonly [name: string, value: string];

/** Entries in the file's order, the scenario first. Ends with a line feed. */
export function bibliography(scenario: Scenario): string {
  const { id, title, hash, sources } = scenario;
  const own = entry(keyOf(id), [
    ['key', keyOf(id)],
    ['title', `{${escaped(title)}}`],
    ['note', `${escaped(`Scenario ${id} for juncture, SHA-256 ${hash}`)}`],
  ]);
  return `${[own, ...sources.map(sourceEntry)].join('\n\n')}\n`;
}

/** A source that is not written as a reference: one note, sorted by its name. */
const unread = ({ id, text }: Source): string =>
  entry(keyOf(id), [
    ['key', keyOf(id)],
    ['note', escaped(text)],
  ]);

/** Capitals of a title are kept by the inner braces. */
function sourceEntry(source: Source): string {
  const reference = referenceOf(source);
  if (reference === null) return unread(source);
  const { authors, others, year, title, rest, doi, url } = reference;
  return entry(keyOf(source.id), [
    ['author', [...authors.map(authorText), ...(others ? ['others'] : [])].join(' and ')],
    ['title', `{${escaped(title)}}`],
    ...(year === null ? [] : [['year', String(year)] as const]),
    ...(doi === null ? [] : [['doi', doi] as const]),
    ...(url === null ? [] : [['url', url] as const]),
    ...(rest === '' ? [] : [['note', escaped(rest)] as const]),
  ]);
}

const entry = (key: string, fields: readonly Field[]): string =>
  `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}`;

const authorText = (author: Author): string =>
  'name' in author ? `{${escaped(author.name)}}` : `${escaped(author.family)}, ${escaped(author.given)}`;

/** Letters, digits, `-` and `_`: what every reader of BibTeX takes for a key. */
const keyOf = (id: string): string => id.replaceAll(/[^\w-]/g, '-');
