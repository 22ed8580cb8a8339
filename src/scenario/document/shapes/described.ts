/** What every entry may carry for people, and shapes that stand in many places. */
import { list, optional, union } from './build.ts';
import { number, reference, text } from './scalars.ts';
import type { Field, ListShape, Shape } from './shape.ts';

const citation = reference('a source', 'chenoweth2011#p. 12');

/** One value, or a list of them. */
export const oneOrMore = (one: Shape & { readonly wants: string }): Shape =>
  union(`${one.wants}, or a list of them`, one, list('a list', one, [1, Infinity]));

export const described: { readonly [key: string]: Field } = {
  label: optional(text, 'What people read; without it, the name with blanks for underscores.'),
  unit: optional(text, 'The unit of its value, such as `thousands` or `days`.'),
  note: optional(text, 'A remark for readers of the scenario.'),
  group: optional(text, 'A heading under which screens and tables gather entries.'),
  source: optional(
    oneOrMore(citation),
    'Where this comes from: an entry of `sources` (with a place in it after `#`), or `assumption`; or a list.',
  ),
};

/** `[low, high]`. */
export const pair: ListShape = list('a list of two numbers, such as [0, 1]', number(), [2, 2]);

/** Names of parameters, variables, measures and so on. */
export const names = (what: string, such: string): ListShape =>
  list(`a list of ${what}s, such as [${such}]`, reference(`a ${what}`, such), [0, Infinity]);
