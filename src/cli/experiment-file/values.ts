/** What stands in an experiment's file, which has been checked for its shape. */
import type { DocumentNode, Entry, ListNode, MapNode, ScalarNode } from '../../scenario/index.ts';

/** The entry of a key, or null. */
export const entryOf = ({ entries }: MapNode, key: string): Entry | null =>
  entries.find((entry) => entry.key === key) ?? null;

export const isScalar = (node: DocumentNode): node is ScalarNode => node.kind === 'scalar';
export const isList = (node: DocumentNode): node is ListNode => node.kind === 'list';
export const isMap = (node: DocumentNode): node is MapNode => node.kind === 'map';

/** A single value as it is typed: `0.30` is 0.3. */
export const valueText = (node: DocumentNode): string => (isScalar(node) ? String(node.value) : '');

/** The values of a list, or a value that stands alone. */
export const valuesOf = (node: DocumentNode): readonly ScalarNode[] =>
  (isList(node) ? node.items : [node]).filter(isScalar);

/** The entries of a mapping; none of anything else. */
export const entriesOf = (node: DocumentNode): readonly Entry[] => (isMap(node) ? node.entries : []);
