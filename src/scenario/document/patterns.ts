/** Keys and texts that hold a `{set}`. */
import { SET_PATTERN } from './shapes/names.ts';

export const isPattern = (key: string): boolean => key.search(SET_PATTERN) !== -1;

/** Names of the sets in a text, each once, in order. */
export const setsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(SET_PATTERN)].map((found) => found[1]!)),
];
