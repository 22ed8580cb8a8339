/** Signs and words that expressions do not have, and what to write instead. */
import type { Wording } from './fault.ts';

interface SignRow {
  readonly sign: string;
  readonly why: string;
  readonly mend: string;
}

const row = (sign: string, why: string, mend: string): SignRow => ({ sign, why, mend });
const BITS = 'works on bits, which expressions do not have';
const LISTS = 'works on lists of numbers, which expressions do not have';
const UNKNOWN = 'is not a sign of expressions';

/** Longer signs stand before the shorter ones they begin with. */
const SIGNS: readonly SignRow[] = [
  row('>>>', BITS, 'write `>` to compare'),
  row('>>', BITS, 'write `>` to compare'),
  row('<<', BITS, 'write `<` to compare'),
  row('!==', UNKNOWN, 'write `!=` for "is not equal"'),
  row('===', UNKNOWN, 'write `==` to compare'),
  row('=>', UNKNOWN, 'write `>=` for "at least"'),
  row('=<', UNKNOWN, 'write `<=` for "at most"'),
  row('<>', UNKNOWN, 'write `!=` for "is not equal"'),
  row('->', UNKNOWN, 'write `condition ? a : b` for a choice'),
  row('**', UNKNOWN, 'write `^` for a power, as in `x ^ 2`'),
  row('.*', LISTS, 'write `*`'),
  row('./', LISTS, 'write `/`'),
  row('.^', LISTS, 'write `^`'),
  row('^|', BITS, 'write `(a or b) and not (a and b)` for "either, not both"'),
  row('&&', UNKNOWN, 'write `and`'),
  row('&', BITS, 'write `and`'),
  row('||', UNKNOWN, 'write `or`'),
  row('|', BITS, 'write `or`; `abs(x)` for an absolute value'),
  row('~', BITS, 'write `not`, as in `not (a > b)`'),
  row('??', 'asks whether a value is missing; here none ever is', 'write `condition ? a : b` for a choice'),
  row('?.', 'asks whether a value is missing; here none ever is', 'write `.` between the parts of a path'),
  row('//', UNKNOWN, 'write `/` to divide; a note goes into `note`'),
  row('/*', UNKNOWN, 'a note goes into `note`, or after `#` outside the quotes'),
  row('%', UNKNOWN, 'write `x / 100` for per cent, `x - y * floor(x / y)` for a remainder'),
  row('=', 'assigns, and an expression only reads', 'use `==` to compare; `set` or `add` change a variable'),
  row(';', 'ends an expression, and only one may stand here', 'name the parts under `auxiliaries`'),
  row(']', 'closes a list, and expressions have only single values', 'use round brackets'),
  row('}', 'closes a mapping, and expressions have only single values', 'use round brackets'),
  row('\\', UNKNOWN, 'write `/` to divide'),
  row('$', UNKNOWN, 'write the name without it'),
  row('@', UNKNOWN, 'write the name without it'),
  row('\u2264', UNKNOWN, 'write `<=`'),
  row('\u2265', UNKNOWN, 'write `>=`'),
  row('\u2260', UNKNOWN, 'write `!=`'),
  row('\u00d7', UNKNOWN, 'write `*`'),
  row('\u00b7', UNKNOWN, 'write `*`'),
  row('\u22c5', UNKNOWN, 'write `*`'),
  row('\u00f7', UNKNOWN, 'write `/`'),
  row('\u2212', 'is a typographic minus', 'write `-`, the minus of the keyboard'),
  row('\u2013', 'is a dash', 'write `-`, the minus of the keyboard'),
  row('\u2014', 'is a dash', 'write `-`, the minus of the keyboard'),
  row('\u00b2', UNKNOWN, 'write `^ 2`'),
  row('\u00b3', UNKNOWN, 'write `^ 3`'),
  row('\u221a', UNKNOWN, 'write `sqrt(x)`'),
  row('\u2227', UNKNOWN, 'write `and`'),
  row('\u2228', UNKNOWN, 'write `or`'),
  row('\u00ac', UNKNOWN, 'write `not`'),
  row('\u221e', 'is not a finite number', 'write the largest number that is meant'),
];

/** The forbidden sign that begins at an offset of the text, with its words; null where none does. */
export function forbiddenSign(text: string, offset: number): (Wording & { readonly length: number }) | null {
  const found = SIGNS.find(({ sign }) => text.startsWith(sign, offset));
  if (!found) return null;
  return { message: `\`${found.sign}\` ${found.why}`, mend: found.mend, length: found.sign.length };
}

/** Words that mathjs or other languages read as more than a name. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['mod', 'write `x - y * floor(x / y)` for a remainder'],
  ['xor', 'write `(a or b) and not (a and b)`'],
  ['to', 'write the number in the unit you want; expressions have no units'],
  ['in', 'write the number in the unit you want; expressions have no units'],
  ['null', 'write a number; every name has a value from the start'],
  ['NaN', 'write a number'],
  ['Infinity', 'write the largest number that is meant'],
]);

const KEYWORDS = ['and', 'or', 'not', 'true', 'false'];

/** Words for a forbidden word; null for one that may be a name. */
export function forbiddenWord(word: string): Wording | null {
  const mend = WORDS.get(word);
  if (mend !== undefined) return { message: `\`${word}\` is not a word of expressions`, mend };
  const lower = word.toLowerCase();
  if (word !== lower && KEYWORDS.includes(lower))
    return {
      message: `\`${word}\` is not a word of expressions`,
      mend: `write \`${lower}\`, in small letters`,
    };
  return null;
}
