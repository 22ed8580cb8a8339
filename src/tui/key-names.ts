/** Names of keys, one an event: Ink gives a whole chunk of typed letters at once, so letters are taken one by one. */
import type { Key } from 'ink';

const NAMED: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'return'],
  ['escape', 'escape'],
];

/** Keys that mean something else with shift. */
const SHIFTED: readonly string[] = ['left', 'right'];

export function keyNames(input: string, key: Key): readonly string[] {
  if (key.ctrl) return [`ctrl+${input}`];
  if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
  const named = NAMED.find(([flag]) => key[flag] === true);
  if (named !== undefined) return [key.shift && SHIFTED.includes(named[1]) ? `shift+${named[1]}` : named[1]];
  if (key.backspace || key.delete) return ['backspace'];
  // Letters and a tab, an interrupt or a stop that came in one chunk with them.
  return Array.from(input, (letter) => SPECIAL[letter] ?? letter);
}

const SPECIAL: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\t': 'tab',
  '\r': 'return',
  '\n': 'return',
  [String.fromCharCode(3)]: 'ctrl+c',
  [String.fromCharCode(26)]: 'ctrl+z',
};
