export { type LoadedDocument, loadDocument, type ReadFile } from './load-document.ts';
export type { DocumentNode, Entry, ListNode, MapNode, Origin, ScalarNode } from './node.ts';
export { valueAt } from './node.ts';
