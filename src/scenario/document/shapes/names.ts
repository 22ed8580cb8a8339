/** What may be a name. */
import { FUNCTION_NAMES } from '../../../expression/index.ts';

/** As in LANGUAGE: other YAML tools read these as values. */
const READ_AS_VALUES = ['on', 'off', 'yes', 'no', 'y', 'n', 'true', 'false', 'null'];
/** Words of expressions. */
const OPERATORS = ['to', 'in', 'mod', 'xor', 'and', 'or', 'not', 'end'];
/** Words that mean something of their own in expressions and promises. */
const MEANINGS = ['day', 'dt', 'unresolved', 'baseline', 'sum', 'outcome'];
const FUNCTIONS = FUNCTION_NAMES.filter((name) => !MEANINGS.includes(name));

/** Why a word cannot name an entry: the end of “… is”. */
export const RESERVED: ReadonlyMap<string, string> = new Map([
  ...READ_AS_VALUES.map((word) => [word, 'what other YAML tools read as a value, not as a name'] as const),
  ...OPERATORS.map((word) => [word, 'a word of the language of expressions'] as const),
  ...MEANINGS.map((word) => [word, 'a word with a meaning of its own in scenarios'] as const),
  ...FUNCTIONS.map((word) => [word, 'a function in expressions'] as const),
]);

export const NAME_PATTERN = '^[a-z][a-z0-9_]*$';
const NAME = new RegExp(NAME_PATTERN);

export const isName = (text: string): boolean => NAME.test(text);

/** A `{set}` inside a key or a text. */
export const SET_PATTERN = /\{([a-z][a-z0-9_]*)\}/g;

/** A name made of the letters of another word, for a mend: `Riot-2` → `riot_2`. Null when nothing is left of it. */
export function nearName(text: string): string | null {
  const near = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  return isName(near) && !RESERVED.has(near) ? near : null;
}
