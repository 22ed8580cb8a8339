/** Reading the positioned document: what is absent, or of another shape (reported before), reads as null. */
import type { DocumentNode, Entry, MapNode, Origin, ScalarNode } from '../document.ts';

export const asMap = (node: DocumentNode | null): MapNode | null => (node?.kind === 'map' ? node : null);

export const asScalar = (node: DocumentNode | null): ScalarNode | null =>
  node?.kind === 'scalar' ? node : null;

/** The scalar's number; null for a text, even one that looks like a number. */
export function asNumber(node: DocumentNode | null): number | null {
  const value = asScalar(node)?.value;
  return typeof value === 'number' ? value : null;
}

export const entryAt = (map: DocumentNode | null, key: string): Entry | null =>
  asMap(map)?.entries.find((entry) => entry.key === key) ?? null;

export const nodeAt = (map: DocumentNode | null, key: string): DocumentNode | null =>
  entryAt(map, key)?.value ?? null;

export const scalarAt = (map: DocumentNode | null, key: string): ScalarNode | null =>
  asScalar(nodeAt(map, key));

export const numberAt = (map: DocumentNode | null, key: string): number | null => asNumber(nodeAt(map, key));

/** The content of a scalar under `key`; null when there is none or it is `null`. */
export function textAt(map: DocumentNode | null, key: string): string | null {
  const scalar = scalarAt(map, key);
  return scalar === null || scalar.value === null ? null : scalar.text;
}

export const booleanAt = (map: DocumentNode | null, key: string): boolean =>
  scalarAt(map, key)?.value === true;

/** Entries of the mapping under `key`; none when it is absent. */
export const entriesAt = (map: DocumentNode | null, key: string): readonly Entry[] =>
  asMap(nodeAt(map, key))?.entries ?? [];

/** Items of the list under a node; a single value counts as a list of one. */
export function itemsOf(node: DocumentNode | null): readonly DocumentNode[] {
  if (node === null) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** The scalars among a value or list of values. */
export const scalarsOf = (node: DocumentNode | null): readonly ScalarNode[] =>
  itemsOf(node).flatMap((item) => (item.kind === 'scalar' ? [item] : []));

/** Where to point for an entry: its value, or its key when the value is a mapping that spans lines. */
export const placeOf = (entry: Entry): Origin =>
  entry.value.kind === 'scalar' ? entry.value.origin : entry.keyOrigin;
