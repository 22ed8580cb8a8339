/**
 * A scenario's source read as a reference, where it is written as one: `Family, I. and Other, O. (2020). Title. Rest.` or
 * `An organisation (3 May 2020). Title. Rest.` What is not written so stays a text, and nothing is guessed.
 */
import type { Source } from '../../scenario/index.ts';
import { cleanParagraph } from '../text/index.ts';

export type Author =
  | { readonly family: string; readonly given: string }
  /** An organisation, or any name that is not written as a person's. */
  | { readonly name: string };

export interface Reference {
  readonly id: string;
  readonly authors: readonly Author[];
  /** There are authors beyond those named. */
  readonly others: boolean;
  /** Null where several years are given. */
  readonly year: number | null;
  readonly title: string;
  /** The date where it is more than a year, and what follows the title; empty for neither. */
  readonly rest: string;
  readonly doi: string | null;
  readonly url: string | null;
}

const WRITTEN = /^(?<authors>[^()]{2,}?) \((?<date>[^()]*\b\d{4}\b[^()]*)\)\. (?<text>.+)$/u;
/** Where a title ends: at the first full stop before a capital or a figure, or at the end. */
const TITLE = /^(?<title>.+?[^.\s])(?:\. (?=[\p{Lu}\p{N}])(?<rest>.*)|\.?)$/u;
const DOI = /\b10\.\d{4,9}\/[\w:/;.()-]*[\w)/]/;
const URL = /https?:\/\/[\w.~:/?#@!$&'*+,;=%-]*[\w/]/;

/** The reference that a source is, or null where it is not written as one. */
export function referenceOf({ id, text }: Source): Reference | null {
  const whole = cleanParagraph(text);
  const written = WRITTEN.exec(whole)?.groups;
  const titled = TITLE.exec(written?.text ?? '')?.groups;
  if (written === undefined || titled === undefined) return null;
  const date = written.date!.trim();
  const years = date.match(/\b\d{4}\b/g) ?? [];
  const { authors, others } = authorsOf(written.authors!);
  const rest = [
    ...(/^\d{4}$/.test(date) ? [] : [`${date}.`]),
    ...(titled.rest === undefined ? [] : [titled.rest]),
  ];
  return {
    id,
    authors,
    others,
    year: years.length === 1 ? Number(years[0]) : null,
    title: titled.title!,
    rest: rest.join(' '),
    doi: DOI.exec(whole)?.[0] ?? null,
    url: URL.exec(whole)?.[0] ?? null,
  };
}

/** A family name, a comma, and initials with their points. */
const PERSON = String.raw`[\p{L}\p{M}'’ -]+, (?:\p{Lu}\.[ -]?)+`;
const PEOPLE = new RegExp(`^(?:${PERSON})(?:(?:, and |, & |,? and |,? & |, )(?:${PERSON}))*$`, 'u');
const EACH = /([\p{L}\p{M}'’ -]+?), ((?:\p{Lu}\.[ -]?)+)(?:,? and |,? & |, |$)/gu;

function authorsOf(text: string): Pick<Reference, 'authors' | 'others'> {
  const named = text.replace(/,? et al\.?$/u, '');
  const others = named !== text;
  if (!PEOPLE.test(named)) return { authors: [{ name: named }], others };
  // The blank before `and` belongs to the initials where a person is followed by one.
  const people = [...`${named}`.replaceAll(/\. (and|&) /g, '., ').matchAll(EACH)];
  return {
    authors: people.map(([, family = '', given = '']) => ({ family: family.trim(), given: given.trim() })),
    others,
  };
}
