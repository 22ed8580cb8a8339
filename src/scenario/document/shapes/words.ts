/** Words for messages. */
import type { DocumentNode } from '../node.ts';

/** `a`, `b` and `c`. */
export function listed(words: readonly string[], join = 'and'): string {
  const last = words.at(-1) ?? 'nothing';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${join} ${last}`;
}

export const quoted = (words: readonly string[], join = 'and'): string =>
  listed(
    words.map((word) => `\`${word}\``),
    join,
  );

/** What a value is, in the author's words. */
export function kindInWords(node: DocumentNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a mapping';
  if (node.value === null) return 'nothing';
  if (typeof node.value === 'boolean') return `\`${node.value}\`, a yes or no`;
  if (typeof node.value === 'number') return Number.isFinite(node.value) ? 'a number' : 'not a finite number';
  return 'text';
}
