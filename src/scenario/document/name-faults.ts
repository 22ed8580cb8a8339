/** Keys that name entries, and sets that nobody defined. */
import { didYouMean } from '../../diagnostics/index.ts';
import type { Wording } from './faults-of-type.ts';
import { isName, nearName, RESERVED, SET_PATTERN } from './shapes/names.ts';
import { quoted } from './shapes/words.ts';

export const isMergeKey = (key: string): boolean => key === '<<';

export const MERGE_KEY: Wording = {
  code: 'yaml-feature',
  message: 'merge keys (`<<`) are no part of YAML 1.2',
  mend: 'Write the entries out, repeat a value by an alias, or start the file from another by `extends`.',
};

/** Why this key cannot name an entry; null when it can. */
export function nameFault(key: string, taken: readonly string[], sets: readonly string[]): Wording | null {
  const unknown = unknownSet(key, sets);
  if (unknown !== null) return unknown;
  if (!isName(key)) {
    const near = nearName(key);
    const message = `\`${key}\` is not a name: names have lower-case letters, digits and underscores, and begin with a letter`;
    return {
      code: 'bad-name',
      message,
      mend: near === null ? 'Choose another name.' : `Write \`${near}\`; \`label\` is what people read.`,
    };
  }
  const reason =
    RESERVED.get(key) ?? (taken.includes(key) ? 'a word with a meaning of its own here' : undefined);
  if (reason === undefined) return null;
  return {
    code: 'reserved-name',
    message: `\`${key}\` cannot be a name: it is ${reason}`,
    mend: 'Choose another name; `label` is what people read.',
  };
}

/** The first `{set}` left in a text that is read as a name or an expression: no set has this name. */
export function unknownSet(text: string, sets: readonly string[]): Wording | null {
  const name = text.match(SET_PATTERN)?.[0].slice(1, -1);
  if (name === undefined) return null;
  const guess = didYouMean(name, sets);
  const known = sets.length === 0 ? 'List its members under `sets`.' : `There is ${quoted(sets)}.`;
  const mend = guess === null ? known : `Did you mean \`{${guess}}\`?`;
  return { code: 'set-misplaced', message: `no set is called \`${name}\``, mend };
}
