/** One mapping laid over another, key by key: files that extend files, and explicit entries over patterns of sets. */
import { didYouMean } from '../../diagnostics/index.ts';
import { removeExcluded } from './exclusion.ts';
import type { DocumentNode, Entry, MapNode } from './node.ts';
import { isPattern } from './patterns.ts';
import type { Report } from './report.ts';
import { REPLACED_WHOLE } from './shapes/distributions.ts';
import { type MapShape, mappingOf, type StructShape, valueShape } from './shapes/shape.ts';

export interface Merging {
  /** What is known of the mapping; null where the language knows no mapping. */
  readonly shape: MapShape | StructShape | null;
  readonly report: Report;
}

/**
 * Mappings merge key by key, lists and single values replace, null removes. Where one of several keys is allowed,
 * writing another removes the old one. The order is that of the base, then what is new.
 */
export function mergeMaps(base: MapNode, over: MapNode, { shape, report }: Merging): MapNode {
  const kept = removeExcluded(base, over, shape);
  const inherited = new Set(base.entries.map(({ key }) => key));
  const hasPatterns = base.entries.some(({ key }) => isPattern(key));
  const merged = new Map<string, Entry>(kept.entries.map((entry) => [entry.key, entry]));
  for (const entry of over.entries) {
    const below = merged.get(entry.key);
    if (!isNull(entry.value))
      merged.set(entry.key, below === undefined ? entry : mergeEntry(below, entry, { shape, report }));
    else if (inherited.has(entry.key)) merged.delete(entry.key);
    else if (hasPatterns) merged.set(entry.key, entry);
    else reportNothingToRemove(entry, base, report);
  }
  return { kind: 'map', entries: [...merged.values()], origin: over.origin };
}

const isNull = (node: DocumentNode): boolean => node.kind === 'scalar' && node.value === null;

/** An entry over one of the same key: two mappings are merged, anything else replaces. */
export function mergeEntry(base: Entry, over: Entry, { shape, report }: Merging): Entry {
  const inner = mappingOf(valueShape(shape, over.key));
  const replaces = inner !== null && inner.kind === 'struct' && REPLACED_WHOLE.has(inner);
  if (base.value.kind !== 'map' || over.value.kind !== 'map' || replaces) return over;
  return { ...over, value: mergeMaps(base.value, over.value, { shape: inner, report }) };
}

function reportNothingToRemove({ key, keyOrigin }: Entry, base: MapNode, report: Report): void {
  const known = base.entries.map((entry) => entry.key);
  const guess = didYouMean(key, known);
  const message = `there is no inherited \`${key}\` here that \`null\` could remove`;
  report(
    'extends-fault',
    keyOrigin,
    message,
    guess === null ? 'Delete the line, or give it a value.' : `Did you mean \`${guess}\`?`,
  );
}
