/** Where a value stands, for messages that point to it. */
import type { DocumentNode, Origin } from './node.ts';

export interface Place {
  /** How messages call it: a key in backquotes, `an entry of …`, `the scenario`. */
  readonly name: string;
  /** Its key; null for the whole file and for entries of lists. */
  readonly key: Origin | null;
}

export const placeOfKey = (key: string, keyOrigin: Origin): Place => ({ name: `\`${key}\``, key: keyOrigin });

/** The value if it stands on one line; else its key, or where it begins. */
export function pointAt(node: DocumentNode, place: Place): Origin {
  const { source, span } = node.origin;
  const empty = node.kind === 'scalar' && node.value === null;
  const oneLine = node.kind === 'scalar' || !source.text.slice(span.start, span.end).trimEnd().includes('\n');
  if (oneLine && !empty) return node.origin;
  return place.key ?? { source, span: { start: span.start, end: Math.min(span.start + 1, span.end) } };
}

/** The key, or where the value begins: for what is missing in it. */
export function pointAtKey(node: DocumentNode, place: Place): Origin {
  const { source, span } = node.origin;
  return place.key ?? { source, span: { start: span.start, end: Math.min(span.start + 1, span.end) } };
}
