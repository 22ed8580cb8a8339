/** A part of a document on one line, in one spelling: `{ beta: { sd: 0.15 } }`, `[low, high]`, `0.6`. */
import type { DocumentNode } from '../document/index.ts';

/** Numbers as JavaScript writes them, so that `0.60` is `0.6`; blanks and line breaks of a text are one blank. */
export function flowText(node: DocumentNode): string {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' ? node.value.replace(/\s+/g, ' ').trim() : String(node.value);
    case 'list':
      return `[${node.items.map(flowText).join(', ')}]`;
    case 'map': {
      if (node.entries.length === 0) return '{}';
      return `{ ${node.entries.map(({ key, value }) => `${key}: ${flowText(value)}`).join(', ')} }`;
    }
    default:
      throw new Error(`not a node: ${JSON.stringify(node satisfies never)}`);
  }
}
