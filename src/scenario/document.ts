/** The type contract between the document half (bytes to a positioned tree) and the check half (tree to `Scenario`). */
export type {
  DocumentNode,
  Entry,
  ListNode,
  LoadedDocument,
  MapNode,
  Origin,
  ScalarNode,
} from './document/index.ts';
