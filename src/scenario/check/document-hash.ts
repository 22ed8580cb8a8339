/** The identity of a scenario: the hash of what its file says, without comments, layout and file boundaries. */
import type { DocumentNode } from '../document.ts';
import { sha256 } from './sha256.ts';

/**
 * JSON without blanks. Keys keep the order of the document, because order means something in it. Written by
 * hand, for `JSON.stringify` would put keys that look like numbers first.
 */
function canonicalJson(node: DocumentNode): string {
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(node.value);
    case 'list':
      return `[${node.items.map(canonicalJson).join(',')}]`;
    case 'map':
      return `{${node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${canonicalJson(value)}`).join(',')}}`;
    default:
      throw new Error(`no such node: ${JSON.stringify(node satisfies never)}`);
  }
}

/** SHA-256 (hexadecimal) of the canonical JSON of the merged document. */
export const documentHash = (root: DocumentNode): string =>
  sha256(new TextEncoder().encode(canonicalJson(root)));
