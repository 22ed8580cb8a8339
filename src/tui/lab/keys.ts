/** The lab's table of keys: footer, help and documentation are made of it, and so are the actions. */
import type { LabContext, LabKey, LabRequest } from './key-types.ts';
import { ASKING_KEYS } from './keys-asking.ts';
import { KEEPING_KEYS } from './keys-keeping.ts';
import { MOVING_KEYS } from './keys-moving.ts';
import type { LabState } from './state.ts';

/** In the order of help and footer. */
export const LAB_KEYS: readonly LabKey[] = [...MOVING_KEYS, ...ASKING_KEYS, ...KEEPING_KEYS];

const DIGIT = /^[0-9.\-e]$/;

/** Names of keys that are letters of their own while text is typed. */
const letterOf = (key: string): string | null => {
  if (key === 'space') return ' ';
  return Array.from(key).length === 1 ? key : null;
};

/** What a key asks for, or null where it means nothing here. While text is typed, letters are text. */
export function labRequestFor(key: string, state: LabState, context: LabContext): LabRequest | null {
  const { list } = state;
  const letter = letterOf(key);
  if (list.naming !== null) {
    if (letter !== null) return { type: 'letter', letter: letter === ' ' ? '_' : letter };
    if (key === 'return') return { type: 'save', name: list.naming };
  }
  if (list.isSearching && letter !== null) return { type: 'letter', letter };
  if (list.typed !== null && DIGIT.test(key)) return { type: 'letter', letter: key };
  if (key === 'backspace' && (list.isSearching || list.typed !== null || list.naming !== null))
    return { type: 'erase' };
  const entry = LAB_KEYS.find(({ keys, useful }) => keys.includes(key) && useful(state));
  return entry?.request(key, context) ?? null;
}
