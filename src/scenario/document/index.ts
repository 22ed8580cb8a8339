export { scenarioSchema } from './json-schema.ts';
export { type LoadedDocument, loadDocument } from './load-document.ts';
export type { DocumentNode, Entry, ListNode, MapNode, Origin, ScalarNode } from './node.ts';
export type { ReadFile } from './read-file.ts';
export type { JsonSchema } from './shapes/shape.ts';
