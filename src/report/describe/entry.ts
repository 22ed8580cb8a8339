/** What any entry of a scenario says of itself: its name, its unit, what it rests on. */
import type { Described, SourceReference } from '../../scenario/index.ts';
import { code, emphasis, joined, type Line, say, strong, words } from '../document/index.ts';

interface Named {
  readonly label: string;
  readonly name: string;
}

/** A label that only spaces the name says nothing more. */
const isSpaced = ({ label, name }: Named): boolean => label === name.replaceAll('_', ' ');

/** *People in the streets* (`crowd`); the name alone where nobody gave a label. */
export const titled = (entry: Named): Line =>
  isSpaced(entry) ? [code(entry.name)] : say`${emphasis(entry.label)} (${code(entry.name)})`;

/** The same for the entry that a paragraph begins with, by its path. */
export const introduced = ({ label, path }: { readonly label: string; readonly path: string }): Line =>
  say`${strong(label)} (${code(path)})`;

/** A label alone, as it is used in sentences. */
export const called = ({ label }: { readonly label: string }): Line => [emphasis(label)];

/** The unit, or a dash. */
export const unitLine = (unit: string | null): Line => (unit === null ? ['–'] : words(unit));

/** The note as sentences, or nothing. */
export const noteLine = ({ note }: Pick<Described, 'note'>): Line => (note === null ? [] : words(note));

const ASSUMPTION = 'assumption';

const reference = ({ id, place }: SourceReference): Line =>
  id === ASSUMPTION ? ['assumption'] : place === null ? [code(id)] : say`${code(id)} (${words(place)})`;

/** `anceschi2022`, `navco20` (B9), assumption; `none given` where the file says nothing. */
export const sourcesLine = ({ sources }: Pick<Described, 'sources'>): Line =>
  sources.length === 0 ? ['none given'] : joined(sources.map(reference), ', ');

/** A sentence on what an entry rests on, then its note. */
export function groundsLine(entry: Pick<Described, 'sources' | 'note'>): Line {
  const note = noteLine(entry);
  return say`Source: ${sourcesLine(entry)}.${note.length === 0 ? [] : [' ', ...note]}`;
}
