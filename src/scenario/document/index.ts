export { experimentSchema, scenarioSchema } from './json-schema.ts';
export { type LoadedDocument, loadDocument } from './load-document.ts';
export { type LoadedExperiment, loadExperiment } from './load-experiment.ts';
export type { DocumentNode, Entry, ListNode, MapNode, Origin, ScalarNode } from './node.ts';
export type { ReadFile } from './read-file.ts';
export { QUESTION_NAMES, type Question } from './shapes/experiment.ts';
export type { JsonSchema } from './shapes/shape.ts';
